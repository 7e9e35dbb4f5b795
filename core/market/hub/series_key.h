// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <compare>
#include <cstdint>
#include <string>

namespace strikedesk::market {

/// The interval of a bar. Intraday frames are built from one-minute bars and anchored at the session's open;
/// a day is built from the daily bars with today taken from minutes, a week from days.
enum class Timeframe : std::uint8_t {
    Minute1,
    Minute2,
    Minute3,
    Minute5,
    Minute10,
    Minute15,
    Minute30,
    Hour1,
    Hour2,
    Hour4,
    Day1,
    Week1,
};

/// Which hours a series holds.
enum class SeriesSession : std::uint8_t {
    Regular,  ///< 09:30 to the close
    Extended, ///< 04:00 to the end of the late session
};

/// How prices before a split or dividend are shown.
enum class Adjustment : std::uint8_t {
    Raw,   ///< as traded; the only one for option contracts
    Split, ///< divided by later splits
};

/// "1m", "1h", "1d": as traders write it.
std::string_view toText(Timeframe timeframe);
/// Nothing but the twelve frames is read; error otherwise.
Result<Timeframe> timeframeFrom(std::string_view text);
/// True below one day.
constexpr bool isIntraday(Timeframe timeframe) { return timeframe < Timeframe::Day1; }
/// The nominal length: 1 to 240 minutes, a day, seven days.
Duration lengthOf(Timeframe timeframe);

/// Names one series. Feeds never mix within one. Value type; ordered.
struct SeriesKey {
    Symbol symbol;
    Timeframe timeframe = Timeframe::Minute5;
    SeriesSession session = SeriesSession::Regular;
    std::string feed; ///< "iex", "sip", "indicative", "opra"
    Adjustment adjustment = Adjustment::Raw;

    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("timeframe", timeframe);
        a.field("session", session);
        a.field("feed", feed);
        a.field("adjustment", adjustment);
    }
    friend auto operator<=>(const SeriesKey&, const SeriesKey&) = default;
    friend bool operator==(const SeriesKey&, const SeriesKey&) = default;
};

} // namespace strikedesk::market
