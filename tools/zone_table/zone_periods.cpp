// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/zone_table/zone_periods.h"

#include <algorithm>
#include <chrono>

namespace strikedesk::zone_table {

namespace {

constexpr std::int64_t kHour = 3'600;

/// A month rule of a POSIX TZ text ("M3.2.0/2").
struct MonthRule {
    int month = 0;
    int week = 0;
    int weekday = 0;
    std::int64_t second = 2 * kHour;
};

/// Standard and daylight offsets with the rules between them.
struct FooterRule {
    std::int32_t standard = 0;
    std::int32_t daylight = 0;
    MonthRule start;
    MonthRule end;
};

/// Reads a POSIX TZ text from the left; every step says whether it fitted.
class FooterReader {
public:
    explicit FooterReader(std::string_view text) : m_left(text) {}

    bool name() {
        std::size_t length = 0;
        while (length < m_left.size() && ((m_left[length] >= 'A' && m_left[length] <= 'Z') ||
                                          (m_left[length] >= 'a' && m_left[length] <= 'z')))
            ++length;
        m_left.remove_prefix(length);
        return length >= 3;
    }
    bool skip(char c) {
        if (m_left.empty() || m_left.front() != c)
            return false;
        m_left.remove_prefix(1);
        return true;
    }
    bool number(int low, int high, int& value) {
        std::size_t digits = 0;
        value = 0;
        while (digits < m_left.size() && digits < 3 && m_left[digits] >= '0' && m_left[digits] <= '9')
            value = value * 10 + (m_left[digits++] - '0');
        m_left.remove_prefix(digits);
        return digits > 0 && value >= low && value <= high;
    }
    /// [+-]hh[:mm[:ss]] as seconds.
    bool time(std::int64_t& seconds) {
        const bool negative = skip('-');
        if (!negative)
            skip('+');
        int part = 0;
        if (!number(0, 167, part))
            return false;
        seconds = part * kHour;
        for (const std::int64_t unit : {60, 1}) {
            if (!skip(':'))
                break;
            if (!number(0, 59, part))
                return false;
            seconds += part * unit;
        }
        if (negative)
            seconds = -seconds;
        return true;
    }
    bool rule(MonthRule& rule) {
        if (!skip(',') || !skip('M') || !number(1, 12, rule.month) || !skip('.') ||
            !number(1, 5, rule.week) || !skip('.') || !number(0, 6, rule.weekday))
            return false;
        return !skip('/') || time(rule.second);
    }
    bool startsOffset() const { return !m_left.empty() && m_left.front() != ','; }
    bool finished() const { return m_left.empty(); }

private:
    std::string_view m_left;
};

std::optional<FooterRule> parseFooter(std::string_view text) {
    FooterReader reader(text);
    FooterRule rule;
    std::int64_t west = 0;
    if (!reader.name() || !reader.time(west))
        return std::nullopt;
    // POSIX counts hours west of Greenwich, we count east.
    rule.standard = static_cast<std::int32_t>(-west);
    rule.daylight = rule.standard + static_cast<std::int32_t>(kHour);
    if (!reader.name())
        return std::nullopt;
    if (reader.startsOffset()) {
        if (!reader.time(west))
            return std::nullopt;
        rule.daylight = static_cast<std::int32_t>(-west);
    }
    if (!reader.rule(rule.start) || !reader.rule(rule.end) || !reader.finished())
        return std::nullopt;
    return rule;
}

/// The UTC second at which `rule` strikes, with `offset` in force before it.
std::int64_t ruleInstant(int year, const MonthRule& rule, std::int32_t offset) {
    return secondsOfDay(year, rule.month, dayOfRule(year, rule.month, rule.week, rule.weekday)) +
           rule.second - offset;
}

void appendYear(std::vector<Period>& periods, int year, const FooterRule& rule) {
    std::vector<Period> two = {{ruleInstant(year, rule.start, rule.standard), rule.daylight, true},
                               {ruleInstant(year, rule.end, rule.daylight), rule.standard, false}};
    std::sort(two.begin(), two.end(),
              [](const Period& a, const Period& b) { return a.utcSeconds < b.utcSeconds; });
    for (const Period& period : two)
        if (periods.empty() || period.utcSeconds > periods.back().utcSeconds)
            periods.push_back(period);
}

/// Keeps what matters inside the covered years; the first period begins with them.
std::vector<Period> cut(const std::vector<Period>& all) {
    const std::int64_t begin = secondsOfDay(kFirstYear, 1, 1);
    const std::int64_t end = secondsOfDay(kLastYear + 1, 1, 1);
    std::vector<Period> kept;
    for (const Period& period : all) {
        if (period.utcSeconds >= end)
            break;
        if (period.utcSeconds <= begin)
            kept.assign(1, Period{begin, period.offsetSeconds, period.isDst});
        else if (kept.empty() || kept.back().offsetSeconds != period.offsetSeconds ||
                 kept.back().isDst != period.isDst)
            kept.push_back(period);
    }
    return kept;
}

std::int64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = size == 8 || static_cast<signed char>(bytes[at]) >= 0 ? 0 : ~std::uint64_t{0};
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return static_cast<std::int64_t>(value);
}

/// The six counts of a TZif header (RFC 8536, 3.1), each bounded so that sizes cannot wrap.
struct TzifHeader {
    std::size_t isUt = 0, isStandard = 0, leaps = 0, times = 0, types = 0, characters = 0;

