// The C interface, as the module's host uses it.
#include <string>
#include <string_view>

#include "../../wasm/abi/botschaft.h"
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

std::string call(BotschaftEngine* engine, std::string_view request) {
  char* memory = botschaft_alloc(request.size());
  request.copy(memory, request.size());
  const BotschaftReply* reply = botschaft_call(engine, memory, request.size());
  botschaft_free(memory);  // before the answer is read: it must not point into the request
  REQUIRE(reply != nullptr);
  return {reply->data, reply->size};
}

}  // namespace

TEST_CASE("The C interface answers as the session does", "[abi]") {
  CHECK(botschaft_abi_version() == 1);
  BotschaftEngine* engine = botschaft_new();
  BotschaftEngine* other = botschaft_new();
  Client client;
  const std::string load =
      R"({"op":"loadPacks","packs":[)" + pack({rule("r", R"({"type":"phrases","phrases":["größer"]})")}) + "]}";
  for (const std::string& request :
       {load, std::string(R"({"op":"check","text":"🚀 größer"})"), std::string(R"({"op":"analyze","text":"a"})"),
        std::string("{"), std::string(), std::string("\0\xFF", 2)}) {
    CHECK(call(engine, request) == client.call(request));
  }
  CHECK(value_at(call(engine, R"({"op":"check","text":"größer"})"), "/verdict") == "warn");
  CHECK(value_at(call(other, R"({"op":"check","text":"größer"})"), "/verdict") == "clean");  // engines share nothing
  const BotschaftReply* first = botschaft_call(engine, "{}", 2);
  CHECK(botschaft_call(engine, "{}", 2) == first);
  botschaft_delete(other);
  botschaft_delete(engine);
}

TEST_CASE("Nothing to release is released quietly", "[abi]") {
  botschaft_delete(nullptr);
  botschaft_free(nullptr);
  BotschaftEngine* engine = botschaft_new();
  CHECK(value_at(call(engine, "null"), "/ok") == "false");
  botschaft_delete(engine);
}
