#include "text/snowball.h"

#include <memory>

#include "api.h"
#include "stem_UTF_8_english.h"
#include "stem_UTF_8_german.h"

namespace botschaft::text {
namespace {

constexpr size_t kLongestWord = 64;

struct CloseGerman {
  void operator()(SN_env* env) const { german_UTF_8_close_env(env); }
};
struct CloseEnglish {
  void operator()(SN_env* env) const { english_UTF_8_close_env(env); }
};

// A stemmer works in buffers of its own. Making them takes longer than stemming a word, so each thread keeps one set;
// nothing of a word stays in them.
template <typename Close>
using Environment = std::unique_ptr<SN_env, Close>;

std::string stemmed(SN_env* env, int (*stemmer)(SN_env*), std::string_view word) {
  if (env == nullptr || word.size() > kLongestWord) return std::string(word);
  const auto* bytes = reinterpret_cast<const symbol*>(word.data());
  if (SN_set_current(env, static_cast<int>(word.size()), bytes) < 0 || stemmer(env) < 0) return std::string(word);
  return {reinterpret_cast<const char*>(env->p), static_cast<size_t>(env->l)};
}

}  // namespace

std::string snowball_german(std::string_view word) {
  thread_local const Environment<CloseGerman> env(german_UTF_8_create_env());
  return stemmed(env.get(), german_UTF_8_stem, word);
}

std::string snowball_english(std::string_view word) {
  thread_local const Environment<CloseEnglish> env(english_UTF_8_create_env());
  return stemmed(env.get(), english_UTF_8_stem, word);
}

}  // namespace botschaft::text
