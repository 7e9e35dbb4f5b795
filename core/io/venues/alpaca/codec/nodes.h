// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/market_codec.h"
#include "core/io/venues/alpaca/codec/order_codec.h"
#include "core/io/venues/alpaca/codec/reference_codec.h"
#include "core/io/venues/alpaca/codec/shared.h"

namespace strikedesk::alpaca {

// The decoders of one node, shared by answers and stream frames.

/// `hadFilled` tells whether filled_qty was there: the stream also carries reduced orders.
Result<trade::BrokerOrder> orderFrom(JsonTree::Node node, bool* hadFilled = nullptr);
Result<BrokerRefusal> refusalFrom(JsonTree::Node node);
Result<NewsArticle> articleFrom(JsonTree::Node node);

/// The token of the next page; "" when there is none.
std::string nextPage(JsonTree::Node page);

} // namespace strikedesk::alpaca
