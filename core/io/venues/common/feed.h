// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/net/backoff.h"
#include "core/io/venues/common/feed_values.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trading_status.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace strikedesk::venues {

/// Where a stream stands; only Live delivers.
enum class StreamPhase : std::uint8_t {
    Stopped,        ///< not wanted
    Connecting,     ///< handshake
    Authenticating, ///< keys sent
    Subscribing,    ///< accepted, desired set not yet acknowledged
    Live,           ///< acknowledged; sweep or backfill now
    Waiting,        ///< pause before the next attempt
    Refused,        ///< keys or rights refused: stays down until restarted by a person
};

/// A stream's state with a sentence for people, and what it counted since it was made.
struct StreamStatus {
    StreamPhase phase = StreamPhase::Stopped;
    std::string reason;
    std::int64_t malformedFrames = 0; ///< dropped; the connection is reopened after three in a row
    std::int64_t unknownMessages = 0; ///< kinds we do not know; skipped
    std::int64_t connections = 0;
};

/// Malformed frames in a row after which a connection is reopened.
inline constexpr int kMostBadInRow = 3;

/// Bounds shared by the streams.
struct StreamTuning {
    Duration pingEvery = Duration::seconds(10);
    Duration pongWithin = Duration::seconds(10);
    Duration handshake = Duration::seconds(10);
    Duration loginWithin = Duration::seconds(10);          ///< from open to acknowledged
    Duration afterConnectionLimit = Duration::seconds(20); ///< pause: the venue's old session must time out
    Duration settled =
        Duration::seconds(60); ///< so long up, and earlier losses to a connection limit are forgotten
    net::Backoff::Limits backoff;
    std::uint64_t jitterSeed = 0;
};

/// What a market stream should deliver; kept across reconnects. A stream leaves out what its venue does not
/// offer.
struct DesiredChannels {
    std::set<Symbol> trades;
    std::set<Symbol> quotes;
    std::set<Symbol> bars;       ///< minute bars and their late corrections
    std::set<Symbol> secondBars; ///< of a venue that has them
    std::set<Symbol> dailyBars;
    std::set<Symbol> statuses;

    /// How many symbols have quotes or prints: what a data plan counts.
    std::size_t countedSymbols() const;

    friend bool operator==(const DesiredChannels&, const DesiredChannels&) = default;
};

/// What a market stream tells its owner, on the owner's thread; unset members are fine.
struct MarketStreamHandlers {
    std::function<void(const market::Quote&)> quote;
    std::function<void(const market::TradePrint&)> trade;
    std::function<void(const Symbol&, const market::Bar&, market::BarKind)> bar;
    /// The second that just ended; never part of a series of minutes.
    std::function<void(const Symbol&, const market::Bar&)> secondBar;
    std::function<void(const Symbol&, Price value, Timestamp at)> indexValue;
    std::function<void(const market::TradingStatus&)> status;
    std::function<void(const PriceBand&)> priceBand;
    std::function<void(const TradeCancel&)> tradeCancelled;
    std::function<void(const TradeCorrection&)> tradeCorrected;
    /// What the venue delivers from now on; nothing while the connection is down.
    std::function<void(const DesiredChannels&)> confirmed;
    /// Live means the desired set was acknowledged: backfill the gap now.
    std::function<void(const StreamStatus&)> stateChanged;
    /// The venue refused a whole subscription because of its number of symbols: `asked` would have had quotes
    /// or prints, `delivered` still have. The connection goes on; ask for fewer.
    std::function<void(std::size_t asked, std::size_t delivered)> overLimit;
    /// A frame that could not be read, or the venue's words about a request (wrong feed).
    std::function<void(const Error&)> problem;
};

/// One market data connection of any venue. Its handlers are given when it is made. One thread.
class MarketStream {
public:
    virtual ~MarketStream() = default;
    virtual void start() = 0;
    virtual void stop() = 0;
    /// Replaces the desired set; only the difference is sent.
    virtual void setDesired(DesiredChannels desired) = 0;
    /// Pauses between attempts to connect, from the next one on.
    virtual void setBackoff(net::Backoff::Limits limits) = 0;
    virtual const DesiredChannels& desired() const = 0;
    virtual const StreamStatus& status() const = 0;
};

} // namespace strikedesk::venues
