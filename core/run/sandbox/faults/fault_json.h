// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/faults/fault_book.h"

#include <nlohmann/json_fwd.hpp>

namespace strikedesk::sandbox {

/// A rule as the control endpoint takes it: {"fault": "error_after", "channel": "trading", "method": "POST",
/// "path": "/v2/orders", "status": 503, "count": 1, "skip": 0, "rate": 0.1, "seed": 7, "connection": 3 or
/// "nth": 1, "data_only": true, "location": "http://…", "label": "mine"}. Only "fault" must be there; the
/// fault's own number goes by its own name (ms, bytes, status, retry_after, seconds, code). Hostile; an
/// unknown member is an error.
Result<FaultRule> readFaultRule(const nlohmann::json& value);

nlohmann::json faultRuleJson(const FaultRuleState& state);
nlohmann::json connectionJson(const ConnectionInfo& info);

} // namespace strikedesk::sandbox
