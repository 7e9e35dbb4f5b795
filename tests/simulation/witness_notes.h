// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/market/quote.h"
#include "core/trade/orders/order_record.h"
#include "core/trade/orders/order_state.h"
#include "core/trade/risk/kill.h"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::simulation {

/// What a witness looks at. The invariants of the order path each serves are named beside it.
enum class Check : std::uint8_t {
    OneOrder,        ///< one opening order a ticket, one broker order an id (I1)
    LogOnce,         ///< an intent is recorded once in its life (I2)
    Repeated,        ///< equal tickets within ten seconds are one
    AfterLogFailure, ///< nothing but cancels leaves once the log failed (I3)
    Durable,         ///< durable before effect (I3)
    SentOnce,        ///< no request is repeated
    Exposure,        ///< a request says what it does to the exposure
    NoResurrection,  ///< what ended here as unseen, unsent or refused does not live at the broker (I8)
    GivesUpLate,     ///< only after the horizon and three negatives (I8)
    ReadyToSend,     ///< stream, sweep, account, quote, session, halt at the moment of sending (I11)
    Limits,          ///< counting what is open, in flight and unknown (I12)
    Kill,            ///< level, its durability, and what it holds back (I9)
    ClosingHeld,     ///< what works to close is held, per trade, at the broker (I25)
    Sales,           ///< no trade sells more than it bought, at the broker
    Replay,          ///< folding the log gives the book (I16)
    History,         ///< filled never falls, terminal absorbs, nothing older over newer (I6, I7)
    Shown,           ///< what is shown as filled is in the log
    Stop,            ///< two quotes or half a second beyond the stop
    Collar,          ///< prices of entries and exits inside their collars
    Liveness,        ///< nothing wanted is left undone (I26)
    Bounds,          ///< requests a minute, tries a trade (I18)
    Told,            ///< orphans and what is not ours are said
    FillValue,       ///< our fills are worth what the broker's are (I14)
    Cash,            ///< cash and lots add up (I14)
    Fills,           ///< no two fills contradict each other (I6)
    Short,           ///< nothing is sold that is not held
    Index,           ///< what may still change is looked at
    Filled,          ///< not more than asked for
    Coverage,        ///< not more for sale than held, by our book
    Agreement,       ///< after the faults our books are the broker's (I5)
    Checkpoint,      ///< the engine's checkpoint gives the engine back
    Count
};
inline constexpr std::size_t kChecks = static_cast<std::size_t>(Check::Count);
const char* nameOf(Check check);

/// What was broken first.
struct Breach {
    Check check = Check::Agreement;
    std::string sentence;
};

/// What the witness knows of one order of ours.
struct OrderNote {
    std::optional<trade::OrderIntent> intent;
    bool isDurable = false;
    bool wasSent = false;
    std::optional<std::uint64_t> cancelWanted; ///< the step in which it was decided
    bool liedTo = false;
    std::optional<MonoTime> unknownSince;
    std::int32_t negatives = 0; ///< since then
    MonoTime lastNegative;
    BrokerOrderId brokerId;
    std::vector<trade::OrderStatus> history; ///< at the broker
    std::size_t taken = 0;                   ///< of it, by the book
    Quantity filled;                         ///< most the book ever said
    trade::OrderEnd end = trade::OrderEnd::None;
};

/// What the witness knows of one trade.
struct TradeNote {
    Symbol symbol;
    ClientOrderId opening; ///< the first order that opens it
    std::vector<ClientOrderId> orders;
    trade::ExitPlan plan;
    std::optional<trade::ExitStarted> exit;
    std::uint64_t exitNumber = 0;
    std::deque<MonoTime> sent;
};

/// A quote the program was given.
struct QuoteNote {
    market::Quote quote;
    Moment at;
};

/// The quotes of one symbol as the program was given them.
struct QuoteNotes {
    QuoteNote newest;
    std::deque<QuoteNote> sane; ///< the last of them
};

/// What the world knows when an order leaves.
struct SendFacts {
    bool streamUp = false;
    bool sweptSinceOpen = false; ///< by a sweep that began after the stream opened
    std::optional<MonoTime> accountReadAt;
    bool sessionOpen = false;
    bool halted = false; ///< and the program was told a moment ago
};

/// What the world knows at the end.
struct EndFacts {
    Moment now;
    bool sessionOpen = false;
    bool streamUp = false;
    bool hasBids = false;            ///< in every contract
    std::set<ClientOrderId> orphans; ///< orders with our mark that are not ours
    std::set<Symbol> external;       ///< what others hold here and we never traded
    std::set<Symbol> shownExternal;
};

} // namespace strikedesk::simulation
