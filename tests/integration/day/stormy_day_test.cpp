// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/storm.h"
#include "tests/integration/day/day_watch.h"
#include "tests/integration/series/series_rig.h"
#include "tests/integration/session/trading.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

// A day of trading at sixty times its speed, with charts open and random faults on every connection.

namespace strikedesk::test {
namespace {

using market::Timeframe;

constexpr double kSpeed = 60.0;
constexpr std::uint64_t kSeed = 20'261'121;
/// Of frames; it takes a client up to 25 s to notice.
constexpr double kSilentRate = 0.0004;
/// What CI plays; the whole synthetic day has 380 minutes from the account's first moment on.
constexpr int kMinutesInCi = 40;

int minutesToPlay() {
    const char* asked = std::getenv("STRIKEDESK_TEST_DAY_MINUTES");
    const int minutes = asked == nullptr ? 0 : std::atoi(asked);
    return minutes > 0 ? std::min(minutes, 380) : kMinutesInCi;
}

/// A venue at sixty times the speed and a session with both vendors of data.
struct StormRig : SeriesRig {
    StormRig() : SeriesRig(kSpeed) {
        session::SessionConfig config = sandboxSession(port, folder.path() / "storm", kSpeed);
        config.polygonEndpoints = polygon::PolygonEndpoints::sandbox(port);
        config.polygonKey = Secret(sandbox::SandboxConfig().polygonKey);
        config.vendors = {market::Vendor::Alpaca, market::Vendor::Polygon};
        host.emplace(std::move(config));
    }
    /// More of what hurts an order stream, which has few frames; and silences of which one knows where.
    void add(sandbox::FaultKind kind, const std::string& what, sandbox::ChannelSet where, double rate) {
        sandbox::FaultRule rule = sandbox::FaultRule::of(kind);
        rule.where = where;
        rule.rate = rate;
        rule.count = 0;
        rule.seed = kSeed + silent.size();
        rule.label = sandbox::kStormLabel;
        const auto id = server->addFault(rule);
        ASSERT_TRUE(id.ok());
        if (kind == sandbox::FaultKind::Silent)
            silent[*id] = {what, 0};
    }
    void unleash() {
        using sandbox::Channel;
        using sandbox::only;
        add(sandbox::FaultKind::Close, "order stream", only(Channel::TradeUpdates), 0.05);
        add(sandbox::FaultKind::Silent, "order stream", only(Channel::TradeUpdates), 0.02);
        add(sandbox::FaultKind::Silent, "stock stream", only(Channel::Stocks) | only(Channel::PolygonStocks),
            kSilentRate);
        add(sandbox::FaultKind::Silent, "option stream",
            only(Channel::Options) | only(Channel::PolygonOptions), kSilentRate);
        sandbox::StormPlan plan;
        plan.silence = false;
        plan.seed = kSeed;
        plan.rate = 0.2;
        plan.frameRate = 0.02;
        const auto rules = sandbox::stormRules(plan);
        ASSERT_TRUE(rules.ok());
        for (const sandbox::FaultRule& rule : *rules)
            ASSERT_TRUE(server->addFault(rule).ok());
    }
    /// Tells of streams that fell silent since the last look.
    void lookForSilence(DayWatch& watch, MonoTime now) {
        if (now - lookedAt < Duration::milliseconds(250))
            return;
        lookedAt = now;
        const auto rules = server->faults();
        if (!rules)
            return;
        for (const sandbox::FaultRuleState& rule : *rules)
            if (const auto known = silent.find(rule.id);
                known != silent.end() && known->second.second < rule.done) {
                known->second.second = rule.done;
                watch.noteSilence(known->second.first, now);
            }
    }
    /// How many faults really happened.
    std::int64_t calm() {
        std::int64_t done = 0;
        const auto rules = server->faults();
        EXPECT_TRUE(rules.ok());
        if (rules)
            for (const sandbox::FaultRuleState& rule : *rules)
                done += rule.done;
        EXPECT_TRUE(server->clearFaults(sandbox::kStormLabel).ok());
        return done;
    }

