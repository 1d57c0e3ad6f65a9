// The commands of `botschaft`, one function each: options in, exit code out.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace botschaft::cli {

struct CheckOptions {
  std::vector<std::string> packs;
  std::string network = "linkedin";
  std::string kind = "post";
  std::string language = "auto";
  std::string ui_language;
  std::string role;
  std::vector<std::string> jurisdictions;
  std::string at;                   // empty: nothing is said about time
  std::string history;              // a file
  std::string media;                // a file with facts about pictures and videos
  std::vector<std::string> images;  // files to read such facts from
  std::string last_posts;           // a file with texts of earlier posts
  std::string library;              // a file: captions to compare the draft with
  std::string format = "text";
  std::string fail_on = "block";
  std::string file = "-";
};
[[nodiscard]] int run_check(const CheckOptions& options);

struct SimilarOptions {
  std::string library;     // a file; empty: none
  std::string last_posts;  // a file; empty: none
  std::string ui_language;
  std::string format = "text";
  int min = 80;  // percent
  std::string file = "-";
};
// Exits with kExitFound where something is similar.
[[nodiscard]] int run_similar(const SimilarOptions& options);

struct PlanOptions {
  std::vector<std::string> packs;
  std::string network = "linkedin";
  std::string kind = "post";
  std::string ui_language;
  std::string role;
  std::string at;       // empty: now
  std::string zone;     // the person's; empty: the packs'
  std::string history;  // a file; empty: none, as the next three
  std::string worked;
  std::string library;
  std::string draft;
  std::string item;
  std::string person;
  std::string format = "text";
  int days = 14;
  int count = 5;
  int alarm = 10;  // minutes before; for --format ics
  bool spread = false;
};
// Exits with kExitFound where no slot was found.
[[nodiscard]] int run_plan(const PlanOptions& options);

struct SuggestOptions {
  std::vector<std::string> packs;  // for the time zone
  std::string library;
  std::string text;
  std::string query;
  std::string network;
  std::string language;
  std::string ui_language;
  std::string department;
  std::vector<std::string> topics;
  std::string at;
  std::string format = "text";
  int limit = 10;
};
[[nodiscard]] int run_suggest(const SuggestOptions& options);

struct ValidateOptions {
  std::vector<std::string> packs;
  std::string ui_language;
  std::string format = "text";
  bool strict = false;           // warnings fail too
  bool unshown_phrases = false;  // name the phrases that no bad example uses
};
[[nodiscard]] int run_validate(const ValidateOptions& options);

struct BacktestOptions {
  std::vector<std::string> packs;
  std::vector<std::string> against;  // empty: no comparison
  std::string posts;                 // a file: JSON lines
  std::string network = "linkedin";  // of posts that name none
  std::string ui_language;
  std::string format = "text";
  size_t examples = 3;  // per rule
};
// Exit code kExitBadInput also where only some of the posts could not be read.
[[nodiscard]] int run_backtest(const BacktestOptions& options);

struct ImportCsvOptions {
  std::string file = "-";
  std::string id = "words";
  std::string name = "Words";
  std::string level = "warn";  // of rows that name none
  std::string language;        // of rows that name none; empty: both
  std::string ui_language;
  bool inflect = false;
  bool umlauts = false;
  bool compounds = false;
};
// A word list becomes a pack on standard output. Rows that cannot become a phrase are told on standard error.
[[nodiscard]] int run_import_csv(const ImportCsvOptions& options);

struct ImportValeOptions {
  std::string folder;
  std::string id;        // empty: from the folder's name
  std::string language;  // of the rules; empty: told from their messages
  std::string error_level = "block";
  std::string report;  // a file; empty: none
  std::string ui_language;
};
// A folder of Vale's rules becomes a pack on standard output. What cannot be taken is told on standard error.
[[nodiscard]] int run_import_vale(const ImportValeOptions& options);

struct ExportCsvOptions {
  std::string pack;
  std::string ui_language;
};
// The word lists of a pack as CSV on standard output; what a table cannot say is told on standard error.
[[nodiscard]] int run_export_csv(const ExportCsvOptions& options);

struct ToneOptions {
  std::vector<std::string> packs;  // for the targets
  std::string network = "linkedin";
  std::string kind = "post";
  std::string language = "auto";
  std::string ui_language;
  std::string role;
  std::string format = "text";
  bool explain = false;
  std::string file = "-";
};
[[nodiscard]] int run_tone(const ToneOptions& options);

struct AuditOptions {
  std::string file = "-";  // a page; with a sitemap the folder that the site is served from
  std::string url;         // of the page; with a sitemap what its addresses begin with
  std::string sitemap;     // a file; empty: one page only
  std::string root;        // the folder that the site is served from; empty: not known
  std::string live;        // a file: the same page after its scripts have run
  std::string robots;      // a file: the site's robots.txt
  std::string ui_language;
  std::string format = "text";
  std::string fail_on = "block";
};
[[nodiscard]] int run_audit(const AuditOptions& options);

struct ApproveOptions {
  std::vector<std::string> packs;
  std::string new_key;  // a file to write a key to; or
  std::string key;      // a key file to sign with; or
  std::string verify;   // an approval to look at
  std::string by;       // id of the person; empty: whose key it is
  std::string network = "linkedin";
  std::string decision = "approved";
  std::string note;
  std::optional<uint32_t> days;  // none: of the approval rules that the text falls under the shortest
  std::string at;                // empty: now
  std::string ui_language;
  std::string file = "-";
};
// Exit code kExitFound where an approval is not valid for the text.
[[nodiscard]] int run_approve(const ApproveOptions& options);

struct AnalyzeOptions {
  std::string format = "text";
  std::string network = "linkedin";
  std::string file = "-";
};
[[nodiscard]] int run_analyze(const AnalyzeOptions& options);

// Answers raw requests, one JSON object a line, from standard input: what the module does, as a command.
[[nodiscard]] int run_requests();

}  // namespace botschaft::cli
