// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/fast_read.h"

#include "core/base/date.h"
#include "core/io/venues/common/field_reader.h"

#include <array>
#include <cstring>

namespace strikedesk::venues {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Two digits at `at`, or a number above 99.
int pair(const char* at) {
    if (!isDigit(at[0]) || !isDigit(at[1]))
        return 1'000;
    return (at[0] - '0') * 10 + (at[1] - '0');
}

std::optional<Price> slowPrice(std::string_view token) {
    const auto units = parseVenueDecimal(token, Price::kScaleDigits, ExtraDigits::RoundEven);
    if (!units || *units < 0 || *units > Price::kMaxUnits)
        return std::nullopt;
    return Price::fromUnits(*units);
}

} // namespace

std::optional<Price> fastPrice(std::string_view token) {
    std::int64_t units = 0;
    std::size_t at = 0;
    // Eight digits are too many for a price already.
    while (at < token.size() && at < 8 && isDigit(token[at]))
        units = units * 10 + (token[at++] - '0');
    if (at == 0 || at > 7)
        return slowPrice(token);
    std::size_t decimals = 0;
    if (at < token.size()) {
        if (token[at] != '.' || token.size() - at - 1 > Price::kScaleDigits || at + 1 == token.size())
            return slowPrice(token);
        for (++at; at < token.size(); ++at, ++decimals) {
            if (!isDigit(token[at]))
                return slowPrice(token);
            units = units * 10 + (token[at] - '0');
        }
    }
    static constexpr std::int64_t kScale[] = {10'000, 1'000, 100, 10, 1};
    units *= kScale[decimals];
    return units <= Price::kMaxUnits ? std::optional(Price::fromUnits(units)) : std::nullopt;
}

std::optional<std::int64_t> fastCount(std::string_view token) {
    std::int64_t count = 0;
    if (!token.empty() && token.size() <= 18) {
        std::size_t at = 0;
        while (at < token.size() && isDigit(token[at]))
            count = count * 10 + (token[at++] - '0');
        if (at == token.size())
            return count;
    }
    const auto slow = parseVenueDecimal(token, 0, ExtraDigits::Refuse);
    return slow && *slow >= 0 ? std::optional(*slow) : std::nullopt;
}

bool fastSymbol(std::string_view text, Symbol& out) {
    static thread_local std::array<Symbol, 1'024> known;
    if (text.empty() || text.size() > Symbol::kMaxLength)
        return false;
    // Contracts of one chain differ in their last characters, tickers in all of theirs.
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (text.size() >= sizeof first) {
        std::memcpy(&first, text.data(), sizeof first);
        std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
    } else {
        for (const char c : text)
            first = first << 8 | static_cast<unsigned char>(c);
    }
    const std::uint64_t mixed = (first * 0x9E3779B97F4A7C15ULL + last) * 0xD6E8FEB86659FD93ULL;
    Symbol& entry = known[mixed >> 54];
    if (entry.view() != text) {
        const auto symbol = Symbol::tryFrom(text);
        if (!symbol)
            return false;
        entry = *symbol;
    }
    out = entry;
    return true;
}

std::optional<Timestamp> FastClock::read(std::string_view text) {
    const auto slow = [&]() -> std::optional<Timestamp> {
        const auto value = Timestamp::tryFromRfc3339(text);
        return value ? std::optional(*value) : std::nullopt;
    };
    // "2026-03-02T14:30:00.123456789Z" with 0 to 9 decimals.
    if (text.size() < 20 || text.size() > 30 || text.back() != 'Z' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':')
        return slow();
    if (m_dayStart < 0 || std::memcmp(m_day, text.data(), sizeof m_day) != 0) {
        const auto day = Date::tryFromIso(text.substr(0, 10));
        if (!day || day->year() < 1970)
            return slow();
        std::memcpy(m_day, text.data(), sizeof m_day);
        m_dayStart = day->startUtc().nanoseconds();
    }
    const int hour = pair(text.data() + 11);
    const int minute = pair(text.data() + 14);
    const int second = pair(text.data() + 17);
    if (hour > 23 || minute > 59 || second > 59)
        return slow();
    std::int64_t fraction = 0;
    if (text.size() > 20) {
        if (text[19] != '.' || text.size() == 21)
            return slow();
        std::size_t at = 20;
        for (; at + 1 < text.size(); ++at) {
            if (!isDigit(text[at]))
                return slow();
            fraction = fraction * 10 + (text[at] - '0');
        }
        static constexpr std::int64_t kScale[] = {1'000'000'000, 100'000'000, 10'000'000, 1'000'000, 100'000,
                                                  10'000,        1'000,       100,        10,        1};
        fraction *= kScale[at - 20];
    }
    const std::int64_t seconds = hour * 3'600 + minute * 60 + second;
    return Timestamp::fromNanoseconds(m_dayStart + seconds * 1'000'000'000 + fraction);
}

} // namespace strikedesk::venues
