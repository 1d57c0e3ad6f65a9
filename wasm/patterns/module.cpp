// What patterns.wasm exports. The host writes a call's data into this module's memory and reads the reply out of it.
#include <cstdlib>
#include <string>

#include "match/pattern_link.h"

extern "C" {

// Raised by one whenever a caller of an earlier version would misread this interface.
uint32_t patterns_abi_version(void) {
  return 1;
}

char* patterns_alloc(size_t size) {
  return static_cast<char*>(std::malloc(size));
}

void patterns_free(char* memory) {
  std::free(memory);
}

// A reply: where it is, and its size in bytes. Valid until the next call.
struct PatternReply {
  const char* data;
  size_t size;
};

const PatternReply* patterns_call(uint32_t call, const char* data, size_t size) {
  static std::string bytes;
  static PatternReply reply;
  (void)botschaft::match::call_patterns(static_cast<botschaft::match::PatternCall>(call), {data, size}, bytes);
  reply = {bytes.data(), bytes.size()};
  return &reply;
}

}  // extern "C"
