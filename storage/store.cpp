#include "storage/store.h"

#include <future>

namespace varsel::storage {

Result<> Store::commit(Commit turn) {
  std::promise<Result<>> answer;
  auto result = answer.get_future();
  commit(std::move(turn), [&answer](Result<> outcome) { answer.set_value(std::move(outcome)); });
  return result.get();
}

}  // namespace varsel::storage
