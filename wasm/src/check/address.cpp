// The company's form of address, or at least one form in one post.
#include "tone/address.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/unicode.h"
#include "tone/address_forms.h"

namespace botschaft::check {
namespace {

using tone::AddressMarker;
using tone::Form;
using Part = AddressMarker::Part;

std::string with_capital(std::string word) {
  if (word.empty()) return word;
  const CodePoint first = decode(word, 0);
  std::string out;
  append_utf8(out, text::to_upper(first.value));
  return out + word.substr(first.size);
}

class Fixer {
 public:
  Fixer(const Draft& draft, Form wanted) : draft_(draft), markers_(draft.address().markers), wanted_(wanted) {}

  // What else to write from the marker at `at` on: nothing where more would have to change than can be told.
  [[nodiscard]] std::vector<Fix> fix(size_t at) const {
    const AddressMarker& marker = markers_[at];
    switch (marker.part) {
      case Part::kPossessive:
        return whole(marker, tone::possessive_in(folded(marker.token), marker.form, wanted_));
      case Part::kImperative:
        return fix_command(at);
      case Part::kPronoun:
        return has_verb(marker) ? fix_subject(at) : whole(marker, object(at));
      case Part::kVerb:
        return {};
    }
    return {};
  }

  [[nodiscard]] bool has_verb(const AddressMarker& pronoun) const {
    return std::any_of(markers_.begin(), markers_.end(), [&](const AddressMarker& marker) {
      return marker.part == Part::kVerb && marker.subject == pronoun.token;
    });
  }

 private:
  [[nodiscard]] std::string_view word(uint32_t token) const { return draft_.tokens()[token].span.in(draft_.text()); }
  [[nodiscard]] std::string_view folded(uint32_t token) const { return draft_.wording().folded(token); }
  [[nodiscard]] bool is_capital(uint32_t token) const { return text::is_upper(decode(word(token), 0).value); }
  [[nodiscard]] const Span* sentence_of(uint32_t token) const {
    for (const Span& sentence : draft_.sentences()) {
      if (sentence.contains(draft_.tokens()[token].span)) return &sentence;
    }
    return nullptr;
  }
  [[nodiscard]] bool opens_sentence(uint32_t token) const {
    const Span* sentence = sentence_of(token);
    if (sentence == nullptr) return token == 0;
    while (token > 0 && !draft_.tokens()[token - 1].is_word) --token;
    return token == 0 || draft_.tokens()[token - 1].span.end <= sentence->begin;
  }

  [[nodiscard]] std::vector<Fix> whole(const AddressMarker& marker, std::optional<std::string> text) const {
    if (!text) return {};
    const bool capital = opens_sentence(marker.token) && is_capital(marker.token);
    return {{draft_.tokens()[marker.token].span, capital ? with_capital(*text) : *text}};
  }

  // A pronoun that is no subject. Some cases look the same in one form and differ in the other: those stay.
  [[nodiscard]] std::optional<std::string> object(size_t at) const {
    const AddressMarker& marker = markers_[at];
    const std::string_view from = folded(marker.token);
    if (from == "ihnen") return wanted_ == Form::kDu ? "dir" : "euch";
    if (from == "dir" || from == "dich") {
      if (wanted_ == Form::kIhr) return "euch";
      if (may_be_reflexive(at)) return std::nullopt;
      return from == "dir" ? "Ihnen" : "Sie";
    }
    return std::nullopt;
  }

  // Whether a du or a command in the sentence may make "dich" mean oneself.
  [[nodiscard]] bool may_be_reflexive(size_t at) const {
    const Span* sentence = sentence_of(markers_[at].token);
    return std::any_of(markers_.begin(), markers_.end(), [&](const AddressMarker& marker) {
      const bool acts = marker.part == Part::kImperative || marker.part == Part::kVerb;
      return acts && marker.form == markers_[at].form && sentence != nullptr &&
             sentence->contains(draft_.tokens()[marker.token].span);
    });
  }
  // Verbs whose "sich" is dich and never dir.
  static bool means_oneself(std::string_view verb) {
    constexpr std::string_view kVerbs[] = {"melden",       "bewerben",    "informieren", "freuen",
                                           "registrieren", "vernetzen",   "verbinden",   "kümmern",
                                           "setzen",       "entscheiden", "trauen",      "interessieren"};
    return std::find(std::begin(kVerbs), std::end(kVerbs), verb) != std::end(kVerbs);
  }
  // "Rufen Sie …", "…, rufen Sie …", "Bitte rufen Sie …": the verb comes first.
  [[nodiscard]] bool opens_clause(uint32_t token) const {
    if (opens_sentence(token) || !draft_.tokens()[token - 1].is_word) return true;
    const std::string_view before = folded(token - 1);
    return before == "bitte" || before == "und" || before == "oder";
  }

