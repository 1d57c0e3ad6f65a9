// The readers and the schemas agree: every key the schema knows is read, checked for its type and missed where it is
// required; every other key is refused with the nearest spelling; and the readers know no key that the schema does not.
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.h"
#include "wire/session.h"

using namespace botschaft;
using Json = nlohmann::ordered_json;

namespace {

Json schema_of(const std::string& name) {
  std::ifstream file(std::string(BOTSCHAFT_SOURCE_DIR "/shared/schema/") + name + ".schema.json");
  std::stringstream text;
  text << file.rdbuf();
  Json schema = Json::parse(text.str(), nullptr, false);
  REQUIRE(schema.is_object());
  return schema;
}

class Walk {
 public:
  // `ask` sends a document to its reader and gives the problems.
  Walk(Json schema, std::function<Json(const Json&)> ask) : root_(std::move(schema)), ask_(std::move(ask)) {}

  void run() {
    visit(root_, [](Json value) { return value; });
  }
  void run(const std::string& definition) {
    visit(root_["definitions"][definition], [](Json value) { return value; });
  }
  int keys() const { return keys_; }

 private:
  using Wrap = std::function<Json(Json)>;

  const Json& resolve(const Json& schema) const {
    if (!schema.contains("$ref")) return schema;
    const std::string name = schema["$ref"].get<std::string>();
    return root_["definitions"][name.substr(name.rfind('/') + 1)];
  }

  // A value that fits, as small as can be.
  Json smallest(const Json& reference) const {
    const Json& schema = resolve(reference);
    if (schema.contains("const")) return schema["const"];
    if (schema.contains("enum")) return schema["enum"][0];
    if (schema.contains("oneOf")) return smallest(schema["oneOf"][0]);
    const std::string type = schema["type"];
    if (type == "boolean") return true;
    if (type == "integer") return schema.value("minimum", 1);
    if (type == "array") {
      Json list = Json::array();
      const size_t size = schema.contains("items") ? std::max<size_t>(1, schema.value("minItems", size_t{1})) : 0;
      while (list.size() < size) list.push_back(smallest(schema["items"]));
      return list;
    }
    if (type == "string") return text_for(reference, schema);
    Json object = Json::object();
    if (schema.contains("required")) {
      for (const Json& key : schema["required"])
        object[key.get<std::string>()] = smallest(schema["properties"][key.get<std::string>()]);
    } else if (schema.contains("minProperties") && schema.contains("properties")) {
      const auto first = schema["properties"].begin();
      object[first.key()] = smallest(first.value());
    } else if (schema.contains("minProperties")) {
      object["key"] = "yes";
    }
    return object;
  }

