// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/stock_minutes.h"

#include <vector>

namespace strikedesk::sandbox {

/// What the tape shows of one stock and minute. In the end, after all changes, the prints make exactly the
/// model's bar.
struct TapeMinute {
    std::vector<market::TradePrint> printed; ///< as first shown, in time order
    std::vector<PrintChange> changes;        ///< corrections and cancels 5 to 50 seconds later, by time

    /// The prints at or before `now` with the changes up to `now` worked in.
    std::vector<market::TradePrint> knownAt(Timestamp now) const;
    bool hasChangeAfter(Timestamp now) const;
};

/// Chance of a change in a regular minute.
inline constexpr double kChangeChance = 0.006;

/// `isFirst`, `isLast`: the minutes with the opening and the closing print.
TapeMinute tapeOf(const StockSpec& spec, std::size_t stock, std::uint64_t seed, const MinuteModel& minute,
                  bool isFirst, bool isLast);

/// The style of a minute's prints, as `tapeOf` uses it.
PrintStyle styleOf(const StockSpec& spec, std::size_t stock, std::uint64_t seed, const MinuteModel& minute);

} // namespace strikedesk::sandbox
