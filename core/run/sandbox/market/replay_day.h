// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/sandbox/market/market_source.h"

#include <map>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// One print (or one value of an index, size 0) as it is kept: small, because a day has hundreds of
/// thousands.
struct RecordedPrint {
    Timestamp at;
    Price price;
    std::int64_t size = 0;
    std::uint32_t flags = 0; ///< conditions, see SaleFlag
    char exchange = ' ';
    bool setsPrice = true;  ///< may make open, high, low, close
    bool addsVolume = true; ///< counts for the volume
};

/// Everything recorded of one instrument, each list in time order, equal stamps in file order.
struct RecordedSeries {
    std::vector<market::Quote> quotes; ///< with those of the days before
    std::vector<market::Bar> bars;     ///< minutes, with those of the days before
    std::vector<RecordedPrint> prints; ///< of the replayed day
};

/// What was read from the recorded files of one day.
struct RecordedDay {
    Date date;
    std::vector<Asset> assets;                ///< by symbol
    std::vector<options::Contract> contracts; ///< by symbol; those with anything recorded that day
    std::map<Symbol, RecordedSeries> series;
    std::map<Symbol, std::vector<market::Bar>> dailyBars; ///< of earlier days, start = midnight New York
    std::vector<CorporateAction> actions;                 ///< of the assets, by ex-date
};

/// Reads `date` of `symbols`, or of every stock and index recorded that day when `symbols` is empty. Columns
/// as in the conventions of the recorded data: bars stamped with their start, quotes with the end of their
/// bucket, blank = absent. Only the minute bars of stocks must be there, every other file is read when it is.
///
/// The finest record of each stretch of time wins:
/// - prints: ticks (every minute from that of the first tick to that of the last), else prints made up inside
///   one-second bars, else inside minute bars; those of option contracts inside minute bars always;
/// - quotes: ticks (best bid and offer, both sides of one update together), else seconds, minutes, hours,
/// each
///   outside the time that a finer record spans;
/// - bars: the recorded minutes. What the source left out of them (prints away from the market) stays out.
///
/// Errors name file and line; a symbol or a day of which nothing is recorded.
Result<RecordedDay> readRecordedDay(const std::string& folder, Date date,
                                    const std::vector<Symbol>& symbols = {});

} // namespace strikedesk::sandbox
