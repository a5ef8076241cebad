#include <malloc.h>

#include <exception>
#include <iostream>

#include "bot/cli/cli.h"

int main(int argc, char** argv) {
  // One heap for all threads: their caches take most requests, and what one thread allocates another frees here on
  // every turn. A heap for each grew a page at a time, a system call a turn, and kept what it once had.
  mallopt(M_ARENA_MAX, 1);
  try {
    return varsel::bot::cli::run(argc, argv);
  } catch (const std::exception& broken) {
    std::cerr << "varsel: " << broken.what() << '\n';
    return 2;
  }
}
