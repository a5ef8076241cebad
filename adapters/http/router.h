// Which handler answers a path. Internal to adapters/http.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/server.h"

namespace varsel::adapters::http {

struct Route {
  Method method = Method::get;
  std::vector<std::string> pattern;  // segments; "{name}" takes any one
  Handler handler;
  SocketHandler socket;  // instead of handler
  std::size_t max_body = 0;
};

class Router {
 public:
  void add(Route route) { routes_.push_back(std::move(route)); }

  struct Match {
    const Route* route = nullptr;  // nothing: see `upgrade_only` and `allow`
    Fields params;
    bool upgrade_only = false;  // the path takes a WebSocket and nothing else: 426
    std::string allow;          // the methods that the path takes; "": the path is unknown
  };
  // `segments` are decoded. `upgrade`: the client asks for a WebSocket; where there is none, it gets the plain answer.
  [[nodiscard]] Match find(Method method, const std::vector<std::string>& segments, bool upgrade) const;

 private:
  std::vector<Route> routes_;
};

// "/a/{b}" -> {"a", "{b}"}; "/" -> {""}
std::vector<std::string> split_path(std::string_view path);

}  // namespace varsel::adapters::http
