#include "wire/answers.h"

#include <cmath>

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"
#include "text/segment.h"
#include "wire/duties_answer.h"
#include "wire/pack_reader.h"
#include "wire/tone_answer.h"

namespace botschaft::wire {
namespace {

std::string_view language_name(text::Language language) {
  constexpr std::array<std::string_view, 4> kNames{"und", "de", "en", "other"};
  return kNames[static_cast<size_t>(language)];
}

std::string_view level_name(Level level) {
  constexpr std::array<std::string_view, 4> kNames{"hint", "ask", "warn", "block"};
  return kNames[static_cast<size_t>(level)];
}

void set_text(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

Json finding_to_json(const Finding& finding, const check::RuleSet& rules, const check::Context& context,
                     const Utf16Offsets& offsets) {
  const check::CompiledRule& compiled = rules.rules()[finding.rule];
  const pack::Rule& rule = compiled.rule;
  const pack::Pack& pack = rules.packs()[compiled.pack];
  Json json = Json::object();
  json["rule"] = rule.id;
  json["type"] = pack::type_name(rule.check);
  json["level"] = level_name(finding.level);
  if (finding.span) {
    json["start"] = offsets.at(finding.span->begin);
    json["end"] = offsets.at(finding.span->end);
  }
  json["title"] = rule.title.in(context.ui_language);
  json["message"] = finding.message;
  set_text(json, "reason", rule.reason.in(context.ui_language));
  set_text(json, "section", rule.section);
  set_text(json, "source", rule.source);
  set_text(json, "url", rule.url);
  set_text(json, "owner", pack.owner.name);
  json["pack"] = pack.id;
  if (pack.legal)
    json["note"] =
        context.ui_language == UiLanguage::kGerman ? "Hinweis, keine Rechtsberatung." : "Note, not legal advice.";
  if (finding.fixes.empty()) return json;
  Json fixes = Json::array();
  for (const Fix& fix : finding.fixes) {
    fixes.push_back(Json{{"start", offsets.at(fix.span.begin)}, {"end", offsets.at(fix.span.end)}, {"text", fix.text}});
  }
  json["fixes"] = fixes;
  return json;
}

Problem out_of_date(const pack::Pack& pack) {
  return {"pack-out-of-date",
          pack.id,
          "/valid",
          {"Die Leitlinie „" + pack.name.in(UiLanguage::kGerman) + "“ gilt heute nicht; ihre Regeln ruhen.",
           "The guideline “" + pack.name.in(UiLanguage::kEnglish) + "” is not valid today; its rules rest."},
          {"Bei der zuständigen Stelle nach der aktuellen Fassung fragen.", "Ask its owner for the current version."}};
}

Problem patterns_notice(bool failed) {
  if (failed) {
    return {"patterns-unavailable",
            "",
            "",
            {"Die Regeln mit Mustern wurden nicht geprüft: Der Teil, der Muster sucht, fehlt oder ist ausgefallen.",
             "The rules with patterns were not checked: the part that finds patterns is missing or broke down."},
            {"Botschaft neu starten oder neu installieren.", "Start or install Botschaft anew."}};
  }
  return {"patterns-incomplete",
          "",
          "/text",
          {"Der Text ist für die Muster zu lang; es kann mehr Treffer geben.",
           "The text is too long for the patterns; there may be more matches."},
          {"In Teilen prüfen.", "Check it in parts."}};
}

Problem no_lexicon() {
  return {"no-lexicon",
          "",
          "/tone",
          {"Für den Ton ist kein Wörterbuch geladen.", "No lexicon is loaded to tell the tone by."},
          {"Vorher das Wörterbuch laden (loadLexicon).", "Load the lexicon before (loadLexicon)."}};
}

Json spans_to_json(const std::vector<Span>& spans, const Utf16Offsets& offsets) {
  Json list = Json::array();
  for (const Span& span : spans) list.push_back(Json{{"start", offsets.at(span.begin)}, {"end", offsets.at(span.end)}});
  return list;
}

// Bluesky's own form of entities: bytes of UTF-8, in the order of the text.
Json facets_to_json(const std::vector<Span>& links, const text::Entities& entities) {
  std::vector<std::pair<Span, const char*>> facets;
  for (const Span& link : links) facets.emplace_back(link, "link");
  for (const Span& mention : entities.mentions) facets.emplace_back(mention, "mention");
  for (const std::vector<Span>* tags : {&entities.hashtags, &entities.cashtags}) {
    for (const Span& tag : *tags) facets.emplace_back(tag, "tag");
  }
  std::sort(facets.begin(), facets.end(), [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
  Json list = Json::array();
  for (const auto& [span, type] : facets)
    list.push_back(Json{{"type", type}, {"byteStart", span.begin}, {"byteEnd", span.end}});
  return list;
}

Json length_to_json(Network network, uint32_t limit, std::string_view text, const text::Entities& entities,
                    uint32_t also_counted = 0) {
  const uint32_t used = also_counted + text::length_on(network, text, entities);
  return Json{{"network", facts_of(network).id}, {"used", used}, {"limit", limit}};
}

template <typename T>
Json choices(const std::vector<pack::Pack>& packs, std::vector<T> pack::Pack::*list, UiLanguage language) {
  // A later pack's name for the same id wins; the order is that of first mention.
  std::vector<const pack::Named*> merged;
  for (const pack::Pack& pack : packs) {
    for (const T& named : pack.*list) {
      const auto known =
          std::find_if(merged.begin(), merged.end(), [&](const auto* other) { return other->id == named.id; });
      if (known != merged.end())
        *known = &named;
      else
        merged.push_back(&named);
    }
  }
  Json json = Json::array();
  for (const pack::Named* named : merged) json.push_back(Json{{"id", named->id}, {"name", named->name.in(language)}});
  return json;
}

Json sorted_list(const std::set<std::string>& values) {
  Json json = Json::array();
  for (const std::string& value : values) json.push_back(value);
  return json;
}

std::string expiry_text(timing::LocalMinute minute) {
  return timing::format_local_minute(minute);
}

}  // namespace

void add_timing(Json& json, const check::Timing& timing, const check::RuleSet& rules, const check::Context& context) {
  if (timing.next) json["next"] = timing::format_local_minute(timing.next->minute());
  if (!timing.because.empty()) json["because"] = timing.because;
  if (!context.person_zone.known() || !context.now) return;
  const timing::Moment shown = timing.next.value_or(*context.now);
  if (context.person_zone.from_utc(shown.utc).local != shown.local) set_text(json, "zone", rules.time_zone());
}

Json problems_to_json(const Problems& problems, UiLanguage language) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    Json json = Json::object();
    json["code"] = problem.code;
    set_text(json, "document", problem.document);
    json["place"] = problem.place;
    json["reason"] = problem.reason.in(language);
    json["mend"] = problem.mend.in(language);
    list.push_back(json);
  }
  return list;
}

Json failure(const Problems& problems, UiLanguage language) {
  return Json{{"ok", false}, {"problems", problems_to_json(problems, language)}};
}

Json pack_summaries(const check::RuleSet& rules, const std::vector<engine::PackReport>& reports, UiLanguage language) {
  Json list = Json::array();
  for (size_t number = 0; number < rules.packs().size(); ++number) {
    const pack::Pack& pack = rules.packs()[number];
    Json json = Json::object();
    json["id"] = pack.id;
    json["version"] = pack.version;
    json["name"] = pack.name.in(language);
    json["rules"] = reports[number].rules;
    json["examples"] = reports[number].examples;
    if (!pack.owner.name.empty()) {
      Json owner{{"name", pack.owner.name}};
      set_text(owner, "email", pack.owner.email);
      set_text(owner, "url", pack.owner.url);
      json["owner"] = owner;
    }
    list.push_back(json);
  }
  return list;
}

Json pack_choices(const check::RuleSet& rules, UiLanguage language) {
  Json json = Json::object();
  set_text(json, "timeZone", rules.time_zone());
  if (!rules.organisation().names.empty()) json["company"] = rules.organisation().names.front();
  if (!rules.organisation().domains.empty()) json["domains"] = rules.organisation().domains;
  for (auto pack = rules.packs().rbegin(); pack != rules.packs().rend(); ++pack) {
    if (!pack->working_minutes) continue;
    json["workingMinutes"] = *pack->working_minutes;
    break;
  }
  if (!rules.organisation().intranet.empty()) json["intranet"] = rules.organisation().intranet;
  json["roles"] = choices(rules.packs(), &pack::Pack::roles, language);
  json["departments"] = choices(rules.packs(), &pack::Pack::departments, language);
  json["topics"] = choices(rules.packs(), &pack::Pack::topics, language);
  json.update(people_choices(rules.people(), language));
  if (const pack::Website* website = website_of(rules)) {
    Json help{{"help", kWebsiteHelpIds[static_cast<size_t>(website->help)]},
              {"position", kButtonPositionIds[static_cast<size_t>(website->position)]}};
    set_text(help, "article", website->article);
    json["website"] = help;
  }
  return json;
}

Json library_answer(const content::Library& library, const Problems& left_out, UiLanguage language) {
  std::set<std::string> topics;
  std::set<std::string> departments;
  for (const content::Item& item : library.items) {
    topics.insert(item.topics.begin(), item.topics.end());
    departments.insert(item.departments.begin(), item.departments.end());
  }
  Json json = Json::object();
  json["ok"] = true;
  json["id"] = library.id;
  json["name"] = library.name.in(language);
  json["items"] = library.items.size();
  json["leftOut"] = problems_to_json(left_out, language);
  json["topics"] = sorted_list(topics);
  json["departments"] = sorted_list(departments);
  return json;
}

Json check_answer(const check::RuleSet& rules, const check::Draft& draft, const check::Context& context,
                  const check::CheckResult& result, const Problems& notices, bool explain_tone) {
  const Utf16Offsets offsets(draft.text());
  Json json = Json::object();
  json["ok"] = true;
  json["verdict"] = result.verdict ? level_name(*result.verdict) : "clean";
  json["lang"] = language_name(draft.language());
  Json findings = Json::array();
  for (const Finding& finding : result.findings) findings.push_back(finding_to_json(finding, rules, context, offsets));
  json["findings"] = findings;
  if (result.omitted > 0) json["omitted"] = result.omitted;
  json["length"] =
      length_to_json(context.network, context.length_limit(), draft.text(), draft.entities(), context.also_counted);
  Json topics = Json::array();
  for (const uint32_t number : result.protected_topics) {
    const pack::ProtectedTopic& topic = rules.protected_topics()[number].topic;
    topics.push_back(Json{{"id", topic.id}, {"name", topic.name.in(context.ui_language)}});
  }
  if (!result.protected_topics.empty()) json["protected"] = topics;
  json.update(duties_to_json(rules.people(), result.duties, context));
  if (!context.items.empty()) json["items"] = context.items;
  if (result.timing) {
    Json timing{{"good", result.timing->good}};
    add_timing(timing, *result.timing, rules, context);
    json["timing"] = timing;
  }
  if (result.tone)
    json["tone"] = tone_to_json(*result.tone, *rules.lexicon(), offsets, explain_tone, context.ui_language);
  Problems all = notices;
  if (context.tone && !result.tone) all.push_back(no_lexicon());
  for (const uint32_t pack : result.packs_out_of_date) all.push_back(out_of_date(rules.packs()[pack]));
  if (result.patterns_failed || result.patterns_incomplete) all.push_back(patterns_notice(result.patterns_failed));
  if (!all.empty()) json["notices"] = problems_to_json(all, context.ui_language);
  return json;
}

const pack::Website* website_of(const check::RuleSet& rules) {
  const pack::Website* website = nullptr;
  for (const pack::Pack& pack : rules.packs()) {
    if (pack.website) website = &*pack.website;
  }
  return website;
}

Json page_answer(const content::PageAnswer& page) {
  constexpr std::string_view kStates[] = {"open", "embargo", "expired", "internal"};
  Json json{{"state", kStates[static_cast<size_t>(page.state)]}};
  if (page.item != nullptr) json["item"] = page.item->id;
  if (page.state == content::PageState::kEmbargo) json["until"] = timing::format_local_minute(*page.item->embargo);
  json["proposals"] = page.proposals;
  return json;
}

Json suggest_answer(const content::Suggestions& suggestions, const Problems& notices, UiLanguage language) {
  Json items = Json::array();
  for (const content::Suggestion& suggestion : suggestions.items) {
    const content::Item& item = *suggestion.item;
    Json json = Json::object();
    json["item"] = item.id;
    json["title"] = item.title.in(language);
    set_text(json, "summary", item.summary.in(language));
    json["url"] = item.url;
    json["score"] = suggestion.score;
    Json because = Json::array();
    for (const content::Because reason : suggestion.because) because.push_back(content::because_name(reason));
    json["because"] = because;
    json["topics"] = item.topics;
    json["departments"] = item.departments;
    if (item.expires) json["expires"] = expiry_text(*item.expires);
    if (item.image) json["image"] = Json{{"url", item.image->url}, {"alt", item.image->alt.in(language)}};
    Json captions = Json::array();
    for (const content::Caption* caption : suggestion.captions) {
      Json entry = Json::object();
      entry["lang"] = language_name(caption->language);
      if (caption->network) entry["network"] = facts_of(*caption->network).id;
      entry["text"] = caption->text;
      captions.push_back(entry);
    }
    json["captions"] = captions;
    items.push_back(json);
  }
  Json answer = Json::object();
  answer["ok"] = true;
  answer["total"] = suggestions.total;
  answer["items"] = items;
  if (!notices.empty()) answer["notices"] = problems_to_json(notices, language);
  return answer;
}

Json intent_answer(const content::Intent& intent) {
  Json json = Json::object();
  json["ok"] = true;
  set_text(json, "href", intent.href);
  set_text(json, "url", intent.url);
  json["text"] = intent.text;
  json["prefills"] = intent.prefills;
  return json;
}

namespace {

double to_one_decimal(double value) {
  return std::round(value * 10) / 10;
}

// Null where there is nothing to judge.
Json readability_to_json(const check::Draft& draft) {
  if (draft.language() == text::Language::kUndetermined) return nullptr;
  text::ReadingCounts counts;
  for (const text::ReadingCounts& sentence : draft.reading_counts()) counts.add(sentence);
  if (counts.words == 0) return nullptr;
  Json json = Json::object();
  json["ease"] = to_one_decimal(text::reading_ease(counts, draft.language()));
  if (draft.language() == text::Language::kGerman) json["wiener"] = to_one_decimal(text::wiener_sachtextformel(counts));
  json["wordsPerSentence"] = to_one_decimal(static_cast<double>(counts.words) / counts.sentences);
  json["syllablesPerWord"] = to_one_decimal(static_cast<double>(counts.syllables) / counts.words);
  return json;
}

Json sentence_languages(const check::Draft& draft) {
  Json list = Json::array();
  uint32_t token = 0;
  for (const Span& sentence : draft.sentences()) {
    while (token + 1 < draft.tokens().size() && draft.tokens()[token].span.begin < sentence.begin) ++token;
    list.push_back(language_name(draft.language_at(token)));
  }
  return list;
}

// Null for a text that addresses nobody.
Json address_to_json(const check::Draft& draft, const Utf16Offsets& offsets) {
  const tone::Address& address = draft.address();
  if (address.form == tone::Form::kNone) return nullptr;
  Json json = Json::object();
  json["form"] = tone::form_name(address.form);
  json["mixed"] = address.mixed;
  Json markers = Json::array();
  for (const tone::AddressMarker& marker : address.markers) {
    const Span span = draft.tokens()[marker.token].span;
    markers.push_back(Json{{"start", offsets.at(span.begin)},
                           {"end", offsets.at(span.end)},
                           {"form", tone::form_name(marker.form)},
                           {"certain", marker.certain}});
  }
  json["markers"] = markers;
  return json;
}

}  // namespace

Json analyze_answer(std::string_view text, Network network) {
  const check::Draft draft(text, text::Language::kUndetermined, network);
  const text::Entities& entities = draft.entities();
  const Utf16Offsets offsets(text);
  std::vector<Span> words;
  for (const text::Token& token : draft.tokens()) {
    if (token.is_word) words.push_back(token.span);
  }
  const std::vector<Span> links = text::links_on(network, text, entities);
  Json json = Json::object();
  json["ok"] = true;
  json["lang"] = language_name(draft.language());
  json["utf16"] = offsets.total();
  json["codePoints"] = count_code_points(text);
  json["graphemes"] = text::count_graphemes(text);
  json["words"] = spans_to_json(words, offsets);
  json["sentences"] = spans_to_json(draft.sentences(), offsets);
  json["sentenceLangs"] = sentence_languages(draft);
  json["network"] = facts_of(network).id;
  json["urls"] = spans_to_json(links, offsets);
  json["hashtags"] = spans_to_json(entities.hashtags, offsets);
  json["mentions"] = spans_to_json(entities.mentions, offsets);
  json["cashtags"] = spans_to_json(entities.cashtags, offsets);
  json["emoji"] = spans_to_json(entities.emoji, offsets);
  if (network == Network::kBluesky) json["facets"] = facets_to_json(links, entities);
  if (Json address = address_to_json(draft, offsets); !address.is_null()) json["address"] = address;
  if (Json readability = readability_to_json(draft); !readability.is_null()) json["readability"] = readability;
  Json networks = Json::array();
  for (const NetworkFacts& facts : all_networks()) {
    if (facts.network == Network::kIntranet) continue;  // has no limit that we know
    const text::Entities found = text::find_entities(text, facts.network);
    Json length = length_to_json(facts.network, facts.post_limit, text, found);
    const size_t fits = text::end_of_fitting(facts.network, text, found, facts.post_limit);
    if (fits < text.size()) length["fits"] = offsets.at(fits);
    networks.push_back(length);
  }
  json["networks"] = networks;
  return json;
}

}  // namespace botschaft::wire
