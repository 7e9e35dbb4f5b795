// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/option_symbol.h"
#include "ui/link/link_board.h"
#include "ui/readers/instrument_reader.h"

namespace strikedesk::ui {

/// What a group looks at when a line with this instrument is chosen: the contract and its underlying (by the
/// contract's details where they are known, else by its root), or a stock alone.
inline LinkSelection linkOf(const Symbol& symbol, const InstrumentReader& instruments) {
    const auto option = OptionSymbol::tryFrom(symbol);
    if (!option)
        return {symbol, Symbol()};
    const auto known = instruments.contract(symbol);
    return {known && !known->underlying.isEmpty() ? known->underlying : option->root(), symbol};
}

} // namespace strikedesk::ui
