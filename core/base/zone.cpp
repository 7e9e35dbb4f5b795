// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"

#include <array>
#include <cstddef>
#include <iterator>

namespace strikedesk {

namespace {

struct ZonePeriod {
    std::int64_t utcSeconds;
    std::int32_t offsetSeconds;
    bool isDst;
};

constexpr ZonePeriod kPeriods[] = {
#include "generated/new_york_zone_table.inc"
};
constexpr std::size_t kPeriodCount = std::size(kPeriods);

// Time is cut into buckets of 2^22 s (48 days), shorter than any period (the shortest, before the oil-crisis
// winter of 1974, had 70 days), so that a bucket holds at most one change and a look-up is one index and one
// comparison.
constexpr int kBucketShift = 22;
constexpr std::size_t kBucketCount =
    static_cast<std::size_t>(kPeriods[kPeriodCount - 1].utcSeconds >> kBucketShift) + 1;

constexpr bool periodsSuitBuckets() {
    for (std::size_t i = 1; i < kPeriodCount; ++i)
        if (kPeriods[i].utcSeconds - kPeriods[i - 1].utcSeconds <= (std::int64_t{1} << kBucketShift))
            return false;
    return kPeriods[0].utcSeconds == 0;
}
static_assert(periodsSuitBuckets(), "the generated zone table has periods too short for the bucket index");

/// For each bucket the period in force at its start.
constexpr auto kPeriodOfBucket = [] {
    std::array<std::uint8_t, kBucketCount> first{};
    static_assert(kPeriodCount < 256);
    std::size_t period = 0;
    for (std::size_t bucket = 0; bucket < kBucketCount; ++bucket) {
        const std::int64_t start = static_cast<std::int64_t>(bucket) << kBucketShift;
        while (period + 1 < kPeriodCount && kPeriods[period + 1].utcSeconds <= start)
            ++period;
        first[bucket] = static_cast<std::uint8_t>(period);
    }
    return first;
}();

std::size_t periodAt(std::int64_t utcSeconds) {
    if (utcSeconds < 0)
        return 0;
    const auto bucket = static_cast<std::size_t>(utcSeconds >> kBucketShift);
    if (bucket >= kBucketCount)
        return kPeriodCount - 1;
    const std::size_t period = kPeriodOfBucket[bucket];
    return period + 1 < kPeriodCount && kPeriods[period + 1].utcSeconds <= utcSeconds ? period + 1 : period;
}

std::int64_t floorSeconds(Timestamp t) {
    const std::int64_t ns = t.nanoseconds();
    return ns / 1'000'000'000 - (ns % 1'000'000'000 < 0 ? 1 : 0);
}

} // namespace

NewYorkTime toNewYork(Timestamp t) {
    const std::int64_t utc = floorSeconds(t);
    const ZonePeriod& period = kPeriods[periodAt(utc)];
    const std::int64_t local = utc + period.offsetSeconds;
    const std::int64_t day = local / 86'400 - (local % 86'400 < 0 ? 1 : 0);
    return {Date::fromDays(static_cast<std::int32_t>(day)), static_cast<std::int32_t>(local - day * 86'400),
            period.offsetSeconds, period.isDst};
}

Date newYorkDate(Timestamp t) { return toNewYork(t).date; }

Timestamp fromNewYork(Date date, std::int32_t secondOfDay) {
    const std::int64_t local = std::int64_t{date.days()} * 86'400 + secondOfDay;
    // Local time is behind UTC, so reading it as UTC lands at or before the true instant: the period found is
    // the right one or the one before it.
    const std::size_t period = periodAt(local);
    const std::int64_t before = local - kPeriods[period].offsetSeconds;
    if (period + 1 == kPeriodCount || before < kPeriods[period + 1].utcSeconds)
        return Timestamp::fromSeconds(before);
    const std::int64_t after = local - kPeriods[period + 1].offsetSeconds;
    if (after < kPeriods[period + 1].utcSeconds)
        return Timestamp::fromSeconds(kPeriods[period + 1].utcSeconds);
    return Timestamp::fromSeconds(after);
}

} // namespace strikedesk
