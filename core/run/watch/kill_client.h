// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/trade/risk/kill.h"

#include <filesystem>
#include <string>

namespace strikedesk::watch {

/// Sends a kill to the process that holds the profile and returns what it says was done. Waits. Errors:
/// NotFound when none runs; Timeout when it does not answer; Refused, with its words.
Result<std::string> sendKill(const std::filesystem::path& folder, trade::KillLevel level,
                             const std::string& by, Duration patience = Duration::seconds(5));

} // namespace strikedesk::watch
