// The C interface of the core: what the WebAssembly module exports, usable natively as well.
//
// Everything goes through one call that takes a request and gives an answer, both UTF-8 JSON as described by
// shared/schema/protocol.schema.json. The engine has no clock, no I/O and no state besides the loaded packs and
// library. One engine must not be used from two threads at once.
#ifndef BOTSCHAFT_ABI_BOTSCHAFT_H
#define BOTSCHAFT_ABI_BOTSCHAFT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct BotschaftEngine BotschaftEngine;

// An answer. `data` is UTF-8 JSON, `size` in bytes, not terminated by a zero byte. Owned by the engine: valid until the
// next botschaft_call on, or deletion of, that engine.
typedef struct BotschaftReply {
  const char* data;
  size_t size;
} BotschaftReply;

// Raised by one whenever a caller of an earlier version would misread this interface.
uint32_t botschaft_abi_version(void);

// A new engine without packs or library. Never null. Owned by the caller: release with botschaft_delete.
BotschaftEngine* botschaft_new(void);
void botschaft_delete(BotschaftEngine* engine);

// Memory for a request, `size` bytes. Owned by the caller: release with botschaft_free.
char* botschaft_alloc(size_t size);
void botschaft_free(char* memory);

// Answers one request of `size` bytes of JSON. Bad input gives an answer with "ok": false, never a null pointer.
const BotschaftReply* botschaft_call(BotschaftEngine* engine, const char* request, size_t size);

#ifdef __cplusplus
}
#endif

#endif
