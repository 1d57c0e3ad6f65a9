#include "wire/similar_answer.h"

#include "base/sort.h"

namespace botschaft::wire {

Json similar_answer(const engine::Engine& engine, const SimilarRequest& request, UiLanguage language) {
  struct Entry {
    uint32_t percent;
    Json json;
  };
  std::vector<Entry> entries;
  const match::ComparableText own(request.text);
  const content::Library& library = engine.shelf().library();
  for (const auto& match : engine.approved().find(own, request.min_percent, request.limit)) {
    const content::Item& item = library.items[match.item];
    entries.push_back({match.percent, Json{{"to", "caption"},
                                           {"percent", match.percent},
                                           {"identical", match.percent == 100},
                                           {"item", item.id},
                                           {"title", item.title.in(language)},
                                           {"text", item.captions[match.caption].text}}});
  }
  for (size_t number = 0; number < request.last_posts.size(); ++number) {
    const check::LastPost& post = request.last_posts[number];
    const uint32_t percent = match::likeness(own, match::ComparableText(post.text));
    if (percent < request.min_percent) continue;
    Json json{{"to", "post"}, {"percent", percent}, {"identical", percent == 100}, {"post", number}};
    if (!post.id.empty()) json["postId"] = post.id;
    json["by"] = post.by_colleague ? "colleague" : "self";
    json["text"] = check::beginning_of(post.text);
    entries.push_back({percent, std::move(json)});
  }
  sort_stably(entries, [](const Entry& a, const Entry& b) { return a.percent > b.percent; });
  if (entries.size() > request.limit) entries.resize(request.limit);
  Json similar = Json::array();
  for (const Entry& entry : entries) similar.push_back(entry.json);
  return Json{{"ok", true}, {"longEnough", own.is_long_enough()}, {"similar", similar}};
}

}  // namespace botschaft::wire
