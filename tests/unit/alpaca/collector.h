// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/stream_codec.h"

#include <vector>

namespace strikedesk::alpaca::test {

/// Keeps quotes, trades and bars, and counts the rest.
struct Collector final : StreamSink {
    void onQuote(const market::Quote& quote) override { quotes.push_back(quote); }
    void onTrade(const market::TradePrint& print) override { trades.push_back(print); }
    void onBar(const Symbol&, const market::Bar& bar, market::BarKind) override { bars.push_back(bar); }
    void onStatus(const market::TradingStatus& status) override { statuses.push_back(status); }
    void onPriceBand(const PriceBand& band) override { bands.push_back(band); }
    void onGreeting(StreamGreeting) override { ++others; }
    void onSubscription(const SubscriptionAck& ack) override { acks.push_back(ack); }
    void onFault(std::int64_t code, std::string_view) override { faults.push_back(code); }

    std::vector<market::Quote> quotes;
    std::vector<market::TradePrint> trades;
    std::vector<market::Bar> bars;
    std::vector<market::TradingStatus> statuses;
    std::vector<PriceBand> bands;
    std::vector<SubscriptionAck> acks;
    std::vector<std::int64_t> faults;
    int others = 0;
};

} // namespace strikedesk::alpaca::test
