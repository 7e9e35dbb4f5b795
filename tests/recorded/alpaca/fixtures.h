// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/stream_codec.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace strikedesk::alpaca::test {

/// Folder of the recorded payloads; empty when this machine has none.
std::filesystem::path fixtureFolder();
/// Content of one file, named relative to the folder ("account/account_small_apca.json").
std::string fixture(const std::string& name);
/// Names of all payload files, relative, sorted.
std::vector<std::string> allFixtures();
/// Non-empty lines.
std::vector<std::string> linesOf(const std::string& text);

/// Keeps everything a frame delivered.
class Keeper final : public StreamSink {
public:
    void onQuote(const market::Quote& quote) override { quotes.push_back(quote); }
    void onTrade(const market::TradePrint& print) override { trades.push_back(print); }
    void onBar(const Symbol& symbol, const market::Bar& bar, market::BarKind kind) override {
        bars.emplace_back(symbol, bar);
        barKinds.push_back(kind);
    }
    void onStatus(const market::TradingStatus& status) override { statuses.push_back(status); }
    void onTradeCancel(const TradeCancel& cancel) override { cancels.push_back(cancel); }
    void onTradeCorrection(const TradeCorrection& correction) override { corrections.push_back(correction); }
    void onPriceBand(const PriceBand& band) override { bands.push_back(band); }
    void onImbalance(const Imbalance& imbalance) override { imbalances.push_back(imbalance); }
    void onNews(const NewsArticle& article) override { news.push_back(article); }
    void onGreeting(StreamGreeting greeting) override { greetings.push_back(greeting); }
    void onSubscription(const SubscriptionAck& ack) override { acks.push_back(ack); }
    void onFault(std::int64_t code, std::string_view message) override { faults.emplace_back(code, message); }

    std::size_t total() const {
        return quotes.size() + trades.size() + bars.size() + statuses.size() + cancels.size() +
               corrections.size() + bands.size() + imbalances.size() + news.size() + greetings.size() +
               acks.size() + faults.size();
    }

    std::vector<market::Quote> quotes;
    std::vector<market::TradePrint> trades;
    std::vector<std::pair<Symbol, market::Bar>> bars;
    std::vector<market::BarKind> barKinds;
    std::vector<market::TradingStatus> statuses;
    std::vector<TradeCancel> cancels;
    std::vector<TradeCorrection> corrections;
    std::vector<PriceBand> bands;
    std::vector<Imbalance> imbalances;
    std::vector<NewsArticle> news;
    std::vector<StreamGreeting> greetings;
    std::vector<SubscriptionAck> acks;
    std::vector<std::pair<std::int64_t, std::string>> faults;
};

} // namespace strikedesk::alpaca::test

/// Skips a test on a machine without the payloads.
#define STRIKEDESK_NEEDS_FIXTURES()                                                                          \
    if (::strikedesk::alpaca::test::fixtureFolder().empty())                                                 \
    GTEST_SKIP() << "no recorded payloads; set STRIKEDESK_SHARED_DIR to the folder that holds "              \
                    "fixtures/alpaca"
