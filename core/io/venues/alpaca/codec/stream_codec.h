// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/venues/alpaca/codec/reference_codec.h"
#include "core/io/venues/alpaca/codec/shared.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/market/trading_status.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::alpaca {

/// The full list of what a connection is subscribed to, as acknowledged.
struct SubscriptionAck {
    std::vector<std::string> trades;
    std::vector<std::string> quotes;
    std::vector<std::string> bars;
    std::vector<std::string> updatedBars;
    std::vector<std::string> dailyBars;
    std::vector<std::string> statuses;
    std::vector<std::string> news;
};

/// success messages: connected, authenticated.
enum class StreamGreeting : std::uint8_t { Connected, Authenticated, Other };

/// Receives what a stream frame holds, in order. One call per message; nothing is called for a message that
/// did not decode. Values live only during the call.
class StreamSink {
public:
    virtual ~StreamSink() = default;
    virtual void onQuote(const market::Quote& quote) = 0;
    virtual void onTrade(const market::TradePrint& print) = 0;
    virtual void onBar(const Symbol&, const market::Bar&, market::BarKind) {}
    virtual void onStatus(const market::TradingStatus&) {}
    virtual void onTradeCancel(const TradeCancel&) {}
    virtual void onTradeCorrection(const TradeCorrection&) {}
    virtual void onPriceBand(const PriceBand&) {}
    virtual void onImbalance(const Imbalance&) {}
    virtual void onNews(const NewsArticle&) {}
    virtual void onGreeting(StreamGreeting) {}
    virtual void onSubscription(const SubscriptionAck&) {}
    virtual void onFault(std::int64_t /*code*/, std::string_view /*message*/) {}
};

/// Decodes JSON frames of the stock, news and test streams. Reuses its buffers; one thread.
class StockStreamDecoder {
public:
    StockStreamDecoder();
    ~StockStreamDecoder();
    StockStreamDecoder(const StockStreamDecoder&) = delete;
    StockStreamDecoder& operator=(const StockStreamDecoder&) = delete;

    /// Errors: broken JSON, a message without symbol or time, a number outside US markets; messages before
    /// the broken one have been delivered.
    Result<FrameCount> decode(std::string_view json, StreamSink& sink);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Decodes MessagePack frames of the option streams (and of stock streams asked for in MessagePack: quotes,
/// trades, bars and control messages). Pure function of its input; nesting and counts are bounded.
/// Errors: as above.
Result<FrameCount> decodeOptionFrame(std::string_view bytes, StreamSink& sink);

/// Which channels of a market data stream to join or leave; empty lists are left out.
struct SubscriptionChange {
    std::vector<Symbol> trades;
    std::vector<Symbol> quotes;
    std::vector<Symbol> bars;
    std::vector<Symbol> updatedBars;
    std::vector<Symbol> dailyBars;
    std::vector<Symbol> statuses;

    bool isEmpty() const;
};

/// How a client frame is written: stock streams take JSON text, option streams MessagePack only.
enum class StreamEncoding : std::uint8_t { Json, MessagePack };

/// The auth message. Holds the secret: never log it.
std::string encodeStreamAuth(std::string_view keyId, std::string_view secretKey, StreamEncoding encoding);
std::string encodeSubscribe(const SubscriptionChange& change, StreamEncoding encoding);
std::string encodeUnsubscribe(const SubscriptionChange& change, StreamEncoding encoding);

} // namespace strikedesk::alpaca
