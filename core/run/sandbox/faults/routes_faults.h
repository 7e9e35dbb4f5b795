// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/faults/fault_book.h"
#include "core/run/sandbox/http/http_message.h"

#include <optional>

namespace strikedesk::sandbox {

/// /sandbox/v1/rules: GET lists the rules with what they did, POST adds one or a list (fault_json.h) and
/// answers them, DELETE removes all, or those of ?label=, or the one of ?id=. /sandbox/v1/storm: POST
/// {"seed", "rate", "frame_rate", "delay_ms", "writes", "silence"} puts a storm (storm.h) in place of the one
/// before. /sandbox/v1/connections: GET lists the open connections. nullopt for other paths.
std::optional<HttpAnswer> faultRoute(FaultBook& book, const HttpRequest& request);

} // namespace strikedesk::sandbox
