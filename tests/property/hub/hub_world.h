// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/chart_hub.h"
#include "core/market/hub/coverage.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::market::test {

/// A market, a provider with delays and faults, a cache and a stream that breaks, around one hub. Everything
/// follows from the seed and the steps. After each step check() holds what a reader saw against what it sees.
class HubWorld {
public:
    explicit HubWorld(std::uint64_t seed, std::vector<Symbol> symbols);

    /// One action of many; `choice` and `amount` pick which.
    void step(unsigned choice, unsigned amount);
    void want(std::set<SeriesKey> keys, std::optional<SeriesKey> focus);
    void setFeed(bool isUp);
    void advance(int seconds);
    /// All faults end, everything asked for is answered, and five minutes pass.
    void becomeQuiet();

    /// The first broken rule, empty while all hold.
    const std::string& broken() const { return m_broken; }
    /// Holds the wanted series against the ordered truth; empty when they agree.
    std::string compareWithTruth();
    /// What a reader may count on at any moment.
    void check();

    const std::set<SeriesKey>& wanted() const { return m_wanted; }
    const std::vector<SeriesKey>& keys() const { return m_keys; }
    ChartHub& hub() { return m_hub; }
    Moment now() const { return m_now; }
    /// Answers one thing that is waiting, if any.
    void answerSomething(unsigned pick, unsigned pageSize);

private:
    struct Minute {
        Bar bar;
        Timestamp first;
        Timestamp last;
        bool isSent = false;
    };
    struct Load {
        LoadBars load;
        Timestamp cursor;
        std::optional<HistoryPage> page; ///< what the provider said, not yet arrived
        bool isLast = false;
        bool isCancelled = false;
        MonoTime cancelledAt;
    };
    struct Cache {
        std::map<Timestamp, Bar> bars;
        Coverage covered;
    };

    std::uint64_t random(std::uint64_t below);
    void trade(const Symbol& symbol, Timestamp at, std::int64_t units, std::int64_t size);
    void second();
    void maybeTrade(const Symbol& symbol);
    void sendMinutes();
    void lateTrade(unsigned amount);
    void collect();
    void ask(Load& load, unsigned pageSize);
    void arrive(std::size_t index);
    void endLoad(std::size_t index, HistoryOutcome outcome);
    void answerCache();
    void roundTrip();
    void sleep(int seconds);
    bool isHeard(const Symbol& symbol) const;
    std::vector<Bar> dailyTruth(const Symbol& symbol) const;
    void fail(const std::string& what) {
        if (m_broken.empty())
            m_broken = what + " at " + m_now.market.rfc3339();
    }

    std::uint64_t m_state;
    std::vector<Symbol> m_symbols;
    std::vector<SeriesKey> m_keys;
    ChartHub m_hub;
    Moment m_now;
    bool m_isUp = false;
    bool m_isMute = false;
    std::set<SeriesKey> m_wanted;
    std::map<Symbol, std::map<Timestamp, Minute>> m_truth;
    std::map<Symbol, std::int64_t> m_price;
    std::deque<Load> m_loads;
    std::deque<LoadCachedBars> m_reads;
    std::map<BaseKey, Cache> m_caches;
    std::set<BaseKey> m_inFlight;
    std::map<SeriesKey, std::map<Timestamp, std::uint32_t>> m_seen; ///< starts and revisions shown
    std::map<SeriesKey, std::uint64_t> m_versions;
    std::string m_broken;
};

} // namespace strikedesk::market::test
