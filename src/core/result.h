#pragma once
#include "core/diagnostic.h"

#include <optional>
#include <stdexcept>
#include <utility>

namespace rashin {

/// A broken invariant of ours (never the user's fault). Caught once, at the edge.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A value, or the diagnostics that explain why there is none; a value may carry warnings.
/// Asking for the value of a failed result throws Error. Not synchronised.
template <class T> class [[nodiscard]] Result {
 public:
  Result(T value, Diagnostics notes = {}) : value_(std::move(value)), diagnostics_(std::move(notes)) {}
  Result(Diagnostic failure) : diagnostics_{std::move(failure)} {}
  Result(Diagnostics failures) : diagnostics_(std::move(failures)) {
    if (!has_errors(diagnostics_)) throw Error("a failed result without an error");
  }

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }
  // Of a temporary the parts come by value, so that `for (d : f().diagnostics())` and `f().value()` never dangle.
  const T& value() const& { return require(), *value_; }
  T value() && { return take(); }
  T take() { return require(), std::move(*value_); }
  const T& operator*() const& { return value(); }
  T operator*() && { return take(); }
  const T* operator->() const { return &value(); }
  const Diagnostics& diagnostics() const& { return diagnostics_; }
  Diagnostics diagnostics() && { return std::move(diagnostics_); }

 private:
  void require() const {
    if (!value_)
      throw Error("value of a failed result: " +
                  (diagnostics_.empty() ? "" : to_text(diagnostics_.front(), Language::English)));
  }
  std::optional<T> value_;
  Diagnostics diagnostics_;
};

} // namespace rashin
