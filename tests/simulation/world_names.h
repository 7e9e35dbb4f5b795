// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/symbol.h"

#include <array>

namespace strikedesk::simulation {

/// What is traded in every world: two contracts of ours, then one that only others trade.
inline const std::array<Symbol, 3>& contracts() {
    static const std::array<Symbol, 3> all{Symbol::of("SPY260320C00500000"), Symbol::of("SPY260320P00480000"),
                                           Symbol::of("SPY260320C00520000")};
    return all;
}
inline const Symbol& othersContract() { return contracts()[2]; }
inline const Symbol& underlying() {
    static const Symbol share = Symbol::of("SPY");
    return share;
}

} // namespace strikedesk::simulation
