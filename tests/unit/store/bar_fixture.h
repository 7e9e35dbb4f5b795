// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/store/bar_repository.h"
#include "core/io/store/migrations.h"

#include <filesystem>
#include <memory>

namespace strikedesk::test {

inline const Timestamp kBarsOpen = Timestamp::fromSeconds(1'772'548'200); // 2026-03-03 09:30 New York

/// The minute `n` after the open.
inline Timestamp minute(std::int64_t n) { return kBarsOpen + Duration::minutes(n); }
inline market::TimeSpan minutes(std::int64_t from, std::int64_t to) { return {minute(from), minute(to)}; }

/// A bar whose figures follow from its minute.
inline market::Bar barAt(std::int64_t n) {
    market::Bar bar;
    bar.start = minute(n);
    bar.open = Price::fromCents(50'000 + n);
    bar.high = Price::fromCents(50'010 + n);
    bar.low = Price::fromCents(49'990 + n);
    bar.close = Price::fromCents(50'005 + n);
    bar.volume = 1'000 + n;
    bar.tradeCount = 10 + n;
    bar.vwap = Price::fromCents(50'002 + n);
    return bar;
}

inline market::BaseKey minuteKey(const char* symbol = "SPY") {
    return {Symbol::of(symbol), market::BaseFrame::Minute, "sip", market::Adjustment::Raw};
}

/// Every minute of [from, to), and that it is known.
inline market::SaveBars saveOf(const market::BaseKey& key, std::int64_t from, std::int64_t to) {
    market::SaveBars command{key, {}, {minutes(from, to)}};
    for (std::int64_t n = from; n < to; ++n)
        command.bars.push_back(barAt(n));
    return command;
}

inline std::unique_ptr<store::SqliteDatabase> openBars(const std::filesystem::path& file) {
    auto database = store::SqliteDatabase::open(file);
    if (!database || !store::migrate(**database, store::embeddedMigrations()))
        return nullptr;
    return std::move(*database);
}

} // namespace strikedesk::test
