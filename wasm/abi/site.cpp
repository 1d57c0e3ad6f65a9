// The C interface over requests about web pages: build/wasm/site.wasm. An engine keeps nothing but its last answer.
#include "botschaft.h"

#include <cstdlib>
#include <string>

#include "wire/site_session.h"

struct BotschaftEngine {
  std::string answer;
  BotschaftReply reply{nullptr, 0};
};

extern "C" {

uint32_t botschaft_abi_version(void) {
  return 1;
}

BotschaftEngine* botschaft_new(void) {
  return new BotschaftEngine;
}

void botschaft_delete(BotschaftEngine* engine) {
  delete engine;
}

char* botschaft_alloc(size_t size) {
  return static_cast<char*>(std::malloc(size));
}

void botschaft_free(char* memory) {
  std::free(memory);
}

const BotschaftReply* botschaft_call(BotschaftEngine* engine, const char* request, size_t size) {
  engine->answer = botschaft::wire::call_site({request, size}).json;
  engine->reply = {engine->answer.data(), engine->answer.size()};
  return &engine->reply;
}

}  // extern "C"
