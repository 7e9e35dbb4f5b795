// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/trading_calendar.h"

#include <string_view>

namespace strikedesk::market_days {

/// What the exchange's rules say about one day, with the day's name when it is not an ordinary one.
struct RuledDay {
    DayKind kind = DayKind::Full;
    std::string_view name = {};
};

/// Any day from 2005 on. Sources: NYSE Rule 7.2; NYSE notices of 2007-01-02, 2012-10-29 and 30, 2018-12-05
/// and 2025-01-09; Juneteenth from 2022 on.
RuledDay ruledDay(Date date);

/// Sunday of Easter in the Gregorian calendar (Meeus, Jones and Butcher).
Date easterSunday(int year);

} // namespace strikedesk::market_days
