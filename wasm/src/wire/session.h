// One conversation with an engine: a request of JSON comes in, an answer of JSON goes out. What the command and the
// module both speak.
#pragma once

#include <string>
#include <string_view>

#include "engine/engine.h"
#include "wire/json.h"
#include "wire/value.h"

namespace botschaft::wire {

// The largest request, in bytes: room for a pack of 200,000 phrases, and a bound on memory, since every bracket of a
// hostile request becomes an object.
inline constexpr size_t kMaxRequestBytes = size_t{16} << 20;

// The version of this program, "1.2.3".
[[nodiscard]] std::string_view version();

struct Reply {
  std::string json;
  bool ok = false;
  std::string verdict;  // of a check: clean, hint, ask, warn or block
};

class Session {
 public:
  // Answers any request; ill-formed UTF-8 and lone surrogates in it count as U+FFFD.
  [[nodiscard]] Reply call(std::string_view request);
  // Answers a request that only asks (check, suggest, intent, analyze, validate), with fields that it leaves out taken
  // from `defaults`, an object, where it is given. Safe from several threads, as long as none loads.
  [[nodiscard]] Reply ask(std::string_view request, const Value* defaults = nullptr) const;

  [[nodiscard]] const engine::Engine& engine() const { return engine_; }

 private:
  Json answer_loading(std::string_view op, const Value& request, UiLanguage language);

  engine::Engine engine_;
};

}  // namespace botschaft::wire
