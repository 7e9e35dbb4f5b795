// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/bar.h"
#include "core/market/trade_print.h"

#include <map>
#include <string>
#include <vector>

namespace strikedesk::market::test {

/// Real minute bars by symbol, in time order; empty when the data is not on this machine.
std::map<Symbol, std::vector<Bar>> recordedMinutes();
/// Real daily bars of one symbol, stamped with the session's open.
std::vector<Bar> recordedDays(const Symbol& symbol);
/// Real prints of one symbol, in the order they were printed.
std::vector<TradePrint> recordedPrints(const Symbol& symbol);

} // namespace strikedesk::market::test
