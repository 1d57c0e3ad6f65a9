// `botschaft`: the guideline's author tries rules out, and scripts check drafts.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iostream>

#include "base/nearest.h"
#include "commands.h"
#include "session_setup.h"

namespace {

using namespace botschaft::cli;

const std::vector<std::string> kNetworks{"linkedin", "x",       "facebook",  "xing",    "bluesky",
                                         "mastodon", "threads", "instagram", "intranet"};

void add_ui(CLI::App& command, std::string& language) {
  language = ui_language_of_environment();
  command.add_option("--ui", language, "Language of messages (default: the system's)")
      ->check(CLI::IsMember({"de", "en"}));
}

void add_packs(CLI::App& command, std::vector<std::string>& packs) {
  command
      .add_option("--pack", packs,
                  "Guideline pack: a file, or the name of one that is part of the command (starter, legal/…); may be "
                  "given several times, later ones build on earlier ones (default: starter)")
      ->type_name("PACK")
      ->allow_extra_args(false);
}

void add_check(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App& command = *app.add_subcommand("check", "Check a draft against the guideline");
  add_packs(command, options->packs);
  command.add_option("--network", options->network, "Where it is to be posted")
      ->check(CLI::IsMember(kNetworks))
      ->capture_default_str();
  command.add_option("--kind", options->kind, "What it is")
      ->check(CLI::IsMember({"post", "comment", "reply"}))
      ->capture_default_str();
  command.add_option("--lang", options->language, "Language of the draft")
      ->check(CLI::IsMember({"de", "en", "auto"}))
      ->capture_default_str();
  command.add_option("--role", options->role, "Role of the author, as the pack names it");
  command
      .add_option("--jurisdiction", options->jurisdictions,
                  "Whose law the post is under; may be given several times (default: as the packs' organisation says)")
      ->check(CLI::IsMember({"eu", "de", "at", "ch", "uk", "us"}))
      ->allow_extra_args(false);
  command
      .add_option(
          "--at", options->at,
          "When it is to be posted, YYYY-MM-DDThh:mm in the pack's time zone; left out, nothing is said about time")
      ->type_name("TIME");
  command.add_option("--history", options->history, "Earlier posts: a JSON list of {\"network\", \"at\", \"kind\"?}")
      ->type_name("FILE");
  command
      .add_option("--media", options->media,
                  "What is known about pictures and videos: a JSON list of {\"type\", \"alt\"?, \"people\"?, …}")
      ->type_name("FILE");
  command
      .add_option(
          "--image", options->images,
          "An attached picture: place, time, size and the mark of generated media are read from it; may be given "
          "several times")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      .add_option("--last-posts", options->last_posts,
                  "Texts of earlier posts to compare with: a JSON list of {\"text\", \"by\"?, \"id\"?}")
      ->type_name("FILE");
  command.add_option("--library", options->library, "Content library, whose captions the draft is compared with")
      ->type_name("FILE");
  command
      .add_option("--format", options->format,
                  "Form of the answer; jsonl takes one {\"id\", \"text\", …} a line and answers a line each")
      ->check(CLI::IsMember({"text", "json", "jsonl"}))
      ->capture_default_str();
  command.add_option("--fail-on", options->fail_on, "Exit with 1 from this level on")
      ->check(CLI::IsMember({"hint", "warn", "block"}))
      ->capture_default_str();
  add_ui(command, options->ui_language);
  command.add_option("FILE", options->file, "The draft; - is standard input")->capture_default_str();
  command.footer("Exit: 0 nothing at or above --fail-on, 1 something, 2 bad input or usage.");
  command.callback([options, &exit_code] { exit_code = run_check(*options); });
}

void add_similar(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<SimilarOptions>();
  CLI::App& command =
      *app.add_subcommand("similar", "Say which approved captions and earlier posts a text comes close to");
  command.add_option("--library", options->library, "Content library with the captions")->type_name("FILE");
  command
      .add_option("--history-texts", options->last_posts,
                  "Texts of earlier posts: a JSON list of {\"text\", \"by\"?, \"id\"?}")
      ->type_name("FILE");
  command.add_option("--min", options->min, "From so many percent on")
      ->check(CLI::Range(60, 100))
      ->capture_default_str();
  command.add_option("--format", options->format, "Form of the answer")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_ui(command, options->ui_language);
  command.add_option("FILE", options->file, "The text; - is standard input")->capture_default_str();
  command.footer("Exit: 0 nothing is similar, 1 something is, 2 bad input or usage.");
  command.callback([options, &exit_code] { exit_code = run_similar(*options); });
}

void add_validate(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ValidateOptions>();
  CLI::App& command = *app.add_subcommand("validate", "Say what is wrong with packs, and run their examples");
  command.add_option("PACK", options->packs, "Packs, files or names, in the order in which they build on each other")
      ->required();
  command.add_option("--format", options->format, "Form of the answer")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command.add_flag("--strict", options->strict, "Exit with 1 where there are warnings");
  command.add_flag("--unshown", options->unshown_phrases, "Name the phrases that no bad example uses");
  add_ui(command, options->ui_language);
  command.footer("Exit: 0 in order, 1 warnings with --strict, 2 packs that cannot be used, or bad usage.");
  command.callback([options, &exit_code] { exit_code = run_validate(*options); });
}

void add_backtest(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<BacktestOptions>();
  CLI::App& command = *app.add_subcommand("backtest", "What packs would have said about past posts");
  command.add_option("PACK", options->packs, "Packs, in the order in which they build on each other")->required();
  command
      .add_option(
          "--posts", options->posts,
          "Past posts, a JSON object a line: \"text\", and where known \"id\", \"network\", \"kind\", \"lang\", "
          "\"role\"; - is standard input")
      ->type_name("FILE")
      ->required();
  command
      .add_option("--against", options->against,
                  "Pack to compare with; may be given several times, later ones build on earlier ones")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_option("--network", options->network, "Network of posts that name none")
      ->check(CLI::IsMember(kNetworks))
      ->capture_default_str();
  command.add_option("--examples", options->examples, "How many posts to name for each rule")
      ->check(CLI::Range(0, 1000))
      ->capture_default_str();
  command.add_option("--format", options->format, "Form of the answer")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_ui(command, options->ui_language);
  command.footer("Exit: 0 every post was looked at, 2 bad input or usage.");
  command.callback([options, &exit_code] { exit_code = run_backtest(*options); });
}

void add_import_vale(CLI::App& import, int& exit_code) {
  auto options = std::make_shared<ImportValeOptions>();
  CLI::App& command = *import.add_subcommand("vale", "A folder of Vale's rules; prints the pack");
  command.add_option("--id", options->id, "Id of the pack (default: the folder's name)");
  command.add_option("--lang", options->language, "Language of the rules (default: told from their messages)")
      ->check(CLI::IsMember({"de", "en"}));
  command.add_option("--errors", options->error_level, "What Vale's level error becomes")
      ->check(CLI::IsMember({"hint", "ask", "warn", "block"}))
      ->capture_default_str();
  command.add_option("--report", options->report, "Write what became of each rule, as JSON")->type_name("FILE");
  add_ui(command, options->ui_language);
  command.add_option("DIR", options->folder, "The folder of a style, or of several")->required();
  command.callback([options, &exit_code] { exit_code = run_import_vale(*options); });
}

void add_import(CLI::App& app, int& exit_code) {
  CLI::App& import = *app.add_subcommand("import", "Make a pack of what others wrote");
  import.require_subcommand(1);
  add_import_vale(import, exit_code);
  auto options = std::make_shared<ImportCsvOptions>();
  CLI::App& command = *import.add_subcommand(
      "csv", "A list of words: term, replacement (several separated by |), reason, level, language; prints the pack");
  command.add_option("--id", options->id, "Id of the pack")->capture_default_str();
  command.add_option("--name", options->name, "Name of the pack")->capture_default_str();
  command.add_option("--level", options->level, "Level of rows that name none")
      ->check(CLI::IsMember({"hint", "ask", "warn", "block"}))
      ->capture_default_str();
  command.add_option("--lang", options->language, "Language of rows that name none (default: both)")
      ->check(CLI::IsMember({"de", "en"}));
  command.add_flag("--inflect", options->inflect, "Find other forms of the words");
  command.add_flag("--umlauts", options->umlauts, "Find ae, oe, ue and ss for umlauts and ß");
  command.add_flag("--compounds", options->compounds, "Find German compounds");
  add_ui(command, options->ui_language);
  command.add_option("FILE", options->file, "The table; - is standard input")->capture_default_str();
  command.callback([options, &exit_code] { exit_code = run_import_csv(*options); });
}

void add_export(CLI::App& app, int& exit_code) {
  CLI::App& out = *app.add_subcommand("export", "Give a pack to others");
  out.require_subcommand(1);
  auto options = std::make_shared<ExportCsvOptions>();
  CLI::App& command = *out.add_subcommand("csv", "The pack's words as a table that `import csv` reads");
  add_ui(command, options->ui_language);
  command.add_option("PACK", options->pack, "The pack")->required();
  command.callback([options, &exit_code] { exit_code = run_export_csv(*options); });
}

void add_suggest(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<SuggestOptions>();
  CLI::App& command = *app.add_subcommand("suggest", "Rank approved content for a draft and a person");
  command.add_option("--library", options->library, "Library of approved content")->type_name("FILE")->required();
  add_packs(command, options->packs);
  command.add_option("--text", options->text, "The draft being written");
  command.add_option("--query", options->query, "Only content with all of these words");
  command.add_option("--network", options->network, "Only content with a caption for it")
      ->check(CLI::IsMember(kNetworks));
  command.add_option("--lang", options->language, "Only content with a caption in it")
      ->check(CLI::IsMember({"de", "en"}));
  command.add_option("--department", options->department, "The person's own department");
  command.add_option("--topic", options->topics, "A topic of the person's own; may be given several times")
      ->allow_extra_args(false);
  command.add_option("--at", options->at, "Local time to go by (default: now)")->type_name("TIME");
  command.add_option("--limit", options->limit, "How many")->check(CLI::Range(1, 100))->capture_default_str();
  command.add_option("--format", options->format, "Form of the answer")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_ui(command, options->ui_language);
  command.callback([options, &exit_code] { exit_code = run_suggest(*options); });
}

void add_plan(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<PlanOptions>();
  CLI::App& command = *app.add_subcommand("plan", "The next good slots for a post, and why they are good");
  add_packs(command, options->packs);
  command.add_option("--network", options->network, "Where it is to be posted")
      ->check(CLI::IsMember(kNetworks))
      ->capture_default_str();
  command.add_option("--kind", options->kind, "What it is")
      ->check(CLI::IsMember({"post", "comment", "reply"}))
      ->capture_default_str();
  command.add_option("--role", options->role, "Role of the author, as the pack names it");
  command
      .add_option("--at", options->at,
                  "From when on, YYYY-MM-DDThh:mm in the person's time zone, or with Z or ±hh:mm (default: now)")
      ->type_name("TIME");
  command
      .add_option("--zone", options->zone,
                  "The person's time zone, an IANA name: for --at, for what is shown, and for rules that mean the "
                  "person's hours (default: the pack's)")
      ->type_name("ZONE");
  command
      .add_option("--history", options->history,
                  "Earlier posts: a JSON list of {\"network\", \"at\", \"kind\"?, \"item\"?, \"topics\"?, \"links\"?}")
      ->type_name("FILE");
  command.add_option("--worked", options->worked, "When the person worked, for rules about rest: a JSON list of times")
      ->type_name("FILE");
  command.add_option("--library", options->library, "Content library, for --item")->type_name("FILE");
  command.add_option("--item", options->item, "The content item that is shared: its embargo, expiry, topics and link");
  command.add_option("--draft", options->draft, "The draft, for rules that hold for some drafts only")
      ->type_name("FILE");
  command.add_option("--days", options->days, "How many days to look at")
      ->check(CLI::Range(1, 62))
      ->capture_default_str();
  command.add_option("--count", options->count, "How many slots")->check(CLI::Range(1, 50))->capture_default_str();
  command.add_flag("--spread", options->spread, "Spread the slots over a week; they count towards each other's caps");
  command.add_option("--person", options->person,
                     "Anything that tells this person from colleagues, who then get other minutes");
  command.add_option("--alarm", options->alarm, "With --format ics: a reminder so many minutes before")
      ->check(CLI::Range(0, 10'080))
      ->capture_default_str();
  command.add_option("--format", options->format, "Form of the answer")
      ->check(CLI::IsMember({"text", "json", "ics"}))
      ->capture_default_str();
  add_ui(command, options->ui_language);
  command.footer("Exit: 0 there are slots, 1 there are none, 2 bad input or usage.");
  command.callback([options, &exit_code] { exit_code = run_plan(*options); });
}

void add_tone(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ToneOptions>();
  CLI::App& command = *app.add_subcommand("tone", "The tone of a draft: nine dimensions and the words that move them");
  add_packs(command, options->packs);
  command.add_option("--network", options->network, "Whose targets to show")
      ->check(CLI::IsMember(kNetworks))
      ->capture_default_str();
  command.add_option("--kind", options->kind, "What it is")
      ->check(CLI::IsMember({"post", "comment", "reply"}))
      ->capture_default_str();
  command.add_option("--lang", options->language, "Language of the draft")
      ->check(CLI::IsMember({"de", "en", "auto"}))
      ->capture_default_str();
  command.add_option("--role", options->role, "Role of the author, as the pack names it");
  command.add_flag("--explain", options->explain, "Name the list and the source of every word");
  command.add_option("--format", options->format, "Form of the answer; jsonl takes one {\"id\", \"text\", …} a line")
      ->check(CLI::IsMember({"text", "json", "jsonl"}))
      ->capture_default_str();
  add_ui(command, options->ui_language);
  command.add_option("FILE", options->file, "The draft; - is standard input")->capture_default_str();
  command.callback([options, &exit_code] { exit_code = run_tone(*options); });
}

void add_audit(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<AuditOptions>();
  CLI::App& command = *app.add_subcommand("audit", "Is a web page ready to be shared?");
  command.add_option("--url", options->url,
                     "Where the page is published; with --sitemap, what its addresses begin with");
  command
      .add_option("--sitemap", options->sitemap,
                  "Look at every page in this sitemap; FILE is then the folder that the site is served from")
      ->type_name("FILE");
  command
      .add_option(
          "--root", options->root,
          "The folder that the site is served from, to find its pictures and robots.txt (default: told from FILE "
          "and --url)")
      ->type_name("DIR");
  command.add_option("--live", options->live, "The same page after its scripts have run, to compare with")
      ->type_name("FILE");
  command.add_option("--robots", options->robots, "The site's robots.txt (default: that in the site's folder)")
      ->type_name("FILE");
  command.add_option("--format", options->format, "Form of the answer; request is what was found in the page")
      ->check(CLI::IsMember({"text", "json", "request"}))
      ->capture_default_str();
  command.add_option("--fail-on", options->fail_on, "Exit with 1 from this level on")
      ->check(CLI::IsMember({"hint", "warn", "block"}))
      ->capture_default_str();
  add_ui(command, options->ui_language);
  command.add_option("FILE", options->file, "The page's HTML; - is standard input")->capture_default_str();
  command.footer("Exit: 0 nothing at or above --fail-on, 1 something, 2 bad input or usage.");
  command.callback([options, &exit_code] { exit_code = run_audit(*options); });
}

void add_approve(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ApproveOptions>();
  CLI::App& command = *app.add_subcommand("approve", "Make a key, approve a text, or say what an approval is worth");
  add_packs(command, options->packs);
  command.add_option("--new-key", options->new_key, "Write a new key to this file; prints its public half")
      ->type_name("FILE");
  command.add_option("--key", options->key, "Key to sign with; prints the approval")->type_name("FILE");
  command.add_option("--verify", options->verify, "Approval to look at, or a message with one in it")
      ->type_name("TEXT");
  command.add_option("--by", options->by, "Id of the approver in the pack (default: whose key it is)");
  command.add_option("--network", options->network, "Where it is to be posted")
      ->check(CLI::IsMember(kNetworks))
      ->capture_default_str();
  command.add_option("--decision", options->decision, "What to say")
      ->check(CLI::IsMember({"approved", "changes", "refused"}))
      ->capture_default_str();
  command.add_option("--note", options->note, "A sentence for the author");
  command
      .add_option(
          "--days", options->days,
          "How long it holds (default: the fewest days of the approval rules that the text falls under, else 14)")
      ->check(CLI::Range(1, 366));
  command.add_option("--at", options->at, "Instant to go by, YYYY-MM-DDThh:mmZ (default: now)")->type_name("TIME");
  add_ui(command, options->ui_language);
  command.add_option("FILE", options->file, "The text; - is standard input")->capture_default_str();
  command.footer("Exit: 0 done, or the approval is valid; 1 it is not; 2 bad input or usage.");
  command.callback([options, &exit_code] { exit_code = run_approve(*options); });
}

void add_analyze(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<AnalyzeOptions>();
  CLI::App& command =
      *app.add_subcommand("analyze", "What the text layer sees: lengths, links, mentions, hashtags, sentences, words");
  command.add_option("--network", options->network, "Whose hashtags, mentions and links are looked for")
      ->check(CLI::IsMember(kNetworks))
      ->capture_default_str();
  command.add_option("--format", options->format, "Form of the answer; offsets are UTF-16 code units")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command.add_option("FILE", options->file, "The text; - is standard input")->capture_default_str();
  command.callback([options, &exit_code] { exit_code = run_analyze(*options); });
}

void add_requests(CLI::App& app, int& exit_code) {
  CLI::App& command = *app.add_subcommand(
      "requests", "Answer raw requests of the protocol, one JSON object a line, from standard input");
  command.callback([&exit_code] { exit_code = run_requests(); });
}

}  // namespace

namespace {

// False after saying that there is no such command, and which one was probably meant.
bool knows_command(const CLI::App& app, const std::string& name) {
  std::vector<std::string_view> known;
  for (const CLI::App* command : app.get_subcommands({})) known.push_back(command->get_name());
  if (std::find(known.begin(), known.end(), name) != known.end()) return true;
  std::fprintf(stderr, "There is no command \"%s\".\n    ", name.c_str());
  const auto meant = botschaft::nearest(name, known);
  if (meant) std::fprintf(stderr, "Did you mean %s? ", std::string(*meant).c_str());
  std::fprintf(stderr, "botschaft --help names them all.\n");
  return false;
}

// False after saying that not everything reached standard output, for example because the disk is full.
bool wrote_everything() {
  std::cout.flush();
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good()) return true;
  const std::string why = std::strerror(errno);
  print_problems(
      botschaft::Problems{{"cannot-write",
                           "",
                           "",
                           {"Die Ausgabe ließ sich nicht ganz schreiben: " + why + ".",
                            "The output could not be written completely: " + why + "."},
                           {"Platz schaffen oder woandershin schreiben.", "Make room, or write to somewhere else."}}},
      ui_language_of_environment());
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Checks social posts against a company's guideline, on this machine."};
  app.name("botschaft");
  app.require_subcommand(1);
  int exit_code = kExitClean;
  const std::string version = "botschaft " + std::string(botschaft::wire::version());
  app.set_version_flag("--version", version);
  add_check(app, exit_code);
  add_validate(app, exit_code);
  add_backtest(app, exit_code);
  add_import(app, exit_code);
  add_export(app, exit_code);
  add_similar(app, exit_code);
  add_suggest(app, exit_code);
  add_plan(app, exit_code);
  add_tone(app, exit_code);
  add_audit(app, exit_code);
  add_approve(app, exit_code);
  add_analyze(app, exit_code);
  add_requests(app, exit_code);
  for (CLI::App* command : app.get_subcommands({})) command->set_version_flag("--version", version);
  if (argc > 1 && argv[1][0] != '-' && !knows_command(app, argv[1])) return kExitBadInput;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are no errors; everything else is bad usage.
    if (app.exit(error) != 0) return kExitBadInput;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "botschaft: %s\n    This is a fault of the program; please report it with the input.\n",
                 error.what());
    return kExitBadInput;
  }
  return wrote_everything() ? exit_code : kExitBadInput;
}
