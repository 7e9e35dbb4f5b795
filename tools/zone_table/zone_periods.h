// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::zone_table {

/// From `utcSeconds` on, local time is UTC + `offsetSeconds`, until the next period begins.
struct Period {
    std::int64_t utcSeconds = 0;
    std::int32_t offsetSeconds = 0;
    bool isDst = false;

    friend bool operator==(const Period&, const Period&) = default;
};

/// The years the generated table covers: from the start of the first to the end of the last.
inline constexpr int kFirstYear = 1970;
inline constexpr int kLastYear = 2050;

/// Seconds from 1970-01-01 to midnight of a day of the proleptic Gregorian calendar.
std::int64_t secondsOfDay(int year, int month, int day);

/// The day of the month of the `week`-th (1 to 5, 5 = last) `weekday` (0 = Sunday).
int dayOfRule(int year, int month, int week, int weekday);

/// Periods of the 64-bit section of a TZif file (RFC 8536), extended by its POSIX footer, cut to the covered
/// years. Nothing when the bytes are not such a file or the footer has another form than std-offset-dst with
/// month rules.
std::optional<std::vector<Period>> periodsFromTzif(std::string_view bytes);

/// The same from the law alone: Uniform Time Act of 1966, Emergency Daylight Saving Act (1974, 1975), its
/// change of 1986 (first Sunday of April from 1987) and Energy Policy Act of 2005 (second Sunday of March to
/// first Sunday of November from 2007).
std::vector<Period> periodsFromLaw();

/// The table as C++ text for core/base/zone.cpp.
std::string tableText(const std::vector<Period>& periods, std::string_view source);

} // namespace strikedesk::zone_table
