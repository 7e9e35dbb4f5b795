// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/trade/ledger/day_totals.h"
#include "core/trade/ledger/fill.h"

#include <map>
#include <utility>
#include <vector>

namespace strikedesk::trade {

/// An open quantity bought or sold at one price; signed.
struct Lot {
    IntentId tradeId;
    Quantity quantity;
    Price price;
    Timestamp at;

    template <class A>
    void archive(A& a) {
        a.field("tradeId", tradeId);
        a.field("quantity", quantity);
        a.field("price", price);
        a.field("at", at);
    }
};

/// What is held of one instrument and what it has earned. Money is exact; realised is before fees.
struct PositionState {
    std::int64_t multiplier = 100;
    std::vector<Lot> lots; ///< oldest first, all of one sign
    Money realisedGross;
    Money fees;

    Quantity net() const;
    /// Σ quantity × price × multiplier of the open lots, signed.
    Money cost() const;

    template <class A>
    void archive(A& a) {
        a.field("multiplier", multiplier);
        a.field("lots", lots);
        a.field("realisedGross", realisedGross);
        a.field("fees", fees);
    }
};

/// Totals of one trade (entry and its exits). Entry and exit values are positive sums of price × quantity ×
/// multiplier; `gross` counts matched quantity only.
struct TradeTotals {
    Quantity entered;
    Quantity exited;
    Money entryValue;
    Money exitValue;
    Money gross;
    Money fees;
    Timestamp firstFillAt;
    Timestamp lastFillAt;

    Money net() const { return gross - fees; }

    template <class A>
    void archive(A& a) {
        a.field("entered", entered);
        a.field("exited", exited);
        a.field("entryValue", entryValue);
        a.field("exitValue", exitValue);
        a.field("gross", gross);
        a.field("fees", fees);
        a.field("firstFillAt", firstFillAt);
        a.field("lastFillAt", lastFillAt);
    }
};

/// What applying a fill did.
enum class FillVerdict : std::uint8_t {
    Applied,   ///< counted now; an inferred fill it overlaps has given way to it
    Duplicate, ///< known already under its identity; nothing changed
    Conflict,  ///< overlaps fills known differently, or impossible figures; nothing changed, a person must
               ///< look
};

/// The one place that turns fills into positions, lots, cash and profit. Each fill counts once, by its
/// identity (broker order, cumulative quantity). Exact integers: cash change = −Σ signed quantity × price ×
/// multiplier − fees. Closing fills match lots of their own trade first, then the oldest. One thread;
/// archived.
class Ledger {
public:
    FillVerdict apply(const Fill& fill);
    /// What apply() would say.
    FillVerdict verdictOf(const Fill& fill) const;

    /// Sum of the fills known of one broker order.
    Quantity filled(const BrokerOrderId& order) const;
    /// Spans (from, to] of the order's first `upTo` whose fills are not known, ascending.
    std::vector<std::pair<Quantity, Quantity>> gaps(const BrokerOrderId& order, Quantity upTo) const;
    /// Value (price × quantity, multiplier 1) of the fills known of one broker order.
    Money filledValue(const BrokerOrderId& order) const;
    Quantity net(const Symbol& symbol) const;
    /// Null when the instrument was never traded.
    const PositionState* position(const Symbol& symbol) const;
    const TradeTotals* trade(const IntentId& id) const;
    /// Quantity of the trade still held, signed.
    Quantity open(const IntentId& tradeId, const Symbol& symbol) const;
    const std::map<Symbol, PositionState>& positions() const { return m_positions; }
    /// Books a fee of the account once by its activity's id; of a trade as well when it names one that
    /// filled. A negative amount gives money back. False when it is booked already.
    bool bookFee(const std::string& activity, const AccountFee& fee);
    bool hasFee(const std::string& activity) const { return m_accountFees.contains(activity); }
    const std::vector<Fill>& fills() const { return m_fills; }
    /// Zero on a day without fills.
    DayTotals day(Date newYork) const;
    /// Change of cash since the first fill.
    Money cash() const { return m_cash; }
    Money realisedNet() const { return m_realisedGross - m_fees; }
    /// cash + Σ open cost = realised − fees. Always true; the invariant checkers ask.
    bool cashIdentityHolds() const;

    template <class A>
    void archive(A& a) {
        a.field("fills", m_fills);
        a.field("known", m_known);
        a.field("positions", m_positions);
        a.field("trades", m_trades);
        a.field("cash", m_cash);
        a.field("realisedGross", m_realisedGross);
        a.field("fees", m_fees);
        a.field("days", m_days);
        a.field("accountFees", m_accountFees);
    }

private:
    void book(const Fill& fill);
    void supersede(const Fill& fill);
    void addToTrade(const Fill& fill, bool closes);
    Quantity closeLots(PositionState& position, const Fill& fill, bool ownTradeOnly, Quantity left);
    void realise(PositionState& position, Lot& lot, const Fill& fill, Quantity matched);

    std::vector<Fill> m_fills;
    /// Per broker order: cumulative quantity → index of the fill that reached it.
    std::map<BrokerOrderId, std::map<Quantity, std::uint64_t>> m_known;
    std::map<Symbol, PositionState> m_positions;
    std::map<IntentId, TradeTotals> m_trades;
    std::map<Date, DayTotals> m_days;
    std::map<std::string, AccountFee> m_accountFees; ///< by activity
    Money m_cash;
    Money m_realisedGross;
    Money m_fees;
};

} // namespace strikedesk::trade
