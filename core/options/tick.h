// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/price.h"
#include "core/base/symbol.h"

#include <cstdint>

namespace strikedesk::options {

/// Which price steps an option class trades in. Source: the exchanges' penny interval programme (Cboe
/// rule 5.4): programme classes quote in 0.01 below 3.00 and 0.05 from 3.00 up, SPY, QQQ and IWM in 0.01 at
/// every price, all other classes in 0.05 below and 0.10 from 3.00 up. Net prices of multi-leg orders step by
/// 0.01.
enum class TickClass : std::uint8_t {
    PennyThroughout, ///< 0.01
    PennyProgram,    ///< 0.01 / 0.05
    Standard,        ///< 0.05 / 0.10
};

/// What the broker's contract list says about the penny interval programme (its `ppind` filter).
enum class PennyProgram : std::uint8_t { Member, NotMember, Unknown };

/// The class of a contract root. SPY, QQQ and IWM are penny throughout. When membership is unknown, a short
/// list of the most active classes counts as members and every other root as Standard, whose prices are valid
/// in a programme class too. An adjusted root (trailing digit) counts as its plain one.
TickClass tickClassOf(const Symbol& root, PennyProgram program = PennyProgram::Unknown);

/// The step at a price; the step from 3.00 up applies at 3.00 itself.
Price tickSize(TickClass tickClass, Price price);

/// The nearest valid price at or below / at or above; never below zero for a positive price.
Price roundDownToTick(TickClass tickClass, Price price);
Price roundUpToTick(TickClass tickClass, Price price);
/// Whether the price is on its grid.
bool isOnTick(TickClass tickClass, Price price);

} // namespace strikedesk::options