  // Subject and verb change together, whatever stands between.
  [[nodiscard]] std::vector<Fix> fix_subject(size_t at) const {
    const AddressMarker& pronoun = markers_[at];
    const AddressMarker* verb = nullptr;
    for (const AddressMarker& marker : markers_) {
      if (marker.part != Part::kVerb || marker.subject != pronoun.token) continue;
      if (verb != nullptr) return {};  // two of them
      verb = &marker;
    }
    const uint32_t first = std::min(pronoun.token, verb->token);
    const uint32_t last = std::max(pronoun.token, verb->token);
    const Span span = draft_.span_of(first, last);
    const std::string_view old_verb = folded(verb->token);
    if (pronoun.form == Form::kSie && verb->token == first && opens_clause(first) && sentence_end(first) != '?') {
      // "Schauen Sie vorbei." asks for it; "Haben Sie Fragen, …" does not.
      const char end = sentence_end(first);
      const auto command = tone::command_in(old_verb, Form::kSie, wanted_);
      if ((end != '.' && end != '!') || has_comma_behind(last) || !command) return {};
      std::string text = is_capital(first) ? with_capital(*command) : *command;
      Span whole = span;
      if (has_reflexive(pronoun)) {
        if (last + 1 >= draft_.tokens().size() || folded(last + 1) != "sich" || !means_oneself(old_verb)) return {};
        text += wanted_ == Form::kDu ? " dich" : " euch";
        whole.end = draft_.tokens()[last + 1].span.end;
      }
      return {{whole, std::move(text)}};
    }
    if (has_reflexive(pronoun)) return {};
    // "Die Kollegen fragen Sie": who asks whom?
    if (pronoun.form == Form::kSie && verb->token == first && !opens_clause(first) && is_capital(first - 1)) return {};
    auto new_verb = tone::verb_in(old_verb, pronoun.form, wanted_);
    if (!new_verb) return {};
    std::string subject(tone::form_name(wanted_));
    if (pronoun.token == first && opens_sentence(first)) subject = with_capital(std::move(subject));
    if (verb->token == first && is_capital(first)) new_verb = with_capital(*std::move(new_verb));
    const size_t middle_from = draft_.tokens()[first].span.end;
    const std::string_view middle = draft_.text().substr(middle_from, draft_.tokens()[last].span.begin - middle_from);
    std::string text = pronoun.token == first ? subject : *new_verb;
    text.append(middle).append(pronoun.token == first ? *new_verb : subject);
    return {{span, std::move(text)}};
  }

  [[nodiscard]] std::vector<Fix> fix_command(size_t at) const {
    const AddressMarker& marker = markers_[at];
    const auto command = tone::command_in(folded(marker.token), marker.form, wanted_);
    if (!command) return {};
    Span span = draft_.tokens()[marker.token].span;
    std::string text = is_capital(marker.token) ? with_capital(*command) : *command;
    // What belongs to the command changes with it: melde dich, meldet euch.
    const std::string_view next = folded(marker.token + 1);
    const bool is_self = next == "dich" || next == "euch" || next == "dir";
    if (is_self) span.end = draft_.tokens()[marker.token + 1].span.end;
    if (wanted_ == Form::kSie) text += is_self ? " Sie sich" : " Sie";
    if (is_self && wanted_ == Form::kIhr) text += " euch";
    if (is_self && wanted_ == Form::kDu) {
      const auto plural = tone::command_in(folded(marker.token), marker.form, Form::kSie);
      if (next == "euch" && !(plural && means_oneself(*plural))) return {};  // dir or dich
      text += " ";
      text += next == "euch" ? "dich" : next;
    }
    return {{span, std::move(text)}};
  }

