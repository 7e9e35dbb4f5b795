// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/store/database.h"
#include "core/market/hub/hub_command.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::store {

/// Final bars per series and the spans of time known completely. Bars and coverage are written in one
/// transaction, so coverage never exceeds what is stored. Prices that contradict each other, and spans that
/// do, are refused on the way in and count as damage on the way out.
class BarRepository {
public:
    /// At most this many bars are kept (about 100 bytes each); above it the series used longest ago goes
    /// first, and of the last one its older half.
    static constexpr std::int64_t kMostBars = 2'000'000;

    explicit BarRepository(Database& database, std::int64_t mostBars = kMostBars)
        : m_database(database), m_mostBars(mostBars) {}

    /// Bars belong to one market; what another one (a fresh demo account) left is removed.
    Status claimFor(const std::string& origin);
    /// What is stored of the half-open span: bars in time order, covered spans clipped to it, rising and
    /// apart. Notes that the series was used.
    Result<market::CachedBars> load(const market::BaseKey& key, const market::TimeSpan& span, Timestamp now);
    /// Stores bars (a newer one replaces an older one of the same start) and adds to the coverage; then
    /// prunes. Error InvalidInput: a bar that is not consistent, a span that ends before it begins.
    Status save(const market::SaveBars& command, Timestamp now);
    /// Bars of all series together.
    Result<std::int64_t> count();

private:
    struct Series {
        std::int64_t id = 0;
        std::int64_t bars = 0;
    };
    Result<std::optional<Series>> find(const market::BaseKey& key);
    Result<std::int64_t> findOrMake(const market::BaseKey& key, Timestamp now);
    Status addCoverage(std::int64_t series, market::TimeSpan span);
    Status recount(std::int64_t series, Timestamp now);
    Status prune(std::int64_t kept);
    Status halve(std::int64_t series);
    Result<std::int64_t> number(std::string_view sql, const std::vector<Value>& parameters);

    Database& m_database;
    std::int64_t m_mostBars;
};

} // namespace strikedesk::store
