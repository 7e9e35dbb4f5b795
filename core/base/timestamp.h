// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk {

/// A span of time in nanoseconds, may be negative.
class Duration {
public:
    constexpr Duration() = default;
    static constexpr Duration nanoseconds(std::int64_t n) { return Duration(n); }
    static constexpr Duration microseconds(std::int64_t n) { return Duration(n * 1'000); }
    static constexpr Duration milliseconds(std::int64_t n) { return Duration(n * 1'000'000); }
    static constexpr Duration seconds(std::int64_t n) { return Duration(n * 1'000'000'000); }
    static constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }
    static constexpr Duration hours(std::int64_t n) { return seconds(n * 3'600); }
    static constexpr Duration days(std::int64_t n) { return hours(n * 24); }

    constexpr std::int64_t count() const { return m_ns; }
    constexpr std::int64_t toMilliseconds() const { return m_ns / 1'000'000; }
    constexpr double toSecondsLossy() const { return static_cast<double>(m_ns) / 1e9; }

    friend constexpr auto operator<=>(Duration, Duration) = default;
    friend constexpr Duration operator+(Duration a, Duration b) { return Duration(a.m_ns + b.m_ns); }
    friend constexpr Duration operator-(Duration a, Duration b) { return Duration(a.m_ns - b.m_ns); }
    friend constexpr Duration operator*(Duration a, std::int64_t n) { return Duration(a.m_ns * n); }
    friend constexpr Duration operator/(Duration a, std::int64_t n) { return Duration(a.m_ns / n); }

    template <class A>
    void archiveValue(A& a) {
        a.value(m_ns);
    }

private:
    constexpr explicit Duration(std::int64_t ns) : m_ns(ns) {}
    std::int64_t m_ns = 0;
};

/// A point of market time: nanoseconds since 1970-01-01 UTC. The zero value means "not set".
class Timestamp {
public:
    constexpr Timestamp() = default;
    static constexpr Timestamp fromNanoseconds(std::int64_t ns) { return Timestamp(ns); }
    static constexpr Timestamp fromMilliseconds(std::int64_t ms) { return Timestamp(ms * 1'000'000); }
    static constexpr Timestamp fromSeconds(std::int64_t s) { return Timestamp(s * 1'000'000'000); }
    /// RFC 3339 with 0 to 9 fractional digits and `Z` or a numeric offset, years 1970 to 2200.
    static Result<Timestamp> tryFromRfc3339(std::string_view text);

    constexpr std::int64_t nanoseconds() const { return m_ns; }
    constexpr std::int64_t milliseconds() const { return m_ns / 1'000'000; }
    constexpr std::int64_t seconds() const { return m_ns / 1'000'000'000; }
    constexpr bool isSet() const { return m_ns != 0; }
    /// "2026-03-02T14:30:00.123456789Z", always UTC; no fraction when it is zero.
    std::string rfc3339() const;

    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
    friend constexpr Timestamp operator+(Timestamp t, Duration d) { return Timestamp(t.m_ns + d.count()); }
    friend constexpr Timestamp operator-(Timestamp t, Duration d) { return Timestamp(t.m_ns - d.count()); }
    friend constexpr Duration operator-(Timestamp a, Timestamp b) {
        return Duration::nanoseconds(a.m_ns - b.m_ns);
    }

    template <class A>
    void archiveValue(A& a) {
        a.value(m_ns);
    }

private:
    constexpr explicit Timestamp(std::int64_t ns) : m_ns(ns) {}
    std::int64_t m_ns = 0;
};

/// A point of this machine's monotonic clock (unscaled, meaningless across a reboot): time-outs, horizons,
/// budgets and throttles use it, never market time.
class MonoTime {
public:
    constexpr MonoTime() = default;
    static constexpr MonoTime fromNanoseconds(std::int64_t ns) { return MonoTime(ns); }
    constexpr std::int64_t nanoseconds() const { return m_ns; }

    friend constexpr auto operator<=>(MonoTime, MonoTime) = default;
    friend constexpr MonoTime operator+(MonoTime t, Duration d) { return MonoTime(t.m_ns + d.count()); }
    friend constexpr Duration operator-(MonoTime a, MonoTime b) {
        return Duration::nanoseconds(a.m_ns - b.m_ns);
    }

    template <class A>
    void archiveValue(A& a) {
        a.value(m_ns);
    }

private:
    constexpr explicit MonoTime(std::int64_t ns) : m_ns(ns) {}
    std::int64_t m_ns = 0;
};

} // namespace strikedesk
