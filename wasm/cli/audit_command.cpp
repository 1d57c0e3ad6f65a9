#include <algorithm>
#include <cstdio>
#include <map>

#include "audit_report.h"
#include "base/utf8.h"
#include "commands.h"
#include "files.h"
#include "html_page.h"
#include "session_setup.h"
#include "site/address.h"
#include "site_folder.h"
#include "wire/site_session.h"

namespace botschaft::cli {
namespace {

bool is_found(const std::string& verdict, const std::string& fail_on) {
  constexpr std::string_view kRising[] = {"clean", "hint", "warn", "block"};
  const auto rank = [&](std::string_view level) { return std::find(std::begin(kRising), std::end(kRising), level); };
  return rank(verdict) >= rank(fail_on);
}

Problem bad_url(const std::string& url) {
  return {"bad-url",
          "--url",
          "",
          {"„" + url + "“ ist keine Web-Adresse.", "\"" + url + "\" is no web address."},
          {"Angeben, wo die Seite veröffentlicht ist, zum Beispiel --url https://www.example.com/seite.",
           "Say where the page is published, for example --url https://www.example.com/page."}};
}

struct PageFile {
  std::string url;
  std::string file;
  Json request;  // without "alternates"
};

// The site that the pages are part of.
struct Site {
  std::string base;       // what its addresses begin with
  std::string root;       // its folder; empty: not known
  bool complete = false;  // somebody has said that this is the folder: what is not in it is nowhere
};

// Which address the card's picture has, for finding it among the site's files.
std::string image_address(const Json& request) {
  const wire::Reply reply = wire::call_site(request.dump());
  if (!reply.ok) return "";
  const Json answer = Json::parse(reply.json);
  const Json& extracted = answer["extracted"];
  return extracted.contains("image") ? extracted["image"]["text"].get<std::string>() : "";
}

Result<PageFile> read_page(const AuditOptions& options, const std::string& url, const std::string& file,
                           const Site& site) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes.ok()) return bytes.problems();
  Result<Json> page = html_page(bytes.value(), file, options.ui_language);
  if (!page.ok()) return page.problems();
  page.value()["url"] = url;
  PageFile out{url, file, Json{{"op", "audit"}, {"uiLang", options.ui_language}, {"page", std::move(page.value())}}};
  if (!options.live.empty()) {
    const Result<std::string> live_bytes = read_file(options.live);
    if (!live_bytes.ok()) return live_bytes.problems();
    Result<Json> live = html_page(live_bytes.value(), options.live, options.ui_language);
    if (!live.ok()) return live.problems();
    for (const char* key : {"scripts", "anchors", "images", "jsonLd", "tagsEnd"}) live.value().erase(key);
    out.request["live"] = std::move(live.value());
  }
  std::string robots = options.robots;
  if (robots.empty() && site::split(site.base).path == "/")
    robots = file_of(site::resolve(site.base, "/robots.txt"), site.base, site.root).value_or("");
  if (!robots.empty()) {
    const Result<std::string> text = read_file(robots);
    if (!text.ok()) return text.problems();
    out.request["robotsTxt"] = repair(text.value().substr(0, 500'000));
  }
  const std::string image = image_address(out.request);
  if (const auto image_file = file_of(image, site.base, site.root)) {
    Result<Json> facts = card_image(*image_file);
    if (!facts.ok()) return facts.problems();
    out.request["image"] = std::move(facts.value());
  } else if (site.complete && should_have_file(image, site.base)) {
    out.request["image"] = Json{{"loaded", false}};
  }
  return out;
}

// Where the other versions of a page are among the pages that were read, whether they name it too.
void add_alternates(std::vector<PageFile>& pages) {
  std::map<std::string, std::vector<std::string>> versions;  // of each page, as comparable addresses
  const auto versions_of = [](const PageFile& page) {
    std::vector<std::string> others;
    for (const Json& link : page.request["page"]["links"]) {
      if (link["rel"] != "alternate") continue;
      others.push_back(site::comparable(site::resolve(page.url, link["href"].get<std::string>())));
    }
    return others;
  };
  for (const PageFile& page : pages) versions[site::comparable(page.url)] = versions_of(page);
  for (PageFile& page : pages) {
    const std::string own = site::comparable(page.url);
    Json alternates = Json::array();
    std::vector<std::string> told;
    for (const std::string& other : versions[own]) {
      const auto found = versions.find(other);
      if (other == own || found == versions.end() || std::count(told.begin(), told.end(), other) > 0) continue;
      told.push_back(other);
      const bool back = std::count(found->second.begin(), found->second.end(), own) > 0;
      alternates.push_back(Json{{"url", other}, {"linksBack", back}});
    }
    if (!alternates.empty()) page.request["alternates"] = std::move(alternates);
  }
}

// What the page's address begins with, where its folder is the site's.
std::string base_below(const std::string& url) {
  return site::resolve(url, "/");
}

int report(const AuditOptions& options, const std::vector<PageFile>& pages, bool many) {
  int exit_code = kExitClean;
  Json list = Json::array();
  std::string text;
  for (const PageFile& page : pages) {
    if (options.format == "request") {
      std::printf("%s\n", page.request.dump().c_str());
      continue;
    }
    const wire::Reply reply = wire::call_site(page.request.dump());
    Json answer = Json::parse(reply.json);
    if (!reply.ok) {
      print_problems(answer);
      return kExitBadInput;
    }
    if (is_found(reply.verdict, options.fail_on)) exit_code = kExitFound;
    if (options.format == "json" && !many) {
      std::printf("%s\n", reply.json.c_str());
    } else if (options.format == "json") {
      list.push_back(Json{{"url", page.url}, {"file", page.file}, {"audit", std::move(answer)}});
    } else {
      const std::string name = page.file == "-" ? page.url : page.file;
      text += (text.empty() ? "" : "\n") + audit_report(answer, name, {wants_colours(), options.ui_language == "de"});
    }
  }
  if (options.format == "json" && many) std::printf("%s\n", Json{{"ok", true}, {"pages", list}}.dump().c_str());
  std::fputs(text.c_str(), stdout);
  return exit_code;
}

int run_sitemap(const AuditOptions& options) {
  const Result<std::string> bytes = read_file(options.sitemap);
  if (!bytes.ok()) {
    print_problems(bytes.problems(), options.ui_language);
    return kExitBadInput;
  }
  const Result<std::vector<std::string>> addresses = sitemap_addresses(bytes.value(), options.sitemap);
  if (!addresses.ok()) {
    print_problems(addresses.problems(), options.ui_language);
    return kExitBadInput;
  }
  const Site site{options.url.empty() ? base_below(addresses.value().front()) : options.url,
                  options.file == "-" ? options.root : options.file, options.file != "-" || !options.root.empty()};
  std::vector<PageFile> pages;
  Problems problems;
  for (const std::string& address : addresses.value()) {
    const std::optional<std::string> file = file_of(address, site.base, site.root);
    if (!file) {
      if (problems.size() < kMaxProblems)
        problems.push_back(
            {"no-page",
             options.sitemap,
             "",
             {"Im Ordner ist keine Seite für " + address + ".", "The folder has no page for " + address + "."},
             {"Ordner und --url prüfen, oder die Adresse aus der Sitemap nehmen.",
              "Check the folder and --url, or take the address out of the sitemap."}});
      continue;
    }
    Result<PageFile> page = read_page(options, address, *file, site);
    if (page.ok()) {
      pages.push_back(std::move(page.value()));
    } else {
      problems.insert(problems.end(), page.problems().begin(), page.problems().end());
    }
  }
  add_alternates(pages);
  const int exit_code = report(options, pages, true);
  print_problems(problems, options.ui_language);
  return problems.empty() ? exit_code : kExitBadInput;
}

}  // namespace

int run_audit(const AuditOptions& options) {
  if ((options.sitemap.empty() || !options.url.empty()) && !site::is_web_address(options.url)) {
    print_problems({bad_url(options.url)}, options.ui_language);
    return kExitBadInput;
  }
  if (!options.sitemap.empty()) return run_sitemap(options);
  const Site site{base_below(options.url),
                  options.root.empty() && options.file != "-" ? root_of(options.file, options.url) : options.root,
                  !options.root.empty()};
  Result<PageFile> page = read_page(options, options.url, options.file, site);
  if (!page.ok()) {
    print_problems(page.problems(), options.ui_language);
    return kExitBadInput;
  }
  return report(options, {std::move(page.value())}, false);
}

}  // namespace botschaft::cli
