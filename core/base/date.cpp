// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include <cstdio>

namespace strikedesk {

namespace {

Error noSuchDay() {
    return invalidInput("base.date.invalid", "That is not a calendar day. Write it as YYYY-MM-DD.");
}

/// `count` decimal digits from `at`; −1 when they are not all digits.
int digitsAt(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size())
        return -1;
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

Error noSuchTime(std::string_view text) {
    return invalidInput("base.timestamp.invalid", "That is not a time this program can read.",
                        "time text '" + std::string(text.substr(0, 40)) + "'");
}

/// Nanoseconds of ".123456789" at `at` (which moves past it); −1 when malformed.
std::int64_t fractionAt(std::string_view text, std::size_t& at) {
    if (at >= text.size() || text[at] != '.')
        return 0;
    ++at;
    std::int64_t ns = 0;
    int digits = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
        if (++digits > 9)
            return -1;
        ns = ns * 10 + (text[at] - '0');
        ++at;
    }
    if (digits == 0)
        return -1;
    for (int i = digits; i < 9; ++i)
        ns *= 10;
    return ns;
}

/// Offset from UTC in seconds of "Z" or "+hh:mm" that must end the text.
Result<int> offsetAt(std::string_view text, std::size_t at) {
    const std::string_view zone = text.substr(std::min(at, text.size()));
    if (zone == "Z" || zone == "z")
        return 0;
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')
        return noSuchTime(text);
    const int hours = digitsAt(zone, 1, 2);
    const int minutes = digitsAt(zone, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return noSuchTime(text);
    const int seconds = hours * 3'600 + minutes * 60;
    return zone[0] == '-' ? -seconds : seconds;
}

} // namespace

Result<Date> Date::tryFromYmd(int year, int month, int day) {
    const std::chrono::year_month_day civil{std::chrono::year(year),
                                            std::chrono::month(static_cast<unsigned>(month)),
                                            std::chrono::day(static_cast<unsigned>(day))};
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31 || !civil.ok())
        return noSuchDay();
    return Date(static_cast<std::int32_t>(std::chrono::sys_days(civil).time_since_epoch().count()));
}

Result<Date> Date::tryFromIso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return noSuchDay();
    return tryFromYmd(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2));
}

std::string Date::iso() const {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year(), month(), day());
    return buffer;
}

Result<Timestamp> Timestamp::tryFromRfc3339(std::string_view text) {
    if (text.size() < 20 || text.size() > 40 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') ||
        text[13] != ':' || text[16] != ':')
        return noSuchTime(text);
    const auto date = Date::tryFromIso(text.substr(0, 10));
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    if (!date || date->year() < 1970 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
        second > 60)
        return noSuchTime(text);
    std::size_t at = 19;
    const std::int64_t fraction = fractionAt(text, at);
    if (fraction < 0)
        return noSuchTime(text);
    const auto offset = offsetAt(text, at);
    if (!offset)
        return offset.error();
    const std::int64_t seconds =
        std::int64_t{date->days()} * 86'400 + hour * 3'600 + minute * 60 + second - *offset;
    return Timestamp::fromNanoseconds(seconds * 1'000'000'000 + fraction);
}

std::string Timestamp::rfc3339() const {
    const Date date = Date::ofUtc(*this);
    const std::int64_t inDay = m_ns - date.startUtc().m_ns;
    const std::int64_t fraction = inDay % 1'000'000'000;
    const auto second = static_cast<int>(inDay / 1'000'000'000);
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%sT%02d:%02d:%02d", date.iso().c_str(), second / 3'600,
                  second / 60 % 60, second % 60);
    std::string text = buffer;
    if (fraction != 0) {
        std::snprintf(buffer, sizeof buffer, ".%09lld", static_cast<long long>(fraction));
        text += buffer;
    }
    return text + "Z";
}

} // namespace strikedesk