    std::size_t dataSize(std::size_t timeSize) const {
        return times * timeSize + times + types * 6 + characters + leaps * (timeSize + 4) + isStandard + isUt;
    }
};

constexpr std::size_t kHeaderSize = 44;

std::optional<TzifHeader> headerAt(std::string_view bytes, std::size_t at) {
    if (at > bytes.size() || bytes.size() - at < kHeaderSize || bytes.substr(at, 4) != "TZif" ||
        bytes[at + 4] < '2')
        return std::nullopt;
    std::size_t counts[6];
    for (std::size_t i = 0; i < 6; ++i) {
        const std::int64_t count = bigEndian(bytes, at + 20 + i * 4, 4);
        if (count < 0 || count > 100'000)
            return std::nullopt;
        counts[i] = static_cast<std::size_t>(count);
    }
    return TzifHeader{counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
}

} // namespace

std::int64_t secondsOfDay(int year, int month, int day) {
    const std::chrono::sys_days days{std::chrono::year(year) / month / day};
    return std::int64_t{days.time_since_epoch().count()} * 86'400;
}

int dayOfRule(int year, int month, int week, int weekday) {
    using namespace std::chrono;
    const auto day = std::chrono::weekday(static_cast<unsigned>(weekday));
    if (week == 5)
        return static_cast<int>(static_cast<unsigned>(
            year_month_day(sys_days(std::chrono::year(year) / month / day[last])).day()));
    return static_cast<int>(static_cast<unsigned>(
        year_month_day(sys_days(std::chrono::year(year) / month / day[static_cast<unsigned>(week)])).day()));
}

std::optional<std::vector<Period>> periodsFromTzif(std::string_view bytes) {
    const auto first = headerAt(bytes, 0);
    if (!first)
        return std::nullopt;
    const std::size_t secondAt = kHeaderSize + first->dataSize(4);
    const auto header = headerAt(bytes, secondAt);
    if (!header || header->types == 0)
        return std::nullopt;
    const std::size_t data = secondAt + kHeaderSize;
    const std::size_t footerAt = data + header->dataSize(8);
    if (footerAt + 2 > bytes.size() || bytes[footerAt] != '\n' || bytes.back() != '\n')
        return std::nullopt;
    const auto footer = parseFooter(bytes.substr(footerAt + 1, bytes.size() - footerAt - 2));
    if (!footer)
        return std::nullopt;

    const std::size_t indexes = data + header->times * 8;
    const std::size_t types = indexes + header->times;
    std::vector<Period> periods;
    for (std::size_t i = 0; i < header->times; ++i) {
        const auto type = static_cast<unsigned char>(bytes[indexes + i]);
        const std::int64_t when = bigEndian(bytes, data + i * 8, 8);
        if (type >= header->types || (!periods.empty() && when <= periods.back().utcSeconds))
            return std::nullopt;
        const std::int64_t offset = bigEndian(bytes, types + type * 6u, 4);
        if (offset < -24 * kHour || offset > 24 * kHour)
            return std::nullopt;
        periods.push_back({when, static_cast<std::int32_t>(offset), bytes[types + type * 6u + 4] != 0});
    }
    const std::int64_t lastKnown =
        periods.empty() ? secondsOfDay(kFirstYear, 1, 1) : periods.back().utcSeconds;
    for (int year = kFirstYear; year <= kLastYear; ++year)
        if (secondsOfDay(year + 1, 1, 1) > lastKnown)
            appendYear(periods, year, *footer);
    auto kept = cut(periods);
    if (kept.empty() || kept.front().utcSeconds != secondsOfDay(kFirstYear, 1, 1))
        return std::nullopt;
    return kept;
}

std::vector<Period> periodsFromLaw() {
    constexpr std::int32_t kEastern = -5 * 3'600;
    constexpr std::int32_t kEasternDaylight = -4 * 3'600;
    std::vector<Period> periods = {{secondsOfDay(kFirstYear, 1, 1), kEastern, false}};
    for (int year = kFirstYear; year <= kLastYear; ++year) {
        FooterRule rule{kEastern, kEasternDaylight, {4, 5, 0}, {10, 5, 0}};
        if (year >= 1987)
            rule.start = {4, 1, 0};
        if (year >= 2007) {
            rule.start = {3, 2, 0};
            rule.end = {11, 1, 0};
        }
        // The two winters of the oil crisis began on fixed Sundays: 6 January 1974 and 23 February 1975.
        if (year == 1974)
            rule.start = {1, 1, 0};
        if (year == 1975)
            rule.start = {2, 4, 0};
        appendYear(periods, year, rule);
    }
    return periods;
}

std::string tableText(const std::vector<Period>& periods, std::string_view source) {
    std::string text = "// Generated from " + std::string(source) + ". Do not edit.\n";
    for (const Period& period : periods)
        text += "{" + std::to_string(period.utcSeconds) + ", " + std::to_string(period.offsetSeconds) + ", " +
                (period.isDst ? "true" : "false") + "},\n";
    return text;
}

} // namespace strikedesk::zone_table
