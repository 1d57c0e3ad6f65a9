// Reads who does what: roles, topics, the people behind them, and whose agreement a post needs.
#pragma once

#include "pack/pack.h"
#include "wire/document.h"

namespace botschaft::wire {

// Fills in roles, topics, people, responsibilities, approvals and channels of a pack; problems go to the node's report.
void read_people(const Node& root, pack::Pack& pack);

}  // namespace botschaft::wire
