// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace strikedesk {

/// What a calendar day is to the US equity and option exchanges.
enum class DayKind : std::uint8_t {
    Weekend,    ///< Saturday or Sunday
    Holiday,    ///< closed all day, planned or not
    Full,       ///< 09:30 to 16:00
    EarlyClose, ///< 09:30 to 13:00
    Unknown,    ///< outside the years this program knows; counts as closed
};

/// Where in the day's plan an instant lies.
enum class SessionPhase : std::uint8_t {
    Closed,     ///< no session, or before 04:00 and after the late session
    PreMarket,  ///< early session, from 04:00 until the open
    Regular,    ///< the only phase in which options trade
    PostMarket, ///< late session, from the close on
};

/// When a class of options stops trading.
enum class OptionHours : std::uint8_t {
    Equity,   ///< single names and most funds: with the stock, 16:00 or 13:00
    BroadEtf, ///< broad index funds (SPY, QQQ, IWM and the like) and index options: 16:15 or 13:15
};

/// One trading day as instants. Half-open intervals: at `close` the market is closed.
struct Session {
    Date date;
    Timestamp preOpen;   ///< 04:00 New York
    Timestamp open;      ///< 09:30
    Timestamp close;     ///< 16:00, or 13:00 on an early close
    Timestamp postClose; ///< 20:00, or 17:00 on an early close (NYSE Arca and Nasdaq late session)
    bool earlyClose = false;

    friend bool operator==(const Session&, const Session&) = default;
};

/// A day that is not as the rules say: an unscheduled closure or a changed close learnt from the venue.
struct CalendarChange {
    Date date;
    DayKind kind = DayKind::Holiday;
};

/// Trading days and hours of the US equity and option exchanges, 2005 to 2030, by NYSE Rule 7.2 (holidays and
/// their observance) and the known unscheduled closures. Outside these years every day is Unknown and counts
/// as closed. Immutable, any thread.
class TradingCalendar {
public:
    static constexpr int kFirstYear = 2005;
    static constexpr int kLastYear = 2030;

    /// The rules, then `changes` (days outside the known years are ignored).
    static TradingCalendar unitedStates(const std::vector<CalendarChange>& changes = {});

    DayKind kindOf(Date date) const;
    bool covers(Date date) const { return kindOf(date) != DayKind::Unknown; }
    bool isTradingDay(Date date) const;
    bool isEarlyClose(Date date) const { return kindOf(date) == DayKind::EarlyClose; }
    /// The day's plan; nothing on a day without trading.
    std::optional<Session> session(Date date) const;
    /// The session whose hours, early and late ones included, hold `t`.
    std::optional<Session> sessionAt(Timestamp t) const;
    SessionPhase phaseAt(Timestamp t) const;
    /// True in regular hours only.
    bool isOpen(Timestamp t) const { return phaseAt(t) == SessionPhase::Regular; }
    /// The first regular open or close strictly after `t`. Error: beyond the known years.
    Result<Timestamp> nextOpen(Timestamp t) const;
    Result<Timestamp> nextClose(Timestamp t) const;
    /// The nearest trading day strictly before or after `date`. Error: beyond the known years.
    Result<Date> previousTradingDay(Date date) const;
    Result<Date> nextTradingDay(Date date) const;
    /// Trading days in (from, to]; negative when `to` is earlier. Error: a day beyond the known years.
    Result<int> tradingDaysBetween(Date from, Date to) const;
    /// When options of a class stop trading that day; nothing on a day without trading.
    std::optional<Timestamp> optionsClose(Date date, OptionHours hours) const;
    /// Regular one-minute slots: 390, 210, or 0 on a day without trading.
    int minutesInSession(Date date) const;

private:
    TradingCalendar() = default;

    std::vector<DayKind> m_kinds;
};

/// The reason a weekday is closed or closes early by rule ("Good Friday"); empty on other days.
std::string_view marketDayName(Date date);

} // namespace strikedesk
