// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/price.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// A dividend or split of one stock. `exDate` is the first day that trades without the dividend or at the new
/// count of shares.
struct CorporateAction {
    enum class Kind : std::uint8_t { CashDividend, Split };
    std::string id;
    Kind kind = Kind::CashDividend;
    Symbol symbol;
    Date declared;
    Date exDate;
    Date recordDate;
    Date payDate;
    Price cash;           ///< dividend a share
    int newShares = 1;    ///< split: this many …
    int oldShares = 1;    ///< … for this many
    int timesPerYear = 4; ///< how often the dividend comes; 0: once
};

/// One article. Ids rise with time.
struct NewsItem {
    std::int64_t id = 0;
    Timestamp createdAt;
    Timestamp updatedAt;
    std::string headline;
    std::string summary;
    std::string content; ///< may hold HTML, may be empty
    std::string author;
    std::string source;
    std::string url;
    std::vector<Symbol> symbols;
    int mood = 0; ///< −1 bad, 0 neutral, 1 good for the symbols named
};

/// Shares sold short at a settlement date, published twice a month.
struct ShortInterest {
    Date settlement;
    std::int64_t shares = 0;
    std::int64_t averageDailyVolume = 0;
};

/// Shares sold short off the exchanges on one day.
struct ShortVolume {
    Date date;
    std::int64_t shortShares = 0;
    std::int64_t exemptShares = 0; ///< part of shortShares
    std::int64_t totalShares = 0;
};

/// What reference data tells of a company or fund; market value 0 and no industry for funds.
struct CompanyFacts {
    std::string description;
    std::string industryCode; ///< SIC
    std::string industry;
    std::string homepage;
    std::int64_t shares = 0;
    double marketValue = 0; ///< dollars
    int employees = 0;
    Date listed;
};

} // namespace strikedesk::sandbox
