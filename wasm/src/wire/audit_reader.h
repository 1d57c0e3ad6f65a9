// Reads what an audit request says about a page, as shared/schema/protocol.schema.json describes it.
#pragma once

#include "site/page.h"
#include "wire/document.h"

namespace botschaft::wire {

[[nodiscard]] site::Page read_audit_request(const Node& node);

}  // namespace botschaft::wire
