// The facade: packs and a library come in, questions about drafts are answered. No clock, no I/O, no JSON. Answering is
// const and safe from several threads; loading is not.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "check/rule_set.h"
#include "content/intent.h"
#include "content/suggest.h"
#include "pack/pack.h"
#include "timing/holidays.h"

namespace botschaft::engine {

struct PackReport {
  uint32_t rules = 0;     // in force
  uint32_t examples = 0;  // run, all of them fine
};

class Engine {
 public:
  // Puts these packs in force together. When anything is wrong with them, what was in force stays. `examples_passed`:
  // the caller has seen these very packs pass together, so their examples and replacements need not be tried again.
  Result<std::vector<PackReport>> load_packs(std::vector<pack::Pack> packs, bool examples_passed);
  // What load_packs would say.
  [[nodiscard]] Result<std::vector<PackReport>> validate(const std::vector<pack::Pack>& packs) const;
  // The words that the tone is told by, from now on and for the examples of packs loaded from now on.
  void load_lexicon(tone::Lexicon lexicon);
  void load_library(content::Library library);
  // The public holidays that regions of packs stand for, for packs loaded from now on.
  void load_holidays(timing::HolidayTable holidays);
  // False where a pack in force names regions and the table does not reach to this day.
  [[nodiscard]] bool knows_holidays_on(timing::Day day) const;
  // Recognises the library's items in the draft and in the history, and fills in what is known of them and of those
  // that the context names. An item is recognised by its link, whatever the campaign's tags, and by its captions.
  void add_content_facts(const check::Draft& draft, check::Context& context) const;

  [[nodiscard]] const check::RuleSet& rules() const { return rules_; }
  [[nodiscard]] const content::Shelf& shelf() const { return shelf_; }
  // The library's captions, for comparing.
  [[nodiscard]] const check::ApprovedTexts& approved() const { return approved_; }

 private:
  using ItemNumbers = std::vector<uint32_t>;  // of the library's items

  [[nodiscard]] const content::Item* item(const std::string& id) const;
  // Those that share this page.
  [[nodiscard]] const ItemNumbers& items_on(const std::string& link_key) const;
  void recognise_items(const check::Draft& draft, check::Context& context) const;

  check::RuleSet rules_;
  std::shared_ptr<const tone::Lexicon> lexicon_;
  std::shared_ptr<const timing::HolidayTable> holidays_;
  content::Shelf shelf_;
  check::ApprovedTexts approved_;
  std::unordered_map<std::string, uint32_t> item_by_id_;
  std::unordered_map<std::string, ItemNumbers> items_by_link_;
};

// What packs say that cannot be: ids twice, rules that replace nothing, roles nobody has.
[[nodiscard]] Problems find_contradictions(const std::vector<pack::Pack>& packs);

// References to roles, topics, people and channels that no pack has.
void find_unknown_people(const std::vector<pack::Pack>& packs, Problems& problems);

// Adds the holidays of the regions that packs name, and says which regions nobody knows. Null: there is no table.
[[nodiscard]] Problems add_public_holidays(std::vector<pack::Pack>& packs, const timing::HolidayTable* table);

// Replacements that lead back to themselves, one problem for each.
[[nodiscard]] Problems find_replacement_cycles(const check::RuleSet& rules);

// Patterns that are too large once the organisation's names stand in for their placeholders.
[[nodiscard]] Problems find_unusable_patterns(const check::RuleSet& rules);

// Runs every example of every rule; `examples_run` counts them per pack.
[[nodiscard]] Problems run_examples(const check::RuleSet& rules, std::vector<uint32_t>& examples_run);

}  // namespace botschaft::engine
