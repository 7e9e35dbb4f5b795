// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/exits/expiry.h"

#include "core/base/option_symbol.h"
#include "core/base/zone.h"

namespace strikedesk::trade {

std::optional<Date> expiryOf(const Symbol& symbol) {
    const auto option = OptionSymbol::tryFrom(symbol);
    return option ? std::optional(option->expiry()) : std::nullopt;
}

bool hasExpired(const Symbol& symbol, Timestamp now) {
    constexpr std::int32_t kLastClose = (16 * 60 + 15) * 60;
    const auto expiry = expiryOf(symbol);
    return expiry && now >= fromNewYork(*expiry, kLastClose);
}

} // namespace strikedesk::trade
