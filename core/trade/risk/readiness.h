// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace strikedesk::trade {

/// How far the program is from sending orders (architecture, "Readiness and mode").
enum class Readiness : std::uint8_t {
    Cold,    ///< nothing known yet
    Observe, ///< data may flow, no order may leave
    Ready,   ///< a person's orders and managed exits
    Armed,   ///< automatic entries too, within a scope and budget, never restored at start
};

std::string_view toText(Readiness readiness);

} // namespace strikedesk::trade
