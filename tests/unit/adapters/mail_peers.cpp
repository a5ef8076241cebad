#include "tests/unit/adapters/mail_peers.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace varsel::adapters::mail {
namespace {

const std::filesystem::path kPeers = std::filesystem::path(VARSEL_SOURCE_DIR) / "tests" / "channels";

// A Node program with pipes at its standard input and output. It is expected to end when its input is closed.
class Node {
 public:
  explicit Node(const std::vector<std::string>& arguments) {
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (::pipe(input.data()) != 0 || ::pipe(output.data()) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(input[0], STDIN_FILENO);
      ::dup2(output[1], STDOUT_FILENO);
      for (const int end : {input[0], input[1], output[0], output[1]}) ::close(end);
      std::string program = "node";
      std::vector<char*> argv{program.data()};
      std::vector<std::string> copies = arguments;
      for (std::string& copy : copies) argv.push_back(copy.data());
      argv.push_back(nullptr);
      ::execvp("node", argv.data());
      ::_exit(127);
    }
    ::close(input[0]);
    ::close(output[1]);
    input_ = input[1];
    output_ = output[0];
  }
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node() {
    ::close(input_);
    ::close(output_);
    ::waitpid(process_, nullptr, 0);
  }

  nlohmann::json first_line() {
    std::string line;
    char c = 0;
    while (::read(output_, &c, 1) == 1 && c != '\n') line += c;
    if (line.empty())
      throw std::runtime_error(
          "the peer did not start: these tests need Node 20 and `npm ci --ignore-scripts` in tests/channels");
    return nlohmann::json::parse(line);
  }

 private:
  pid_t process_ = -1;
  int input_ = -1;
  int output_ = -1;
};

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "varsel-mail-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::filesystem::remove_all(path_);
}

const nlohmann::json& smtp_server() {
  static const TemporaryFolder folder;
  static Node node({(kPeers / "smtp_server.mjs").string(), folder.path().string()});
  static const nlohmann::json where = node.first_line();
  return where;
}

nlohmann::json checked_mail(const std::filesystem::path& eml) {
  return Node({(kPeers / "mail_check.mjs").string(), eml.string()}).first_line();
}

std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace varsel::adapters::mail
