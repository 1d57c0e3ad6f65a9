// The importer of Vale's styles: any bytes as the YAML of a rule. What it writes for a rule is text that can be sent,
// and a pack that loads; of a rule that it does not take, it says why.
#include "fuzz.h"
#include "vale_rules.h"

using namespace botschaft;
using fuzz::expect;

namespace {

void expect_well_formed(const fuzz::Json& value) {
  if (value.is_string()) expect(is_well_formed(value.get_ref<const std::string&>()), "a text is well-formed");
  if (value.is_structured()) {
    for (const fuzz::Json& inside : value) expect_well_formed(inside);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Result<cli::ValeRule> rule = cli::read_vale_rule("House/Rule.yml", fuzz::as_text(data, size));
  if (!rule.ok()) {
    expect(!rule.problems().empty() && !rule.problems().front().mend.en.empty(), "a refusal says why");
    return 0;
  }
  const cli::ValeOutcome outcome = cli::convert_vale_rule(rule.value(), "house-rule", {"en", "block"});
  for (const LocalizedText& reason : outcome.left_out) {
    expect(!reason.de.empty() && !reason.en.empty(), "what was left out has a reason");
    expect(is_well_formed(reason.de) && is_well_formed(reason.en), "a reason is well-formed");
  }
  if (outcome.rules.empty()) {
    expect(!outcome.left_out.empty(), "a rule that is not taken has a reason");
    return 0;
  }
  fuzz::Json pack{{"format", 1}, {"id", "house"}, {"version", "1"}, {"name", {{"en", "House"}}}};
  for (const fuzz::Json& json : outcome.rules) pack["rules"].push_back(json);
  expect_well_formed(pack);
  wire::Session session;
  const fuzz::Json load{{"op", "loadPacks"}, {"packs", {pack}}};
  expect(fuzz::expect_answer(session.call(load.dump()))["ok"] == true, "what was written can be loaded");
  const std::string draft = "# A Heading of ours\nWe utilize the the API (see e.g. colour) at 10 AM. Very nice!";
  const fuzz::Json check{{"op", "check"}, {"lang", "en"}, {"text", draft}};
  expect(fuzz::expect_answer(session.call(check.dump()), draft.size())["ok"] == true, "a loaded pack answers");
  return 0;
}
