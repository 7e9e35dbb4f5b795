// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/venues/common/feed_values.h"
#include "core/io/venues/polygon/codec/ticker.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::polygon {

/// A status message's word (protocol facts, section 15). Words of the last kind are not documented.
enum class StreamWord : std::uint8_t {
    Connected,
    AuthSuccess,
    AuthFailed,
    AuthTimeout,
    Success, ///< one item was subscribed or left
    MaxConnections,
    NotAuthorized, ///< the plan lacks an item
    Error,
    Other,
};

/// The length of an aggregate's window.
enum class WindowKind : std::uint8_t { Second, Minute };

/// Receives what a frame holds, in order. One call per message; nothing is called for a message that did not
/// decode. Values live only during the call.
class PolygonSink {
public:
    virtual ~PolygonSink() = default;
    virtual void onQuote(const market::Quote& quote) = 0;
    virtual void onTrade(const market::TradePrint& print) = 0;
    /// The newest copy of a window replaces an older one of the same start.
    virtual void onBar(const Symbol&, const market::Bar&, WindowKind) {}
    virtual void onIndexValue(const Symbol&, Price, Timestamp) {}
    virtual void onPriceBand(const venues::PriceBand&) {}
    virtual void onWord(StreamWord, std::string_view /*word*/, std::string_view /*message*/) {}
};

/// Decodes the text frames of every cluster. Reuses its buffers; one thread.
class PolygonStreamDecoder {
public:
    PolygonStreamDecoder();
    ~PolygonStreamDecoder();
    PolygonStreamDecoder(const PolygonStreamDecoder&) = delete;
    PolygonStreamDecoder& operator=(const PolygonStreamDecoder&) = delete;

    /// Errors: broken JSON, a message without its instrument or time, a number that does not fit; messages
    /// before the broken one have been delivered. Kinds and instruments we cannot name are counted as
    /// unknown.
    Result<venues::FrameCount> decode(std::string_view json, PolygonSink& sink);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The auth message. Holds the key: never log it.
std::string encodeStreamAuth(std::string_view key);
/// Items are "T.AAPL", "Q.O:SPY251219C00650000".
std::string encodeSubscribe(const std::vector<std::string>& items);
std::string encodeUnsubscribe(const std::vector<std::string>& items);

/// The item an acknowledgement names ("subscribed to: T.AAPL"); "" when it names none. `isJoined` tells which
/// way it went.
std::string_view acknowledgedItem(std::string_view message, bool& isJoined);

} // namespace strikedesk::polygon
