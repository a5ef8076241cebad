#include "adapters/http/router.h"

#include <algorithm>

namespace varsel::adapters::http {
namespace {

bool is_parameter(const std::string& segment) {
  return segment.size() > 2 && segment.front() == '{';
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
  return std::equal(pattern.begin(), pattern.end(), segments.begin(), segments.end(),
                    [](const auto& want, const auto& got) { return is_parameter(want) ? !got.empty() : want == got; });
}

Fields params_of(const Route& route, const std::vector<std::string>& segments) {
  Fields params;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::string& want = route.pattern[i];
    if (is_parameter(want)) params.emplace_back(want.substr(1, want.size() - 2), segments[i]);
  }
  return params;
}

void allow(std::string& list, std::string_view method) {
  if (list.find(method) == std::string::npos) list.append(list.empty() ? "" : ", ").append(method);
}

}  // namespace

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> segments;
  path.remove_prefix(1);
  for (std::size_t slash; (slash = path.find('/')) != std::string_view::npos; path.remove_prefix(slash + 1))
    segments.emplace_back(path.substr(0, slash));
  segments.emplace_back(path);
  return segments;
}

Router::Match Router::find(Method method, const std::vector<std::string>& segments, bool upgrade) const {
  Match match;
  const Route* plain = nullptr;
  const Route* socket = nullptr;
  for (const Route& route : routes_) {
    if (!matches(route.pattern, segments)) continue;
    allow(match.allow, name(route.method));
    if (route.method == Method::get) allow(match.allow, "HEAD");
    if (route.method != method) continue;
    const Route*& slot = route.socket ? socket : plain;
    if (!slot) slot = &route;
  }
  if (!match.allow.empty()) allow(match.allow, "OPTIONS");
  match.route = upgrade && socket ? socket : plain;
  match.upgrade_only = !match.route && socket;
  if (match.route) match.params = params_of(*match.route, segments);
  return match;
}

}  // namespace varsel::adapters::http
