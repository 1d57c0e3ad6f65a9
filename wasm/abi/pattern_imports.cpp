// The pattern engine as the core's module sees it: two functions of the host, which passes the bytes on to
// patterns.wasm where it has that.
#include "match/pattern_link.h"

extern "C" {
// Makes a call with `size` bytes of data. The reply's size in bytes, or -1 where there is no engine or it failed.
__attribute__((import_module("patterns"), import_name("call"))) int32_t host_patterns_call(uint32_t call,
                                                                                           const char* data,
                                                                                           size_t size);
// Writes the last call's reply to `to`.
__attribute__((import_module("patterns"), import_name("reply"))) void host_patterns_reply(char* to);
}

namespace botschaft::match {

bool call_patterns(PatternCall call, std::string_view data, std::string& reply) {
  const int32_t size = host_patterns_call(static_cast<uint32_t>(call), data.data(), data.size());
  if (size < 0) return false;
  reply.resize(static_cast<size_t>(size));
  if (size > 0) host_patterns_reply(reply.data());
  return true;
}

}  // namespace botschaft::match
