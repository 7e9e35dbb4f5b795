// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/trade/orders/broker_account.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::alpaca {

/// GET /v2/account/configurations; absent members were not sent.
struct AccountConfiguration {
    std::optional<bool> suspendTrade;
    std::optional<bool> noShorting;
    std::optional<bool> fractionalTrading;
    std::optional<bool> disableOvernightTrading;
    std::string maxMarginMultiplier;
    std::optional<std::int64_t> maxOptionsTradingLevel;
    std::string tradeConfirmEmail;
};

/// One session of GET /v2/calendar: minutes after midnight, New York time. Early closes only show in `close`.
struct CalendarDay {
    Date date;
    int openMinute = 0;
    int closeMinute = 0;
    std::optional<int> sessionOpenMinute;
    std::optional<int> sessionCloseMinute;
    std::optional<Date> settlement;
};

/// One tradable thing of GET /v2/assets.
struct Asset {
    std::string id;
    std::string assetClass;
    std::string exchange;
    std::string symbol; ///< as sent; foreign classes may not fit Symbol
    std::string name;
    std::string status;
    bool isTradable = false;
    bool isMarginable = false;
    bool isShortable = false;
    bool isFractionable = false;
    std::string borrowStatus;
    std::vector<std::string> attributes;

    bool hasAttribute(std::string_view attribute) const;
};

/// A watchlist; list answers carry no assets.
struct Watchlist {
    std::string id;
    std::string name;
    Timestamp updatedAt;
    std::vector<Asset> assets;
};

/// One point of GET /v2/account/portfolio/history; absent figures were null.
struct PortfolioPoint {
    Timestamp at;
    std::optional<Money> equity;
    std::optional<Money> profitLoss;
    std::optional<double> profitLossFraction;
};

struct PortfolioHistory {
    std::vector<PortfolioPoint> points;
    std::optional<Money> baseValue;
    std::optional<Date> baseValueAsOf;
    std::string timeframe;
};

/// Account answers. Errors: broken JSON, a missing id or symbol, a number that is not exact.
Result<trade::BrokerAccount> decodeAccount(std::string_view json);
Result<AccountConfiguration> decodeAccountConfiguration(std::string_view json);
Result<trade::BrokerPosition> decodePosition(std::string_view json);
Result<std::vector<trade::BrokerPosition>> decodePositions(std::string_view json);
Result<trade::BrokerActivity> decodeActivity(std::string_view json);
Result<std::vector<trade::BrokerActivity>> decodeActivities(std::string_view json);
Result<trade::BrokerClock> decodeClock(std::string_view json);
Result<std::vector<CalendarDay>> decodeCalendar(std::string_view json);
Result<PortfolioHistory> decodePortfolioHistory(std::string_view json);
Result<Asset> decodeAsset(std::string_view json);
Result<std::vector<Asset>> decodeAssets(std::string_view json);
Result<Watchlist> decodeWatchlist(std::string_view json);
Result<std::vector<Watchlist>> decodeWatchlists(std::string_view json);

} // namespace strikedesk::alpaca
