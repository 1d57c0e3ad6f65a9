// The answer to "similar": which approved captions and earlier posts a text comes close to.
#pragma once

#include "engine/engine.h"
#include "wire/json.h"
#include "wire/requests.h"

namespace botschaft::wire {

[[nodiscard]] Json similar_answer(const engine::Engine& engine, const SimilarRequest& request, UiLanguage language);

}  // namespace botschaft::wire
