// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/price.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::alpaca {

struct NewsImage {
    std::string size; ///< thumb, small or large
    std::string url;
};

/// One article. Texts are untrusted and may hold HTML.
struct NewsArticle {
    std::int64_t id = 0;
    std::string headline;
    std::string author;
    std::string source;
    std::string summary;
    std::string content;
    std::string url;
    Timestamp createdAt;
    Timestamp updatedAt;
    std::vector<std::string> symbols;
    std::vector<NewsImage> images;
};

struct NewsPage {
    std::vector<NewsArticle> articles;
    std::string nextPageToken;
};

/// One row of the most-actives list.
struct MostActive {
    std::string symbol;
    std::int64_t volume = 0;
    std::int64_t tradeCount = 0;
};

struct MostActives {
    std::vector<MostActive> rows;
    Timestamp updatedAt;
};

/// One row of the movers list; changes may be negative.
struct Mover {
    std::string symbol;
    Price price;
    Price change;
    double changePercent = 0;
};

struct Movers {
    std::vector<Mover> gainers;
    std::vector<Mover> losers;
    std::string marketType;
    Timestamp updatedAt;
};

/// One corporate action. `type` is the venue's list name (cash_dividends, forward_splits …); fields that have
/// no member of their own are in `others` as sent.
struct CorporateAction {
    std::string type;
    std::string id;
    std::string symbol; ///< the affected, old or acquired symbol
    std::string newSymbol;
    std::optional<Date> exDate;
    std::optional<Date> recordDate;
    std::optional<Date> payableDate;
    std::optional<Date> processDate;
    std::string rate;    ///< decimal text: cash per share
    std::string oldRate; ///< decimal text: splits, mergers
    std::string newRate;
    std::map<std::string, std::string> others;
};

struct CorporateActionsPage {
    std::vector<CorporateAction> actions;
    std::string nextPageToken;
};

/// Reference answers. Errors: broken JSON, a row without its key.
Result<NewsPage> decodeNews(std::string_view json);
Result<MostActives> decodeMostActives(std::string_view json);
Result<Movers> decodeMovers(std::string_view json);
Result<CorporateActionsPage> decodeCorporateActions(std::string_view json);
/// Code tables (exchanges, conditions): code to name.
Result<std::map<std::string, std::string>> decodeCodeTable(std::string_view json);

} // namespace strikedesk::alpaca
