// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/timestamp.h"

#include <cstdint>

namespace strikedesk {

/// Wall time in New York (America/New_York), where every US exchange keeps its hours. Whole seconds.
struct NewYorkTime {
    Date date;
    /// Seconds since midnight on the wall clock, 0 to 86,399.
    std::int32_t secondOfDay = 0;
    /// What was added to UTC, in seconds: −18,000 (EST) or −14,400 (EDT).
    std::int32_t offsetSeconds = 0;
    bool isDst = false;

    int hour() const { return secondOfDay / 3'600; }
    int minute() const { return secondOfDay / 60 % 60; }
    int second() const { return secondOfDay % 60; }

    friend bool operator==(const NewYorkTime&, const NewYorkTime&) = default;
};

/// The conversions below know the years 1970 to 2050 (a table made from the time zone database at build
/// time); before and after they use the first and the last offset of it. Pure, any thread, about 10 ns each.

/// Fractions of a second are cut toward the past.
NewYorkTime toNewYork(Timestamp t);

/// The New York calendar day that holds `t`.
Date newYorkDate(Timestamp t);

/// The instant at which New York clocks show `secondOfDay` on `date`. A time skipped in spring gives the
/// first instant after the gap; one shown twice in autumn gives the earlier. Seconds outside 0 to 86,399
/// count on into the neighbouring days of the wall clock.
Timestamp fromNewYork(Date date, std::int32_t secondOfDay);

} // namespace strikedesk
