// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/timestamp.h"
#include "core/engine/link_event.h"
#include "core/market/vendor.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::session {

/// Which vendor's stream serves one channel. The first of the order serves as long as it may have real-time
/// data (or is the broker, whose late feed is a person's choice); when
/// its stream stays away while the market is open, the next one is brought up and takes over as soon as it is
/// there; when the first has been back for a while it serves again. At most one serves at a time, so a series
/// never holds two feeds. A plain value; one thread.
class FeedChooser {
public:
    struct Limits {
        Duration patience = Duration::seconds(30); ///< how long a stream may be away before another is tried
        Duration proof = Duration::minutes(2);     ///< how long it must be back before it serves again
    };
    struct Change {
        market::Vendor vendor = market::Vendor::Alpaca;
        std::string why; ///< a sentence
    };

    /// `order` holds at least one vendor, each once.
    explicit FeedChooser(std::vector<market::Vendor> order, Limits limits);
    explicit FeedChooser(std::vector<market::Vendor> order) : FeedChooser(std::move(order), Limits{}) {}

    market::Vendor serving() const { return m_serving; }
    /// Whose streams should be connected: the one that serves, those before it, and the next while the one
    /// that serves is away for too long.
    std::vector<market::Vendor> wanted() const;

    /// The key's plan has no real-time stream of this vendor (or, with true, may have one again).
    void setPossible(market::Vendor vendor, bool isPossible);
    /// A refused key is worth another try; of no effect on a stream that was not refused.
    void forgive(market::Vendor vendor, MonoTime now);
    bool isRefused(market::Vendor vendor) const {
        return m_streams.at(vendor).state == engine::LinkState::Refused;
    }
    void onLink(market::Vendor vendor, engine::LinkState state, MonoTime now);
    /// Decides anew; a change when another vendor serves from now on. Call after the others, and from time to
    /// time (at least every few seconds).
    std::optional<Change> decide(MonoTime now, bool isMarketOpen);

private:
    struct Stream {
        engine::LinkState state = engine::LinkState::Down;
        MonoTime since; ///< of this state; of Down: since it was last open, or first wanted
        bool isPossible = true;
    };
    bool mayServe(const Stream& stream) const {
        return stream.isPossible && stream.state != engine::LinkState::Refused;
    }
    bool isAway(market::Vendor vendor, MonoTime now, bool isMarketOpen) const;

    std::vector<market::Vendor> m_order;
    Limits m_limits;
    std::map<market::Vendor, Stream> m_streams;
    market::Vendor m_serving;
    bool m_isLooking = false; ///< for another one
    bool m_hasBegun = false;
};

} // namespace strikedesk::session
