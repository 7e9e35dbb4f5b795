// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"

namespace strikedesk::ui {

/// Makes engine snapshots as a test wants them: each call adds one thing. Times default to `at`.
class SnapshotBuilder {
public:
    /// READY, in session, all links open, account 100,000 with 412.30 made today, at 10:42:07 on a trading
    /// day (2026-11-20).
    SnapshotBuilder();
    static Timestamp at();

    SnapshotBuilder& readiness(trade::Readiness readiness, std::string why = {});
    SnapshotBuilder& kill(trade::KillLevel level);
    SnapshotBuilder& closedSession();
    SnapshotBuilder& link(engine::Channel channel, engine::LinkState state, std::string reason = {});
    /// Prices in cents; confirmed `age` ago.
    SnapshotBuilder& quote(const std::string& symbol, std::int64_t bidCents, std::int64_t askCents,
                           std::int64_t bidSize = 10, std::int64_t askSize = 10,
                           Duration age = Duration::milliseconds(300),
                           market::Grade grade = market::Grade::RealTime);
    SnapshotBuilder& last(const std::string& symbol, std::int64_t cents);
    SnapshotBuilder& halted(const std::string& symbol);
    /// A long trade of `quantity` filled at `entryCents`, a take-profit working at `targetCents` (0: none)
    /// and a stop watched at `stopCents` (0: none), marked at `markCents`. Adds its orders and its fill.
    SnapshotBuilder& openTrade(const std::string& id, const std::string& symbol, std::int64_t quantity,
                               std::int64_t entryCents, std::int64_t markCents, std::int64_t targetCents = 0,
                               std::int64_t stopCents = 0);
    /// A working entry order.
    SnapshotBuilder& workingEntry(const std::string& id, const std::string& symbol, std::int64_t quantity,
                                  std::int64_t limitCents);
    SnapshotBuilder& order(trade::OrderState order);
    SnapshotBuilder& fill(trade::Fill fill);
    SnapshotBuilder& external(trade::BrokerPosition position);
    SnapshotBuilder& notice(trade::NoticeLevel level, const std::string& code, const std::string& message);
    SnapshotBuilder& check(trade::TicketCheck check);

    engine::EngineSnapshot build() const;

private:
    engine::EngineSnapshot m_snapshot;
    engine::OrderView m_orders;
    market::QuoteBoard m_quotes;
};

} // namespace strikedesk::ui
