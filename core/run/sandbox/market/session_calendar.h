// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/timestamp.h"
#include "core/base/trading_calendar.h"
#include "core/trade/venue/venue_input.h"

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// The exchange days as the sandbox asks for them: core sessions of the US equity market in UTC. Immutable,
/// any thread.
class SessionCalendar {
public:
    /// The core session of a trading day, nullopt on a closed one.
    std::optional<trade::SessionDay> session(Date date) const;
    /// The nearest trading day strictly after / before `date`; `date` itself beyond the known years.
    Date next(Date date) const;
    Date previous(Date date) const;
    /// The trading days in [from, to].
    std::vector<trade::SessionDay> sessions(Date from, Date to) const;
    /// The day it is in New York.
    Date dateOf(Timestamp at) const;
    /// A wall time in New York, in minutes after midnight.
    Timestamp newYork(Date date, int minutes) const;
    /// Minutes after midnight in New York.
    int minuteOfDay(Timestamp at) const;
    /// RFC 3339 with New York's offset ("2026-03-02T09:30:00-05:00"), as the broker's clock writes it.
    std::string offsetText(Timestamp at) const;
    const TradingCalendar& days() const;
};

} // namespace strikedesk::sandbox
