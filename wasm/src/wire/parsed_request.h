// What every request goes through before anybody looks at what it asks, and every answer on its way out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wire/json.h"
#include "wire/session.h"
#include "wire/value.h"

namespace botschaft::wire {

// A request taken apart: its values, or the problem with it. A request is nearly always well-formed: only what does not
// parse is looked at for what can be mended.
class ParsedRequest {
 public:
  // `request` must outlive this.
  explicit ParsedRequest(std::string_view request);

  std::string_view text;  // that `json` was read from: the request, or what was made of it
  Document json;
  Problems notices;
  std::optional<Problem> problem;

  // The answer where there is a problem, in the language that the request asks for, or else `defaults`.
  [[nodiscard]] Reply refusal(const Value* defaults = nullptr) const;

 private:
  void mend(std::string_view request);

  std::string mended_;
};

// Places in a request become places in the packs that it brings: "/packs/1/rules/0" is "/rules/0" of the second pack.
[[nodiscard]] Problems in_packs(Problems problems, const Value& request);
[[nodiscard]] Reply reply(const Json& answer);
// The caller's id comes first in the answer.
[[nodiscard]] Reply reply_to(const Value& request, const Json& answer);

}  // namespace botschaft::wire
