// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/session/session.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <string>

namespace strikedesk::session {

/// What the demonstration does.
struct TradeDemoPlan {
    Symbol underlying;
    std::int64_t contracts = 2;
    std::int64_t targetPercentHundredths = 500;    ///< take-profit above the entry price; 500 = 5 %
    std::int64_t stopPercent = 40;                 ///< stop below the entry limit
    Duration holdAtMost = Duration::minutes(20);   ///< market time, then closed by hand
    Duration giveUpAfter = Duration::seconds(240); ///< of this machine's time
};

/// How it went.
struct TradeDemoReport {
    bool passed = false;
    std::string failure; ///< a sentence when it did not pass
    Symbol contract;
    std::string exitReason;
    std::int64_t entryAttempts = 0;
    Money entryLimitValue;
    store::JournalEntry journal;
    std::vector<trade::Fill> fills;
    Money profitFromFills;           ///< Σ sells − Σ buys − fees, worked out from the fills alone
    std::optional<Money> cashChange; ///< at the broker, from before the entry to after the exit
};

/// The main job once, by itself: wait for READY, pick a near-the-money call, buy it with a take-profit and a
/// stop attached, wait for the take-profit or close by hand, and compare journal, fills and the broker's
/// cash. Works through the session like a window would. Owner's thread of the session.
class TradeDemo {
public:
    TradeDemo(Session& session, TradeDemoPlan plan);

    /// Progress for a person, a line each.
    std::function<void(const std::string&)> say;
    std::function<void(const TradeDemoReport&)> finished;

    /// Call once the session has started; snapshotReady and journaled of the session are taken over.
    void start();

private:
    enum class Stage : std::uint8_t {
        WaitReady,
        WaitUnderlying,
        WaitChain,
        WaitFill,
        Holding,
        Closing,
        Settling,
        Over
    };

    void onSnapshot();
    void waitReady(const engine::EngineSnapshot& snapshot);
    void chooseContract(const engine::EngineSnapshot& snapshot);
    void submit(const engine::EngineSnapshot& snapshot);
    void watchEntry(const engine::EngineSnapshot& snapshot);
    void watchTrade(const engine::EngineSnapshot& snapshot);
    void settle(const engine::EngineSnapshot& snapshot);
    void tellNotices(const engine::EngineSnapshot& snapshot);
    void onChain(const Result<workers::ChainAnswer>& chain, Price spot);
    void fail(const std::string& why);
    void finish();
    void tell(const std::string& line);
    const engine::TradeView* trade(const engine::EngineSnapshot& snapshot) const;

    Session& m_session;
    TradeDemoPlan m_plan;
    TradeDemoReport m_report;
    Stage m_stage = Stage::WaitReady;
    IntentId m_tradeId;
    std::optional<Money> m_cashBefore;
    std::uint64_t m_noticesTold = 0;
    std::uint64_t m_fillsTold = 0;
    std::uint64_t m_ordersTold = 0;
    std::optional<Timestamp> m_heldSince;
    std::optional<Timestamp> m_askedAt;
    bool m_journaled = false;
    std::optional<Timestamp> m_closedAt;
    QTimer m_patience;
    QTimer m_look;
};

} // namespace strikedesk::session
