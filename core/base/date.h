// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk {

/// A calendar day without a zone (an expiry, a session date): days since 1970-01-01. Valid 1900 to 2200.
class Date {
public:
    constexpr Date() = default;
    static constexpr Date fromDays(std::int32_t days) { return Date(days); }
    /// Errors: no such day.
    static Result<Date> tryFromYmd(int year, int month, int day);
    /// "2026-03-02". Errors: other shapes, no such day.
    static Result<Date> tryFromIso(std::string_view text);
    /// The UTC day that holds `t`.
    static constexpr Date ofUtc(Timestamp t) {
        const std::int64_t day = 86'400'000'000'000;
        const std::int64_t ns = t.nanoseconds();
        return Date(static_cast<std::int32_t>(ns / day - (ns % day < 0 ? 1 : 0)));
    }

    constexpr std::int32_t days() const { return m_days; }
    int year() const { return static_cast<int>(civil().year()); }
    int month() const { return static_cast<int>(static_cast<unsigned>(civil().month())); }
    int day() const { return static_cast<int>(static_cast<unsigned>(civil().day())); }
    /// 0 = Sunday … 6 = Saturday.
    constexpr int weekday() const { return ((m_days % 7) + 7 + 4) % 7; }
    /// Midnight UTC at the day's start.
    constexpr Timestamp startUtc() const { return Timestamp::fromSeconds(std::int64_t{m_days} * 86'400); }
    std::string iso() const;

    friend constexpr auto operator<=>(Date, Date) = default;
    friend constexpr Date operator+(Date d, int days) { return Date(d.m_days + days); }
    friend constexpr Date operator-(Date d, int days) { return Date(d.m_days - days); }
    friend constexpr int operator-(Date a, Date b) { return a.m_days - b.m_days; }

    template <class A>
    void archiveValue(A& a) {
        a.value(m_days);
        if constexpr (A::kReading)
            if (m_days < kFirstDay || m_days > kLastDay)
                a.fail("date");
    }

private:
    static constexpr std::int32_t kFirstDay = -25'567; ///< 1900-01-01
    static constexpr std::int32_t kLastDay = 84'370;   ///< 2200-12-31

    constexpr explicit Date(std::int32_t days) : m_days(days) {}
    std::chrono::year_month_day civil() const {
        return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(m_days)));
    }
    std::int32_t m_days = 0;
};

} // namespace strikedesk
