// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/bar.h"
#include "core/market/hub/base_series.h"
#include "core/market/hub/built_series.h"
#include "core/market/hub/chart_hub.h"

#include <unordered_map>

namespace strikedesk::market {

/// The inside of ChartHub, shared by its parts: live data (hub_live.cpp), history (hub_history.cpp), what to
/// load (hub_plan.cpp), what to save (hub_save.cpp) and what readers see (hub_view.cpp).
namespace hub {

/// Limits. Memory first: a minute sequence of 60 sessions is about 7 MB, most hold a tenth of it.
inline constexpr std::size_t kBasesKept = 48;     ///< with those wanted; the least recently wanted go first
inline constexpr std::size_t kMostWanted = 128;   ///< series at a time; more are not shown
inline constexpr std::int32_t kSessionsKept = 20; ///< minute sessions kept beyond those needed
inline constexpr std::int32_t kLoadsAtOnce = 4;   ///< one of them is for the focused series only
inline constexpr std::int32_t kFirstSessions = 3; ///< loaded first, so that there is something to see
inline constexpr std::int32_t kNextSessions = 20; ///< of each request after it, newest first
inline constexpr Duration kCacheWait = Duration::seconds(2);
inline constexpr Duration kLoadWait = Duration::seconds(120); ///< without a page: given up, asked again
inline constexpr Duration kCancelWait = Duration::seconds(30);
inline constexpr Duration kClocksDiffer = Duration::seconds(5); ///< later than this is the future
/// A feed that went mute is called down within this; what was not heard by then is not proven.
inline constexpr Duration kMuteLimit = Duration::minutes(2);
/// A subscription is in force this long after it was asked for.
inline constexpr Duration kSubscribes = Duration::seconds(3);
/// A minute is proven by the stream this long after its end.
inline constexpr Duration kLiveSettles = Duration::seconds(3);
/// Market time that passes unseen between two calls and means that the machine slept.
inline constexpr Duration kSlept = Duration::seconds(90);
inline constexpr Duration kSaveEvery = Duration::seconds(30); ///< market time
inline constexpr Duration kSaveAtMost = Duration::seconds(5); ///< monotonic, for fast clocks
inline constexpr Duration kSaveLag = Duration::minutes(3);    ///< longer than kMuteLimit

struct FeedState {
    bool isKnown = false;
    bool isUp = false;
    /// Up to when the market was heard: the newest time in the data, which come late when a connection lags.
    Timestamp heardTo;
    MonoTime lastHeardMono;   ///< when that was; a silence is measured by it, whatever the market's speed
    std::set<Symbol> unheard; ///< not delivered although the feed is up

    void hear(Timestamp to, Moment now) {
        heardTo = std::max(heardTo, std::min(to, now.market));
        lastHeardMono = now.mono;
    }

    template <class A>
    void archive(A& a) {
        a.field("isKnown", isKnown);
        a.field("isUp", isUp);
        a.field("heardTo", heardTo);
        a.field("lastHeardMono", lastHeardMono);
        a.field("unheard", unheard);
    }
};

/// A wanted series: what readers see of it.
struct WantedSeries {
    BuiltSeries built;
    std::shared_ptr<const SeriesSnapshot> snapshot; ///< null until first built
    std::uint64_t version = 0;                      ///< of the snapshot
    std::uint64_t seenVersion = ~std::uint64_t{0};  ///< of the stores it was built from
    std::uint64_t seenShape = ~std::uint64_t{0};
    std::size_t lastDayAt = 0; ///< where the newest day begins in it
    Date lastDay;
    Timestamp beforeLastDay; ///< the newest minute before that day
};

} // namespace hub

struct ChartHub::Impl {
    SessionHours hours;
    std::map<BaseKey, BaseSeries> bases;
    std::map<std::string, hub::FeedState> feeds;
    std::map<SeriesKey, hub::WantedSeries> wanted;
    std::optional<SeriesKey> focus;
    std::vector<HubCommand> commands;
    std::map<std::uint64_t, BaseKey> requests;
    std::uint64_t lastRequest = 0;
    std::uint64_t wants = 0;
    Moment now;
    Moment savedAt;
    Timestamp lastMinute; ///< the one onTime last worked for
    Date sessionDate;     ///< the one whose quality is counted
    std::uint64_t version = 1;
    std::uint64_t lastSnapshot = 0;

    // Made again from the rest, never archived.
    SeriesView view;
    std::uint64_t seenVersion = 0;
    std::unordered_map<Symbol, std::vector<BaseSeries*>> bySymbol; ///< looked up only, never gone through

    // Time and wishes.
    void begin(Moment at);
    void want(const std::vector<SeriesKey>& keys, const std::optional<SeriesKey>& focused);
    void onTime();
    std::optional<Timestamp> nextDue() const;
    void refreshIndex();

    // Live data.
    void takePrint(BaseSeries& base, const TradePrint& print);
    void applyPrint(BaseSeries& base, const TradePrint& print);
    void takeMinuteBar(BaseSeries& base, const Bar& bar, BarKind kind);
    void takeDailyBar(BaseSeries& base, const Bar& bar, BarOrigin origin, Timestamp asOf);
    void setFeed(const std::string& feed, bool isUp);
    void setUnheard(const std::string& feed, std::set<Symbol> symbols);
    bool isUnheard(const std::string& feed, const Symbol& symbol) const;
    void startWatch(BaseSeries& base);
    void loseStream(BaseSeries& base, Timestamp from);
    void advanceWatch(BaseSeries& base);
    void closeMinutes(BaseSeries& base);

    // History.
    void onPage(const HistoryPage& page);
    void onEnded(const HistoryEnded& ended);
    void onCached(const CachedBars& cached);
    /// Takes a bar of history or cache; true when its interval stays unproven because a live bar was kept.
    bool takeHistoryBar(BaseSeries& base, const Bar& bar, BarOrigin origin, Timestamp asOf);
    BaseSeries* baseOf(std::uint64_t request);
    Timestamp provenAt(const BaseSeries& base, Timestamp asOf) const;

    // What to load.
    std::optional<TimeSpan> neededSpan(BaseSeries& base) const;
    std::optional<TimeSpan> nextPiece(const BaseSeries& base, TimeSpan needed) const;
    void plan();
    void planBase(BaseSeries& base, std::int32_t& inFlight);
    void watchLoad(BaseSeries& base);
    void evict();
    void trim(BaseSeries& base);

    // What to save.
    void saveSpan(BaseSeries& base, TimeSpan allowed);
    void saveAll();

    // What readers see.
    void coverageChanged(BaseSeries& base);
    void touch(const BaseSeries& base) {
        if (base.isWanted)
            ++version;
    }
    const BaseSeries* find(const SeriesKey& key, BaseFrame frame) const;
    const SeriesView& refreshView();
    bool refreshBars(const SeriesKey& key, hub::WantedSeries& series);
    bool refreshIntraday(const SeriesKey& key, const BaseSeries& base, hub::WantedSeries& series);
    std::vector<SeriesBar> daysOf(const SeriesKey& key) const;
    SeriesHealth healthOf(const SeriesKey& key, bool isEmpty) const;

    template <class A>
    void archive(A& a);
};

namespace hub {
/// The base sequence a series needs in `frame`. Option contracts are never adjusted.
BaseKey baseKeyOf(const SeriesKey& key, BaseFrame frame);
/// How many sessions of `frame` a series shows at most; 0: none of it.
std::int32_t sessionsFor(Timeframe timeframe, BaseFrame frame);
} // namespace hub

} // namespace strikedesk::market
