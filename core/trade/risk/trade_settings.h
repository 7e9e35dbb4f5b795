// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/trade/orders/terms.h"

#include <string>

namespace strikedesk::trade {

/// The numbers the order path obeys, taken from the settings registry (defaults: domain rules 9, 12, 13).
struct TradeSettings {
    std::string environment = "demo"; ///< demo, paper or live; first part of every client order id
    std::string accountTail = "0000"; ///< last four characters of the account number

    Duration manualQuoteAge = Duration::seconds(5);
    Duration automaticQuoteAge = Duration::seconds(2);
    Duration accountAge = Duration::seconds(60);
    std::int64_t maxQuantity = 50;
    Money maxNotional = Money::dollars(25'000);
    std::int64_t priceCollarPercent = 20; ///< limit against the far side of the quote
    Price priceCollarFloor = Price::fromCents(10);
    std::int64_t maxSpreadPercentHundredths = 500; ///< of mid; 500 = 5 %; automatic entries
    Duration duplicateWindow = Duration::seconds(10);
    std::int64_t maxOrdersPerSecond = 5;
    std::int64_t maxOrdersPerMinute = 60;
    std::int64_t maxOpenTrades = 10;
    std::int64_t maxOpenTradesPerSymbol = 3;
    std::int64_t maxTradesPerDay = 20;
    Money maxDailyLoss = Money::dollars(1'000);
    std::int64_t maxDailyLossPercentHundredths = 200; ///< of the day's opening equity

    Duration horizon = Duration::seconds(60); ///< how long an UNKNOWN order is looked for
    Duration stopConfirm = Duration::milliseconds(500);
    /// A quote wider than both stops nobody out by itself: of its mid, and in money.
    std::int64_t stopSpreadPercent = 30;
    Price stopSpreadFloor = Price::fromCents(10);
    Duration exitReprice = Duration::seconds(2);
    std::int64_t exitCollarPercent = 20;
    Price exitCollarFloor = Price::fromCents(10);
    TimeInForce restingTimeInForce = TimeInForce::Gtc;
    Money commissionPerContract; ///< counted on fills; zero where the broker books its own

    template <class A>
    void archive(A& a) {
        a.field("environment", environment);
        a.field("accountTail", accountTail);
        a.field("manualQuoteAge", manualQuoteAge);
        a.field("automaticQuoteAge", automaticQuoteAge);
        a.field("accountAge", accountAge);
        a.field("maxQuantity", maxQuantity);
        a.field("maxNotional", maxNotional);
        a.field("priceCollarPercent", priceCollarPercent);
        a.field("priceCollarFloor", priceCollarFloor);
        a.field("maxSpreadPercentHundredths", maxSpreadPercentHundredths);
        a.field("duplicateWindow", duplicateWindow);
        a.field("maxOrdersPerSecond", maxOrdersPerSecond);
        a.field("maxOrdersPerMinute", maxOrdersPerMinute);
        a.field("maxOpenTrades", maxOpenTrades);
        a.field("maxOpenTradesPerSymbol", maxOpenTradesPerSymbol);
        a.field("maxTradesPerDay", maxTradesPerDay);
        a.field("maxDailyLoss", maxDailyLoss);
        a.field("maxDailyLossPercentHundredths", maxDailyLossPercentHundredths);
        a.field("horizon", horizon);
        a.field("stopConfirm", stopConfirm);
        a.field("stopSpreadPercent", stopSpreadPercent);
        a.field("stopSpreadFloor", stopSpreadFloor);
        a.field("exitReprice", exitReprice);
        a.field("exitCollarPercent", exitCollarPercent);
        a.field("exitCollarFloor", exitCollarFloor);
        a.field("restingTimeInForce", restingTimeInForce);
        a.field("commissionPerContract", commissionPerContract);
    }
};

/// The commission of trading this much of an instrument on one side: by the contract, nothing on shares.
inline Money feeOn(const Symbol& symbol, Quantity quantity, const TradeSettings& settings) {
    return symbol.looksLikeOption() ? settings.commissionPerContract * quantity.wholePart() : Money();
}

} // namespace strikedesk::trade
