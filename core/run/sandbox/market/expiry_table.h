// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/market/stock_spec.h"

#include <vector>

namespace strikedesk::sandbox {

/// The expiries listed on `today`, ordered: the plan's near ones (daily for five trading days; Monday,
/// Wednesday and Friday for nine days; four Fridays), the third Fridays of three months, two quarters beyond
/// them and the next two Januaries. A day without trading moves to the trading day before. Monthly names have
/// no weeklies and no Januaries.
std::vector<Date> listedExpiries(ExpiryPlan plan, const SessionCalendar& calendar, Date today);

/// The trading day on or before a date.
Date tradingDayOnOrBefore(const SessionCalendar& calendar, Date date);

/// Whether a date is the expiry of a month's standard contracts.
bool isMonthlyExpiry(const SessionCalendar& calendar, Date date);

/// The strikes listed for one expiry around an open price, ordered: twelve steps to either side and four
/// wider ones beyond, on a grid that gets coarser with the time left. `step` is the near grid.
std::vector<Price> listedStrikes(Price open, Price step, int daysLeft);

} // namespace strikedesk::sandbox
