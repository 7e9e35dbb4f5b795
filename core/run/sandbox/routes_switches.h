// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/http/http_message.h"

#include <optional>

namespace strikedesk::sandbox {

class Sandbox;

/// /sandbox/v1/switches: GET tells the switches, POST moves the named ones, all or none, and tells them:
/// stuck_cancel_permille, early_assignment_permille, refuses_when_halted, free_data_plan, ghost_session_ms,
/// slow_client_bytes. nullopt for other paths.
std::optional<HttpAnswer> switchRoute(Sandbox& sandbox, const HttpRequest& request);

} // namespace strikedesk::sandbox