    /// Rules that silence: what, and how often they did so far.
    std::map<std::int64_t, std::pair<std::string, std::int64_t>> silent;
    MonoTime lookedAt;
};

/// Every trade that ended is in the journal.
bool areAllJournaled(StormRig& rig) {
    std::set<std::string> rows;
    for (const store::JournalEntry& row : rig.host->journaled)
        rows.insert(row.id);
    const auto snapshot = rig.host->snapshot();
    return std::all_of(snapshot->orders->trades.begin(), snapshot->orders->trades.end(),
                       [&rows](const engine::TradeView& view) {
                           return view.totals.entered.isZero() || rows.contains(view.state.id.text());
                       });
}

/// The books agree, no id arrived twice, cash moved by what the journal says, and no budget was overdrawn.
void expectBooksReconciled(StormRig& rig) {
    EXPECT_TRUE(rig.venue->get("/v2/positions").empty()) << rig.venue->get("/v2/positions").dump();
    EXPECT_TRUE(rig.venue->get("/v2/orders?status=open").empty());
    EXPECT_LE(rig.venue->mostArrivalsOfOneId(), 1);
    std::map<std::string, Money> rows;
    for (const store::JournalEntry& row : rig.host->journaled)
        rows[row.id] = row.netPnl;
    Money sum;
    for (const auto& [id, profit] : rows)
        sum += profit;
    const auto cash = Money::tryFromText(rig.venue->get("/v2/account").at("cash").get<std::string>());
    ASSERT_TRUE(cash.ok());
    EXPECT_EQ((*cash - Money::dollars(100'000)).text(), sum.text());
    EXPECT_EQ(rig.venue->get("/sandbox/v1/arrivals").at("over_rate"), 0) << "a budget was overdrawn";
}

/// Reliability goals, G11: a lost connection is back and swept within 5 s, a silent one noticed within 25 s
/// (and the look at it), a fill that never came over the stream is found within 10 s. The longest times are
/// printed: answers of the sweep itself are lost in a storm.
void expectRecoveredInTime(const DayWatch& watch) {
    for (const auto& [what, seconds] : watch.losses())
        EXPECT_LE(DayWatch::medianOf(seconds), 5.0) << what;
    for (const auto& [what, seconds] : watch.silences())
        EXPECT_LE(*std::max_element(seconds.begin(), seconds.end()), 26.0) << what;
    EXPECT_LE(DayWatch::medianOf(watch.fillDelays()), 5.0);
    std::size_t late = 0;
    for (const double seconds : watch.fillDelays())
        late += seconds > 10.0;
    EXPECT_LE(late * 20, watch.fillDelays().size()) << "one fill in twenty may fall into a second fault";
}

TEST(StormyDay, ChartsEqualTheTruthAndOrdersReconcile) {
    StormRig rig;
    ASSERT_TRUE(rig.begin());
    const auto contract = pickCall(*rig.host);
    ASSERT_TRUE(contract);
    std::set<market::SeriesKey> charts;
    for (const char* symbol : {"SPY", "QQQ", "AAPL", "NVDA"})
        for (const Timeframe frame : {Timeframe::Minute1, Timeframe::Minute5})
            charts.insert(rig.key(symbol, frame));
    rig.want(charts, *charts.begin());
    rig.host->session().watch({{*contract, market::Attention::Held}});
    ASSERT_TRUE(rig.untilLive(*charts.begin()));
    rig.unleash();

    DayWatch watch(kSpeed);
    BusyTrader trader(*rig.host, *contract);
    const auto now = [] { return handover::MarketClock::monotonic(); };
    const Timestamp end = rig.host->session().now().market + Duration::minutes(minutesToPlay());
    const auto play = [&](bool mayEnter) {
        if (const auto snapshot = rig.host->snapshot())
            watch.look(*snapshot, rig.host->session().now());
        rig.lookForSilence(watch, now());
        EXPECT_TRUE(watch.unnoticed(now(), Duration::seconds(30)).empty())
            << "a silent stream counts as open";
        trader.act(now(), mayEnter);
    };
    rig.host->until(
        [&] {
            play(true);
            return end <= rig.host->session().now().market;
        },
        Duration::minutes(10));
    const std::int64_t faults = rig.calm();
    ASSERT_TRUE(rig.host->until(
        [&] {
            play(false);
            return trader.isDone();
        },
        Duration::seconds(60)))
        << "a trade is still open after the storm";
    EXPECT_TRUE(rig.host->until([&] { return areAllJournaled(rig); })) << "a trade is not in the journal";
    for (const market::SeriesKey& key : charts) {
        ASSERT_TRUE(rig.untilLive(key, Duration::seconds(60))) << rig.stateOf(key);
        rig.expectProvidersBars(key);
    }
    expectBooksReconciled(rig);
    EXPECT_GT(faults, 20) << "no storm, no proof";
    EXPECT_GT(trader.entries(), 3);
    std::printf("%d minutes, %lld faults, %d entries\n%s", minutesToPlay(), static_cast<long long>(faults),
                trader.entries(), watch.report().c_str());
    expectRecoveredInTime(watch);
}

} // namespace
} // namespace strikedesk::test
