// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/io/venues/polygon/codec/envelope.h"
#include "core/io/venues/polygon/codec/ticker.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::polygon {

/// A split: `to` new shares for `from` old ones (decimal text, since fractions occur). Bars asked for
/// adjusted change for the whole past once it executes.
struct Split {
    Symbol symbol;
    Date executed;
    std::string from;
    std::string to;
    std::string kind; ///< forward_split, reverse_split, stock_dividend; empty in the older answer
    std::string id;
    std::optional<double> adjustmentFactor; ///< only the newer answer
};

/// A cash dividend per share, in decimal text.
struct Dividend {
    Symbol symbol;
    Date exDate;
    std::optional<Date> declared;
    std::optional<Date> record;
    std::optional<Date> pay;
    std::string cashAmount;
    std::string splitAdjustedAmount; ///< only the newer answer
    std::string currency;
    std::string kind;         ///< CD, SC, LT, ST, or recurring … in the newer answer
    std::int64_t perYear = 0; ///< 0 for a dividend that does not recur
    std::string id;
    std::optional<double> adjustmentFactor;
};

/// FINRA's short interest, twice a month.
struct ShortInterest {
    Symbol symbol;
    Date settlement;
    std::int64_t shares = 0;
    std::int64_t averageDailyVolume = 0;
    double daysToCover = 0;
};

/// Short sales of one day at the off-exchange venues.
struct ShortVolume {
    Symbol symbol;
    Date day;
    std::int64_t shortVolume = 0;
    std::int64_t totalVolume = 0;
    double shortPercent = 0; ///< 0 to 100
    std::int64_t exemptVolume = 0;
    std::int64_t nonExemptVolume = 0;
};

/// Shares that trade freely.
struct FreeFloat {
    Symbol symbol;
    Date effective;
    std::int64_t shares = 0;
    double percent = 0;
};

/// What an article says about one ticker.
struct NewsInsight {
    std::string ticker;
    std::string sentiment; ///< positive, neutral, negative
    std::string reasoning;
};

/// A news article. Text is untrusted: shown as plain text only.
struct NewsArticle {
    std::string id;
    std::string title;
    std::string author;
    std::string publisher;
    Timestamp published;
    std::string url;
    std::string description;
    std::vector<std::string> tickers; ///< as the venue writes them
    std::vector<std::string> keywords;
    std::vector<NewsInsight> insights;
};

/// Both generations of the answers decode alike. Errors: broken JSON, an error status, a row without its day
/// or amount, a number that does not fit.
Result<Page<Split>> decodeSplits(std::string_view json);
Result<Page<Dividend>> decodeDividends(std::string_view json);
Result<Page<ShortInterest>> decodeShortInterest(std::string_view json);
Result<Page<ShortVolume>> decodeShortVolume(std::string_view json);
Result<Page<FreeFloat>> decodeFreeFloat(std::string_view json);
Result<Page<NewsArticle>> decodeNews(std::string_view json);

} // namespace strikedesk::polygon
