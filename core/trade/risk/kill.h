// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace strikedesk::trade {

/// Levels of the kill switch (architecture, "Kill levels"); each includes the ones before it. Exits stay
/// possible at every level; resolution and sweeps always go on.
enum class KillLevel : std::uint8_t {
    None,
    Disarm,       ///< K1: automatic entries off
    BlockEntries, ///< K2: nothing that adds exposure leaves; working entries are cancelled
    CancelAll,    ///< K3: every order is cancelled, automatic exits are suspended
    Flatten,      ///< K4: every managed position is closed
};

} // namespace strikedesk::trade
