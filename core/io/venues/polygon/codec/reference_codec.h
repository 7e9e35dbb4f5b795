// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/io/venues/polygon/codec/envelope.h"
#include "core/io/venues/polygon/codec/ticker.h"
#include "core/options/contract.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::polygon {

/// Something a contract delivers beside its shares.
struct AdditionalUnderlying {
    std::string type; ///< equity, currency
    std::string underlying;
    std::string amount; ///< decimal text
};

/// A contract as listed, with what `options::Contract` has no place for.
struct ListedContract {
    options::Contract contract;
    std::string primaryExchange; ///< MIC
    std::string cfi;
    std::vector<AdditionalUnderlying> additionalUnderlyings;
    /// The fields contradict the OCC name; such a contract is never tradable here.
    bool disagreesWithName = false;
};

/// A ticker of the reference list. Details of one ticker fill the second half.
struct TickerInfo {
    Ticker ticker;
    std::string name;
    std::string market; ///< stocks, otc, indices
    std::string type;   ///< CS, ETF …
    std::string primaryExchange;
    std::string currency;
    std::string cik;
    std::string compositeFigi;
    bool isActive = true;

    std::string description;
    std::string homepage;
    std::string sicDescription;
    std::optional<double> marketCap; ///< dollars; for reading only, absent for funds
    std::optional<std::int64_t> sharesOutstanding;
    std::optional<std::int64_t> employees;
    std::optional<std::int64_t> roundLot;
    std::optional<Date> listed;
};

/// Whether the markets are open now.
struct MarketStatus {
    std::string market; ///< open, closed, extended-hours
    bool isPreMarket = false;
    bool isAfterHours = false;
    Timestamp serverTime;
    std::map<std::string, std::string> exchanges; ///< nyse, nasdaq, otc to their state
};

/// A coming holiday or half day of one exchange.
struct MarketHoliday {
    std::string exchange;
    std::string name;
    Date day;
    bool isClosed = false; ///< false is a short day
    Timestamp open;        ///< of short days
    Timestamp close;
};

/// One row of the vendor's exchange table; ids repeat, so `name` and `mic` tell them apart.
struct Exchange {
    std::int64_t id = 0;
    std::string type;
    std::string assetClass;
    std::string name;
    std::string mic;
    std::string participant;
};

/// Reference answers. Errors: broken JSON, an error status, a row without its key, a number that is not
/// exact.
Result<Page<ListedContract>> decodeContracts(std::string_view json);
Result<ListedContract> decodeContract(std::string_view json);
Result<Page<TickerInfo>> decodeTickers(std::string_view json);
/// Error NotFound when the answer holds none; Unsupported when we cannot name it.
Result<TickerInfo> decodeTickerDetails(std::string_view json);
Result<MarketStatus> decodeMarketStatus(std::string_view json);
Result<std::vector<MarketHoliday>> decodeUpcomingHolidays(std::string_view json);
Result<Page<Exchange>> decodeExchanges(std::string_view json);

} // namespace strikedesk::polygon
