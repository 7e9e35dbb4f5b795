// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/feed.h"

#include <algorithm>

namespace strikedesk::venues {

std::size_t DesiredChannels::countedSymbols() const {
    return quotes.size() +
           static_cast<std::size_t>(std::count_if(trades.begin(), trades.end(), [this](const Symbol& symbol) {
               return !quotes.contains(symbol);
           }));
}

} // namespace strikedesk::venues
