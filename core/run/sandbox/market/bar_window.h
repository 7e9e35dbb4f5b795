// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/bar.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <cstdint>
#include <span>
#include <vector>

namespace strikedesk::sandbox {

/// The windows a bar length cuts New York's time into. Value type.
struct BarWindow {
    enum class Unit : std::uint8_t { Second, Minute, Hour, Day, Week, Month };
    Unit unit = Unit::Minute;
    int count = 1;     ///< of units, positive
    int weekStart = 1; ///< weekday a week begins with, 0 Sunday; vendors differ

    /// Whether windows end within the day.
    bool isIntraday() const { return unit <= Unit::Hour; }
    /// The left edge of the window that holds `at`. Seconds, minutes and hours count from midnight, months
    /// from January; several days or weeks count from 1970.
    Timestamp startOf(Timestamp at, const SessionCalendar& calendar) const;
    /// The left edge of the next window.
    Timestamp endOf(Timestamp at, const SessionCalendar& calendar) const;
};

/// One bar for each window that holds any of `fine`, which is in time order.
std::vector<market::Bar> grouped(std::span<const market::Bar> fine, const BarWindow& window,
                                 const SessionCalendar& calendar);

} // namespace strikedesk::sandbox
