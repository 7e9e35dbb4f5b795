// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <optional>

namespace strikedesk::trade {

/// The day a contract expires; nothing for a share.
std::optional<Date> expiryOf(const Symbol& symbol);

/// Whether nothing can be traded in it any more: a contract after a quarter past four of its last day in New
/// York, when the last classes stop (protocol facts, section 6). Never for a share. Pure.
bool hasExpired(const Symbol& symbol, Timestamp now);

} // namespace strikedesk::trade
