// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/stock_paths.h"

#include <vector>

namespace strikedesk::sandbox {

/// One minute with trading: a bar and how its prints are made. `bar` holds only what forms prices; odd lots
/// and late prints come on top (extraSizes). Its vwap is rough until `exactBar`.
struct MinuteModel {
    market::Bar bar;
    std::int64_t wanted = 0;
    std::int64_t from = 0; ///< nanoseconds after the minute's start; a pause cuts the minute
    std::int64_t until = 60'000'000'000;
    bool isExtended = false; ///< before the open or after the close
};

/// The minutes of the core session that have trades.
std::vector<MinuteModel> regularMinutes(const StockSpec& spec, std::size_t stock, const StockDay& day,
                                        std::uint64_t seed);
/// Those from 04:00 to the open and from the close to 20:00: few prints, small volume.
std::vector<MinuteModel> extendedMinutes(const StockSpec& spec, std::size_t stock, const StockDay& day,
                                         std::uint64_t seed);

/// Prints of a minute that move no price: about one in a hundred.
struct ExtraPrint {
    enum class Kind : std::uint8_t { OddLot, AveragePrice, OutOfSequence };
    Kind kind = Kind::OddLot;
    std::int64_t size = 0;
    std::int64_t offset = 0; ///< nanoseconds after the minute's start
    double shift = 0;        ///< of the price, relative
};
std::vector<ExtraPrint> extrasOf(std::uint64_t seed, std::size_t stock, const MinuteModel& minute);

/// The bar as its prints make it, `extras` included: exact volume and count.
market::Bar countedBar(const MinuteModel& minute, const std::vector<ExtraPrint>& extras);

} // namespace strikedesk::sandbox