  static Json text_for(const Json& reference, const Json& schema) {
    const std::string name = reference.value("$ref", "");
    for (const auto& [ending, text] : {std::pair{"Id", "some-id"},
                                       {"Date", "2026-05-04"},
                                       {"LocalTime", "2026-05-04T08:00"},
                                       {"TimeOfDay", "08:00"},
                                       {"Instant", "2026-05-04T08:00Z"},
                                       {"Email", "anna@werk.example"},
                                       {"SecureUrl", "https://werk.example"},
                                       {"PublicKey", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}) {
      if (name.size() > 12 && name.substr(name.rfind('/') + 1) == ending) return text;
    }
    const std::string pattern = schema.value("pattern", "");
    return pattern == "^https?://" ? "https://werk.example" : pattern.empty() ? "Text" : "Europe/Berlin";
  }

  static bool says(const Json& problems, const std::string& code, const std::string& place_ending,
                   const std::string& words = "") {
    for (const Json& problem : problems) {
      const std::string place = problem["place"];
      const bool here =
          place.size() >= place_ending.size() && place.substr(place.size() - place_ending.size()) == place_ending;
      const bool said = problem["reason"].get<std::string>().find(words) != std::string::npos ||
                        problem["mend"].get<std::string>().find(words) != std::string::npos;
      if (problem["code"] == code && here && said) return true;
    }
    return false;
  }

  // Only what a document as small as this says beyond its form may be wrong with it.
  static std::string form_problems(const Json& problems) {
    std::string out;
    for (const Json& problem : problems) {
      const std::string code = problem["code"];
      const bool meaning = code == "contradiction" || code == "missing-key" || code == "example-failed" ||
                           code == "unknown-role" || code == "unknown-topic" || code == "unknown-person" ||
                           code == "unknown-channel" || code == "unknown-rule" || code == "unknown-item" ||
                           code == "bad-url" || code == "duplicate-id" || code == "no-lexicon" || code == "no-holidays";
      if (!meaning) out += problem.dump() + " ";
    }
    return out;
  }

  void visit(const Json& reference, const Wrap& wrap) {
    const Json& schema = resolve(reference);
    if (schema.contains("oneOf")) {
      for (const Json& alternative : schema["oneOf"]) visit(alternative, wrap);
    } else if (schema.value("type", "") == "array" && schema.contains("items")) {
      INFO("A list of numbers with fractions");
      // A pack is a document of its own: its places begin at its root.
      const bool document = resolve(schema["items"]).size() == 1;
      CHECK(says(ask_(wrap(Json::array({3.5}))), "wrong-type", document ? "" : "/0"));
      visit(schema["items"], [&](Json value) { return wrap(Json::array({std::move(value)})); });
    } else if (schema.contains("properties")) {
      visit_object(schema, wrap);
    }
  }

  void visit_object(const Json& schema, const Wrap& wrap) {
    const Json minimal = smallest(schema);
    std::set<std::string> known;
    for (const auto& [key, property] : schema["properties"].items()) {
      known.insert(key);
      ++keys_;
      const auto with = [&](const std::string& name, Json value) {
        Json object = minimal;
        object[name] = std::move(value);
        return ask_(wrap(std::move(object)));
      };
      CAPTURE(schema.value("title", ""), key);
      CHECK(form_problems(with(key, smallest(property))) == "");
      CHECK(says(with(key + "x", smallest(property)), "unknown-key", "/" + key + "x", "“" + key + "”"));
      const bool opaque = resolve(property).value("type", "") == "object" &&
                          !resolve(property).contains("properties") &&
                          !resolve(property).contains("additionalProperties");
      if (opaque || key == "op" || key == "type") continue;
      CHECK(says(with(key, 3.5), "wrong-type", "/" + key));
      CHECK(says(with(key, nullptr), "wrong-type", "/" + key));
      check_limits(
          resolve(property), [&](Json value) { return with(key, std::move(value)); }, key, property);
      visit(property, [&](Json value) {
        Json object = minimal;
        object[key] = std::move(value);
        return wrap(std::move(object));
      });
    }
    if (schema.contains("required")) {
      for (const Json& key : schema["required"]) {
        Json object = minimal;
        object.erase(key.get<std::string>());
        CAPTURE(schema.value("title", ""), key);
        CHECK(says(ask_(wrap(object)), "missing-key", "", "“" + key.get<std::string>() + "”"));
      }
    }
    // What the reader lists as possible is what the schema has.
    Json object = minimal;
    object["zzzzzzzzzzzzzzzzzzzzzzzzz"] = 1;
    std::set<std::string> listed;
    for (const Json& problem : ask_(wrap(object))) {
      const std::string mend = problem["mend"];
      if (problem["code"] != "unknown-key" || mend.find("Possible keys: ") == std::string::npos) continue;
      std::stringstream names(mend.substr(mend.find(": ") + 2));
      for (std::string name; names >> name;) listed.insert(name.substr(0, name.size() - 1));
    }
    CAPTURE(schema.value("title", ""));
    CHECK(listed == known);
  }

  template <typename With>
  static void check_limits(const Json& schema, const With& with, const std::string& key, const Json& reference) {
    if (schema.contains("minimum")) CHECK(says(with(schema["minimum"].get<int64_t>() - 1), "out-of-range", "/" + key));
    if (schema.contains("maximum")) {
      CHECK(says(with(schema["maximum"].get<int64_t>() + 1), "out-of-range", "/" + key));
      CHECK(form_problems(with(schema["maximum"])) == "");
    }
    if (schema.contains("enum")) CHECK(says(with("zzzzzzzzzzzzz"), "unknown-value", "/" + key));
    if (schema.value("type", "") == "array" && schema.value("minItems", 0) > 0)
      CHECK(says(with(Json::array()), "too-few", "/" + key));
    if (schema.value("type", "") != "string" || !schema.contains("maxLength")) return;
    const bool free = !schema.contains("pattern") && reference.value("$ref", "").find("Instant") == std::string::npos;
    const auto longest = schema["maxLength"].get<size_t>();
    std::string text;
    for (size_t i = 0; i < longest; ++i) text += "ä";  // characters, not bytes
    if (free) CHECK(form_problems(with(text)) == "");
    CHECK(says(with(text + "ä"), "too-long", "/" + key));
    if (schema.value("minLength", 0) > 0) CHECK(says(with(""), "too-short", "/" + key));
  }

  Json root_;
  std::function<Json(const Json&)> ask_;
  int keys_ = 0;
};

Json problems_of(const std::string& request) {
  wire::Session session;
  const Json answer = Json::parse(session.call(request).json, nullptr, false);
  Json all = Json::array();
  for (const char* list : {"problems", "leftOut", "notices"}) {
    if (!answer.contains(list)) continue;
    for (const Json& problem : answer[list]) all.push_back(problem);
  }
  return all;
}

}  // namespace

TEST_CASE("The pack's reader and its schema agree", "[wire][schema]") {
  Walk walk(schema_of("pack"),
            [](const Json& pack) { return problems_of(R"({"op":"loadPacks","packs":[)" + pack.dump() + "]}"); });
  walk.run();
  CHECK(walk.keys() > 100);
}

TEST_CASE("The library's reader and its schema agree", "[wire][schema]") {
  Walk walk(schema_of("library"), [](const Json& library) {
    return problems_of(R"({"op":"loadLibrary","library":)" + library.dump() + "}");
  });
  walk.run();
  CHECK(walk.keys() > 25);
}

TEST_CASE("The lexicon's reader and its schema agree", "[wire][schema]") {
  Walk walk(schema_of("lexicon"), [](const Json& lexicon) {
    return problems_of(R"({"op":"loadLexicon","lexicon":)" + lexicon.dump() + "}");
  });
  walk.run();
  CHECK(walk.keys() > 10);
}

TEST_CASE("The reader of holidays and its schema agree", "[wire][schema]") {
  Walk walk(schema_of("holidays"), [](const Json& holidays) {
    return problems_of(R"({"op":"loadHolidays","holidays":)" + holidays.dump() + "}");
  });
  walk.run();
  CHECK(walk.keys() > 10);
}

TEST_CASE("The requests' readers and their schema agree", "[wire][schema]") {
  for (const char* name :
       {"LoadPacksRequest", "LoadLibraryRequest", "LoadLexiconRequest", "ValidateRequest", "CheckRequest",
        "SuggestRequest", "IntentRequest", "AnalyzeRequest", "PlanRequest", "LoadHolidaysRequest"}) {
    CAPTURE(name);
    Walk walk(schema_of("protocol"), [](const Json& request) { return problems_of(request.dump()); });
    walk.run(name);
    CHECK(walk.keys() >= 3);
  }
}