  [[nodiscard]] bool has_reflexive(const AddressMarker& pronoun) const {
    const Span* sentence = sentence_of(pronoun.token);
    for (uint32_t token = pronoun.token; token < draft_.tokens().size(); ++token) {
      if (sentence == nullptr || !sentence->contains(draft_.tokens()[token].span)) return false;
      const std::string_view here = folded(token);
      if (here == "sich" || here == "dich" || here == "dir" || here == "euch") return true;
    }
    return false;
  }
  [[nodiscard]] bool has_comma_behind(uint32_t token) const {
    const Span* sentence = sentence_of(token);
    return sentence != nullptr &&
           draft_.text()
                   .substr(draft_.tokens()[token].span.end, sentence->end - draft_.tokens()[token].span.end)
                   .find(',') != std::string_view::npos;
  }
  [[nodiscard]] char sentence_end(uint32_t token) const {
    const Span* sentence = sentence_of(token);
    return sentence == nullptr ? ' ' : draft_.text()[sentence->end - 1];
  }

  const Draft& draft_;
  const std::vector<AddressMarker>& markers_;
  Form wanted_;
};

uint8_t bit(Form form) {
  return static_cast<uint8_t>(1U << static_cast<uint8_t>(form));
}

// Where the pack wants no form in particular: Sie, or du and ihr together, whichever the post uses more often, and the
// first where it is even.
uint8_t forms_of_most(const std::vector<AddressMarker>& markers) {
  const uint8_t informal = bit(Form::kDu) | bit(Form::kIhr);
  size_t formal = 0;
  size_t all = 0;
  for (const AddressMarker& marker : markers) {
    if (!marker.certain) continue;
    ++all;
    formal += marker.form == Form::kSie ? 1 : 0;
  }
  if (2 * formal == all && !markers.empty()) return markers.front().form == Form::kSie ? bit(Form::kSie) : informal;
  return 2 * formal > all ? bit(Form::kSie) : informal;
}

}  // namespace

void check_address(const RuleRun& run, const pack::AddressCheck& check) {
  const tone::Address& address = run.draft.address();
  if (address.markers.empty()) return;
  uint8_t allowed = check.forms;
  Form wanted = check.preferred;
  if (allowed == 0) {
    if (!address.mixed) return;
    allowed = forms_of_most(address.markers);
    wanted = Form::kSie;
    size_t du = 0;
    size_t ihr = 0;
    for (const AddressMarker& marker : address.markers) {
      du += marker.form == Form::kDu ? 1 : 0;
      ihr += marker.form == Form::kIhr ? 1 : 0;
    }
    if (allowed != bit(Form::kSie)) wanted = ihr > du ? Form::kIhr : Form::kDu;
  }
  std::string expected;
  for (const Form form : {wanted, Form::kDu, Form::kIhr, Form::kSie}) {
    const std::string name(tone::form_name(form));
    if ((allowed & bit(form)) == 0 || (form == wanted && !expected.empty())) continue;
    expected.append(expected.empty() ? "" : "/").append(name);
  }
  const Fixer fixer(run.draft, wanted);
  for (size_t i = 0; i < address.markers.size(); ++i) {
    const AddressMarker& marker = address.markers[i];
    if (!marker.certain || (allowed & bit(marker.form)) != 0) continue;
    // A verb is told with its pronoun.
    if (marker.part == Part::kVerb && marker.subject != marker.token) continue;
    // So is what means the same person again: "Melde dich", "Melden Sie sich".
    const Span span = run.draft.tokens()[marker.token].span;
    const std::string_view word = span.in(run.draft.text());
    if (word == "sich") continue;
    const AddressMarker* before = i > 0 ? &address.markers[i - 1] : nullptr;
    if (marker.part == Part::kPronoun && before != nullptr && before->part == Part::kImperative &&
        before->form == marker.form && before->token + 1 == marker.token)
      continue;
    run.report(span, {{"match", std::string(word)}, {"expected", expected}}, fixer.fix(i));
  }
}

}  // namespace botschaft::check
