// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/symbol.h"
#include "core/market/vendor.h"
#include "core/trade/orders/broker_account.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace strikedesk::engine {

/// What a connection of ours is for; stock and options data can come from several vendors, one at a time.
enum class Channel : std::uint8_t { OrderStream, StockStream, OptionStream };
/// How a connection is.
enum class LinkState : std::uint8_t {
    Down,    ///< not connected, trying again
    Open,    ///< authorised and subscribed
    Refused, ///< the venue does not accept the key; not tried again
};
/// A connection changed; `reason` is a sentence.
struct LinkChanged {
    Channel channel = Channel::OrderStream;
    LinkState state = LinkState::Down;
    std::string reason;
    market::Vendor vendor = market::Vendor::Alpaca;
    template <class A>
    void archive(A& a) {
        a.field("channel", channel);
        a.field("state", state);
        a.field("reason", reason);
        a.field("vendor", vendor);
    }
};
/// From now on a channel's data comes from another vendor; `why` is a sentence.
struct FeedChosen {
    Channel channel = Channel::StockStream;
    market::Vendor vendor = market::Vendor::Alpaca;
    std::string why;
    template <class A>
    void archive(A& a) {
        a.field("channel", channel);
        a.field("vendor", vendor);
        a.field("why", why);
    }
};
/// The venue's clock was read.
struct ClockRead {
    trade::BrokerClock clock;
    template <class A>
    void archive(A& a) {
        a.field("clock", clock);
    }
};
/// The profile's lease was won or lost.
struct LeaseChanged {
    bool held = true;
    template <class A>
    void archive(A& a) {
        a.field("held", held);
    }
};
/// A data stream said something that does not end it; `message` is for a person.
struct FeedTroubled {
    Channel channel = Channel::StockStream;
    std::string message;
    market::Vendor vendor = market::Vendor::Alpaca;
    template <class A>
    void archive(A& a) {
        a.field("channel", channel);
        a.field("message", message);
        a.field("vendor", vendor);
    }
};
/// What a data plan's number of symbols leaves out of a stream's quotes and prints.
struct StreamChosen {
    Channel channel = Channel::StockStream;
    std::optional<std::int64_t> limit; ///< nothing: none
    std::set<Symbol> leftOut;
    /// Minute bars of what is left out come all the same.
    bool hasBars = false;
    template <class A>
    void archive(A& a) {
        a.field("channel", channel);
        a.field("limit", limit);
        a.field("leftOut", leftOut);
        a.field("hasBars", hasBars);
    }
};
using LinkEvent = std::variant<LinkChanged, ClockRead, LeaseChanged, FeedTroubled, StreamChosen, FeedChosen>;

} // namespace strikedesk::engine
