// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/series_bar.h"
#include "core/market/hub/series_key.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace strikedesk::market {

/// What history is stored and requested in; everything else is built from it.
enum class BaseFrame : std::uint8_t { Minute, Day };

/// One stored sequence of bars: what the cache is keyed by.
struct BaseKey {
    Symbol symbol;
    BaseFrame frame = BaseFrame::Minute;
    std::string feed;
    Adjustment adjustment = Adjustment::Raw;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("frame", frame);
        a.field("feed", feed);
        a.field("adjustment", adjustment);
    }
    friend auto operator<=>(const BaseKey&, const BaseKey&) = default;
    friend bool operator==(const BaseKey&, const BaseKey&) = default;
};

/// A half-open span of time.
struct TimeSpan {
    Timestamp from;
    Timestamp to;

    template <class A>
    void archive(A& a) {
        a.field("from", from);
        a.field("to", to);
    }
    friend auto operator<=>(const TimeSpan&, const TimeSpan&) = default;
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Ask the provider for the bars of a span; answered page by page with HistoryPage, then HistoryEnded. At
/// most one in flight per BaseKey.
struct LoadBars {
    std::uint64_t request = 0;
    BaseKey key;
    TimeSpan span;
    template <class A>
    void archive(A& a) {
        a.field("request", request);
        a.field("key", key);
        a.field("span", span);
    }
};
/// Nobody looks any more: pages of this request may be dropped. Answered with HistoryEnded{cancelled}.
struct CancelLoad {
    std::uint64_t request = 0;
    template <class A>
    void archive(A& a) {
        a.field("request", request);
    }
};
/// Ask the cache on this machine for what it has of a span; answered with CachedBars.
struct LoadCachedBars {
    BaseKey key;
    TimeSpan span;
    template <class A>
    void archive(A& a) {
        a.field("key", key);
        a.field("span", span);
    }
};
/// Store final bars, and that `covered` is now known completely. No answer.
struct SaveBars {
    BaseKey key;
    std::vector<Bar> bars;
    std::vector<TimeSpan> covered;
    template <class A>
    void archive(A& a) {
        a.field("key", key);
        a.field("bars", bars);
        a.field("covered", covered);
    }
};
using HubCommand = std::variant<LoadBars, CancelLoad, LoadCachedBars, SaveBars>;

/// One page of an answer. `through`: the provider has said everything up to here (exclusive).
struct HistoryPage {
    std::uint64_t request = 0;
    std::vector<Bar> bars;
    Timestamp askedAt; ///< market time the request was sent: what came live later is newer (merge rule a)
    Timestamp through;
    template <class A>
    void archive(A& a) {
        a.field("request", request);
        a.field("bars", bars);
        a.field("askedAt", askedAt);
        a.field("through", through);
    }
};
/// How a load ended.
enum class HistoryOutcome : std::uint8_t { Complete, Cancelled, Failed, Throttled };
/// Nothing more comes for this request.
struct HistoryEnded {
    std::uint64_t request = 0;
    HistoryOutcome outcome = HistoryOutcome::Complete;
    std::string why; ///< a sentence when failed or throttled
    template <class A>
    void archive(A& a) {
        a.field("request", request);
        a.field("outcome", outcome);
        a.field("why", why);
    }
};
/// What the cache holds of a span: bars, and which parts of the span it knows completely.
struct CachedBars {
    BaseKey key;
    TimeSpan span;
    std::vector<Bar> bars;
    std::vector<TimeSpan> covered;
    template <class A>
    void archive(A& a) {
        a.field("key", key);
        a.field("span", span);
        a.field("bars", bars);
        a.field("covered", covered);
    }
};
using HubAnswer = std::variant<HistoryPage, HistoryEnded, CachedBars>;

} // namespace strikedesk::market
