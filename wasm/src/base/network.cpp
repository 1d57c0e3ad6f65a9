#include "base/network.h"

#include <array>

namespace botschaft {
namespace {

constexpr NetworkFacts kGenerated[] = {
#include "networks.inc"
};

constexpr size_t index_of(Network network) {
  return static_cast<size_t>(network);
}

// The generated table is in the order of the files' names.
constexpr auto kFacts = [] {
  std::array<NetworkFacts, kNetworkCount> facts{};
  for (const NetworkFacts& generated : kGenerated) facts[index_of(generated.network)] = generated;
  return facts;
}();

constexpr bool is_complete() {
  for (const NetworkFacts& facts : kFacts) {
    if (facts.id.empty()) return false;
  }
  return std::size(kGenerated) == kNetworkCount;
}
static_assert(is_complete(), "Every network of the enum has a file in shared/networks, and the other way round");

}  // namespace

std::span<const NetworkFacts> all_networks() {
  return kFacts;
}

const NetworkFacts& facts_of(Network network) {
  return kFacts[index_of(network)];
}

std::optional<Network> network_by_id(std::string_view id) {
  for (const NetworkFacts& facts : kFacts) {
    if (facts.id == id) return facts.network;
  }
  return std::nullopt;
}

uint32_t limit_of(Network network, Kind kind) {
  const NetworkFacts& facts = facts_of(network);
  return kind == Kind::kPost ? facts.post_limit : facts.comment_limit;
}

}  // namespace botschaft
