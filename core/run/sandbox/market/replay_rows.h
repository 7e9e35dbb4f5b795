// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/csv_table.h"
#include "core/run/sandbox/market/replay_day.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace strikedesk::sandbox {

/// The time of which a replay reads: the day itself and what came before it, never anything after.
struct ReplayWindow {
    explicit ReplayWindow(Date day);

    bool isOfDay(Timestamp at) const { return from <= at && at < to; }

    Date date;
    Timestamp from; ///< midnight New York
    Timestamp to;   ///< the next midnight
    Timestamp historyFrom;
};

/// What the files hold of one instrument, before the finest of it is chosen.
struct RawSeries {
    /// Finest first: ticks, seconds, minutes, hours.
    std::array<std::vector<market::Quote>, 4> quotes;
    std::vector<RecordedPrint> ticks;
    std::vector<market::Bar> seconds;
    std::vector<market::Bar> minutes;
    AssetKind kind = AssetKind::Stock;
    std::optional<std::int64_t> openInterest;
    Timestamp openInterestAt;
    bool lastTickWasOneSided = false; ///< the newest tick quote lacks the other side of its update
    bool lastTickWasBid = false;

    /// Whether the day's own trading is recorded.
    bool hasDay(const ReplayWindow& window) const;
};

Error badCell(const std::string& what);
/// Epoch milliseconds of the years the product knows.
Result<Timestamp> stampOf(const CsvRow& row, std::size_t column);
/// Columns first..first+3 are open, high, low, close; then the volume.
Result<market::Bar> barOfRow(const CsvRow& row, Timestamp start, std::size_t first);
/// Columns first..first+3 are bid, ask, bid size, ask size; a blank side is an empty side.
Result<market::Quote> quoteOfRow(const CsvRow& row, Timestamp at, const Symbol& symbol, std::size_t first);
/// Columns first..first+4 are price, size, exchange, condition, suspicious.
Result<RecordedPrint> printOfRow(const CsvRow& row, Timestamp at, std::size_t first);
/// Adds a row of tick quotes, columns as in quoteOfRow. A row tells one side; the bid row and the ask row of
/// one update (same stamp, next to each other) make one quote, so that no state is shown that never was.
Status addQuoteTick(const CsvRow& row, Timestamp at, const Symbol& symbol, std::size_t first, RawSeries& raw);

/// Chooses the finest record of each stretch of time. `tape` as in Asset; contracts have none.
Result<RecordedSeries> assembled(const Symbol& symbol, RawSeries raw, const ReplayWindow& window, char tape);

/// Adds the chains of the day's assets; `day` must hold the assets.
Status readRecordedChains(const std::string& folder, const ReplayWindow& window, RecordedDay& day);
/// Adds daily bars before the day and corporate actions of the day's assets.
Status readRecordedHistory(const std::string& folder, RecordedDay& day);

/// readCsv, or nothing when the file is not there.
Status readCsvIfThere(const std::string& folder, const std::string& name,
                      const std::vector<std::string>& columns,
                      const std::function<Status(const CsvRow&)>& onRow);

} // namespace strikedesk::sandbox
