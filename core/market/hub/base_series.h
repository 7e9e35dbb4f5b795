// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/market/hub/aggregate.h"
#include "core/market/hub/bar_store.h"
#include "core/market/hub/coverage.h"
#include "core/market/hub/tick_filter.h"

#include <array>
#include <string>

namespace strikedesk::market {

/// The one provider request of a base sequence, and what became of the last.
struct LoadState {
    std::uint64_t request = 0; ///< 0: none in flight
    TimeSpan span;
    Timestamp through; ///< answered up to here
    Moment issuedAt;
    MonoTime heardAt;
    bool isCancelled = false;
    std::int64_t bars = 0; ///< received by this request

    std::int32_t failures = 0; ///< in a row
    MonoTime retryAt;          ///< nothing is asked for before
    bool isThrottled = false;
    std::string why;

    template <class A>
    void archive(A& a) {
        a.field("request", request);
        a.field("span", span);
        a.field("through", through);
        a.field("issuedAt", issuedAt);
        a.field("heardAt", heardAt);
        a.field("isCancelled", isCancelled);
        a.field("bars", bars);
        a.field("failures", failures);
        a.field("retryAt", retryAt);
        a.field("isThrottled", isThrottled);
        a.field("why", why);
    }
};

/// What was asked of the cache. Spans grow to the past only.
struct CacheState {
    Timestamp askedFrom; ///< unset: never asked
    bool isPending = false;
    MonoTime askedAt;

    template <class A>
    void archive(A& a) {
        a.field("askedFrom", askedFrom);
        a.field("isPending", isPending);
        a.field("askedAt", askedAt);
    }
};

/// Since when the stream proves that minutes without a print had no trade.
struct LiveWatch {
    bool isWatching = false; ///< wanted, and the feed is up
    MonoTime since;
    Timestamp provenFrom; ///< first whole minute surely seen; unset until the subscription had its time

    template <class A>
    void archive(A& a) {
        a.field("isWatching", isWatching);
        a.field("since", since);
        a.field("provenFrom", provenFrom);
    }
};

/// One base sequence with everything known about it.
struct BaseSeries {
    BaseKey key;
    bool isOption = false;
    BarStore store;
    Coverage coverage; ///< of minutes, or of whole days by startOfDay
    Coverage saved;    ///< what the cache knows to be complete
    Coverage doubtful; ///< answered with no bar at all: believed for now, never saved
    TickFilter filter;
    std::array<GapList, 2> gaps; ///< by SeriesSession; minute sequences only
    std::int32_t dayGaps = 0;    ///< day sequences only

    bool isWanted = false;
    bool isFocused = false;
    std::int32_t place = 0;       ///< among the wanted, the most important first
    std::int32_t sessions = 0;    ///< how many a wanted series needs
    std::uint64_t lastWanted = 0; ///< larger is more recent

    LoadState load;
    CacheState cache;
    LiveWatch watch;
    bool isMissing = false; ///< a needed part is not covered
    Timestamp updatedAt;    ///< market time of the last live figure
    std::int64_t refused = 0;
    std::int64_t refusedBefore = 0; ///< of both, when the session began: health counts one session
    std::int64_t badTicksBefore = 0;

    // What neededSpan last found, to spare going through the calendar every second; not archived.
    Date neededFor;
    std::int32_t neededSessions = 0;
    Date neededFirst;

    bool isMinute() const { return key.frame == BaseFrame::Minute; }

    template <class A>
    void archive(A& a) {
        a.field("key", key);
        a.field("isOption", isOption);
        a.field("store", store);
        a.field("coverage", coverage);
        a.field("saved", saved);
        a.field("doubtful", doubtful);
        a.field("filter", filter);
        a.field("regularGaps", gaps[0]);
        a.field("extendedGaps", gaps[1]);
        a.field("dayGaps", dayGaps);
        a.field("isWanted", isWanted);
        a.field("isFocused", isFocused);
        a.field("place", place);
        a.field("sessions", sessions);
        a.field("lastWanted", lastWanted);
        a.field("load", load);
        a.field("cache", cache);
        a.field("watch", watch);
        a.field("isMissing", isMissing);
        a.field("updatedAt", updatedAt);
        a.field("refused", refused);
        a.field("refusedBefore", refusedBefore);
        a.field("badTicksBefore", badTicksBefore);
    }
};

} // namespace strikedesk::market
