// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/common/feed.h"
#include "core/io/venues/polygon/endpoints.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::polygon {

/// What a socket is asked for, in the venue's words: "T.AAPL", "Q.O:SPY251219C00650000", "AM.I:SPX".
using StreamItems = std::set<std::string>;

/// Quotes of contracts are limited to this many per connection (protocol facts, section 15).
inline constexpr std::size_t kMostOptionQuotes = 1'000;

/// The items of `desired` that belong to this cluster's instruments and that it offers. Prints, quotes,
/// minute and second bars, and of stocks the price bands under `statuses`; of indices `trades` are their
/// values. Of contracts only the first thousand quotes.
StreamItems itemsOf(Cluster cluster, const venues::DesiredChannels& desired);

/// The channels these items are.
venues::DesiredChannels channelsOf(const StreamItems& items);

/// What is in `want` and not in `have`, cut into lists short enough for one message.
std::vector<std::vector<std::string>> missingItems(const StreamItems& have, const StreamItems& want);

/// The names in an acknowledgement's list ("T.AAPL,T.MSFT").
std::vector<std::string> itemsIn(std::string_view list);

} // namespace strikedesk::polygon
