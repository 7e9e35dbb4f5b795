// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"

#include <cstdint>
#include <vector>

namespace strikedesk::sandbox {

/// What moves a stock besides the whole market and itself.
enum class Sector : std::uint8_t { None, Technology, Consumer, Financial, Utility, Bond };
inline constexpr std::size_t kSectorCount = 6;

/// On which days options of a name expire (cycles of the exchanges' short-term option programmes).
enum class ExpiryPlan : std::uint8_t {
    Daily,     ///< every trading day
    MonWedFri, ///< Monday, Wednesday and Friday
    Weekly,    ///< every Friday
    Monthly    ///< the third Friday only
};

/// A regular dividend: `cash` dollars a share, ex on the `week`-th `weekday` of every month of its cycle.
struct DividendPlan {
    double cash = 0; ///< 0: pays none
    int timesPerYear = 4;
    int firstMonth = 1; ///< a month of the cycle
    int week = 2;
    int weekday = 5; ///< 0 = Sunday
    int declaredBefore = 24;
    int paidAfter = 14; ///< calendar days after the ex-date
};

/// One split, on the first Monday-to-Friday trading day at or after anchor + `daysFromAnchor`.
struct SplitPlan {
    int newShares = 1; ///< 1 for 1: none
    int oldShares = 1;
    int daysFromAnchor = 0;
};

/// What one invented stock is like. Volatilities are per square-root day as a fraction.
struct StockSpec {
    Asset asset;
    double anchorPrice = 0;   ///< close before the anchor day, dollars
    double dayVolatility = 0; ///< of close to close, on a day of usual volatility
    double marketWeight = 0;  ///< correlation with the common factor
    double dayVolume = 0;     ///< shares
    int spreadCents = 1;      ///< usual spread
    int printsPerMinute = 0;  ///< around noon
    Price strikeStep;         ///< of near expiries
    double impliedVolatility = 0;
    double skew = 0; ///< change of implied volatility per unit of log moneyness over root time
    Sector sector = Sector::None;
    double sectorWeight = 0; ///< correlation with the sector's factor
    ExpiryPlan expiries = ExpiryPlan::Weekly;
    double optionSpread = 0.4;    ///< width of option quotes; 1 as on a thin chain
    double optionPrints = 0.5;    ///< prints a minute of the busiest contracts
    double openInterest = 12'000; ///< contracts at the money of a near expiry
    DividendPlan dividend;
    SplitPlan split;
    int earningsDay = 0;   ///< calendar days after the quarter's end; 0: reports nothing (funds)
    double newsPerDay = 1; ///< articles of no consequence

    bool isFund() const { return asset.kind == AssetKind::Fund; }
};

/// The stocks of the synthetic market. A stock's place in the list is part of its random numbers: new ones go
/// to the end.
std::vector<StockSpec> syntheticSpecs();

} // namespace strikedesk::sandbox
