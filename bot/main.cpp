#include <exception>
#include <iostream>

#include "bot/cli/cli.h"

int main(int argc, char** argv) {
  try {
    return varsel::bot::cli::run(argc, argv);
  } catch (const std::exception& broken) {
    std::cerr << "varsel: " << broken.what() << '\n';
    return 2;
  }
}
