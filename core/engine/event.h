// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/market/trading_status.h"
#include "core/trade/orders/broker.h"
#include "core/trade/orders/order_core.h"
#include "core/trade/risk/entry_ticket.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace strikedesk::engine {

// Everything the engine hears, as plain values grouped by topic. Handlers are exhaustive visits.

/// A quote changed on a stream.
struct QuoteReceived {
    market::Quote quote;
    template <class A>
    void archive(A& a) {
        a.field("quote", quote);
    }
};
/// The market printed a trade.
struct TradePrinted {
    market::TradePrint print;
    template <class A>
    void archive(A& a) {
        a.field("print", print);
    }
};
/// A bar came on a stream.
struct BarReceived {
    Symbol symbol;
    market::Bar bar;
    market::BarKind kind = market::BarKind::Minute;
    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("bar", bar);
        a.field("kind", kind);
    }
};
/// A halt, pause or resume.
struct StatusReceived {
    market::TradingStatus status;
    template <class A>
    void archive(A& a) {
        a.field("status", status);
    }
};
/// Quotes were read on request; unknown symbols are absent.
struct QuotesRead {
    std::vector<market::Quote> quotes;
    template <class A>
    void archive(A& a) {
        a.field("quotes", quotes);
    }
};
using MarketEvent = std::variant<QuoteReceived, TradePrinted, BarReceived, StatusReceived, QuotesRead>;

/// The commit with this ticket is durable.
struct LogAppended {
    std::uint64_t ticket = 0;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
    }
};
/// The commit with this ticket failed; nothing of it is durable.
struct LogFailed {
    std::uint64_t ticket = 0;
    std::string message;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
        a.field("message", message);
    }
};
/// What became of an order's one request.
struct OrderAnswered {
    ClientOrderId clientOrderId;
    trade::WriteOutcome outcome;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("outcome", outcome);
    }
};
/// What became of a cancel request.
struct CancelAnswered {
    ClientOrderId clientOrderId;
    trade::WriteOutcome outcome;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("outcome", outcome);
    }
};
/// What a look-up by our id found. Neither found nor definite: the look-up itself failed.
struct OrderLookedUp {
    ClientOrderId clientOrderId;
    std::optional<trade::BrokerOrder> found;
    bool definite = false;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
        a.field("found", found);
        a.field("definite", definite);
    }
};
/// A message of trade_updates.
struct OrderUpdateReceived {
    trade::OrderUpdate update;
    template <class A>
    void archive(A& a) {
        a.field("update", update);
    }
};
/// The broker's books were read.
struct BrokerSwept {
    trade::BrokerSweep sweep;
    template <class A>
    void archive(A& a) {
        a.field("sweep", sweep);
    }
};
/// The broker's books could not be read.
struct SweepFailed {
    std::uint64_t sweepId = 0;
    bool unauthorised = false;
    std::string message;
    template <class A>
    void archive(A& a) {
        a.field("sweepId", sweepId);
        a.field("unauthorised", unauthorised);
        a.field("message", message);
    }
};
using OrderEvent = std::variant<LogAppended, LogFailed, OrderAnswered, CancelAnswered, OrderLookedUp,
                                OrderUpdateReceived, BrokerSwept, SweepFailed>;

/// A connection of ours to a venue.
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
    template <class A>
    void archive(A& a) {
        a.field("channel", channel);
        a.field("state", state);
        a.field("reason", reason);
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
using LinkEvent = std::variant<LinkChanged, ClockRead, LeaseChanged>;

/// A person (or later a strategy) wants a position opened.
struct TicketSubmitted {
    trade::EntryTicket ticket;
    template <class A>
    void archive(A& a) {
        a.field("ticket", ticket);
    }
};
struct CancelRequested {
    ClientOrderId clientOrderId;
    template <class A>
    void archive(A& a) {
        a.field("clientOrderId", clientOrderId);
    }
};
struct CloseRequested {
    IntentId tradeId;
    trade::ExitReason reason = trade::ExitReason::Manual;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("reason", reason);
    }
};
struct PlanRequested {
    IntentId tradeId;
    trade::ExitPlan plan;
    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("plan", plan);
    }
};
/// The kill switch was moved; KillLevel::None releases it (a person only).
struct KillRequested {
    trade::KillLevel level = trade::KillLevel::BlockEntries;
    std::string by;
    template <class A>
    void archive(A& a) {
        a.field("level", level);
        a.field("by", by);
    }
};
using UserEvent =
    std::variant<TicketSubmitted, CancelRequested, CloseRequested, PlanRequested, KillRequested>;

/// Nothing but time.
struct TimeAdvanced {
    template <class A>
    void archive(A&) {}
};
/// Settings changed while running.
struct SettingsChanged {
    trade::TradeSettings settings;
    template <class A>
    void archive(A& a) {
        a.field("settings", settings);
    }
};
using SystemEvent = std::variant<TimeAdvanced, SettingsChanged>;

using Event = std::variant<MarketEvent, OrderEvent, LinkEvent, UserEvent, SystemEvent>;

/// True for events that may not wait behind market data: orders, people, acknowledgements, timers.
inline bool isUrgent(const Event& event) { return !std::holds_alternative<MarketEvent>(event); }

} // namespace strikedesk::engine
