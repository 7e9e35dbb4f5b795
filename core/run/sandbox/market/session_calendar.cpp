// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/session_calendar.h"

#include "core/base/zone.h"

#include <cstdlib>

namespace strikedesk::sandbox {

const TradingCalendar& SessionCalendar::days() const {
    static const TradingCalendar days = TradingCalendar::unitedStates();
    return days;
}

std::optional<trade::SessionDay> SessionCalendar::session(Date date) const {
    const std::optional<Session> found = days().session(date);
    if (!found)
        return std::nullopt;
    return trade::SessionDay{date, found->open, found->close};
}

Date SessionCalendar::next(Date date) const { return days().nextTradingDay(date).valueOr(date); }

Date SessionCalendar::previous(Date date) const { return days().previousTradingDay(date).valueOr(date); }

std::vector<trade::SessionDay> SessionCalendar::sessions(Date from, Date to) const {
    std::vector<trade::SessionDay> days;
    for (Date date = from; date <= to; date = date + 1)
        if (const auto found = session(date))
            days.push_back(*found);
    return days;
}

Date SessionCalendar::dateOf(Timestamp at) const { return newYorkDate(at); }

Timestamp SessionCalendar::newYork(Date date, int minutes) const { return fromNewYork(date, minutes * 60); }

int SessionCalendar::minuteOfDay(Timestamp at) const { return toNewYork(at).secondOfDay / 60; }

std::string SessionCalendar::offsetText(Timestamp at) const {
    const NewYorkTime wall = toNewYork(at);
    std::string text = (at + Duration::seconds(wall.offsetSeconds)).rfc3339();
    if (!text.empty() && text.back() == 'Z')
        text.pop_back();
    if (text.find('.') != std::string::npos)
        while (text.back() == '0' || text.back() == '.') {
            const bool wasPoint = text.back() == '.';
            text.pop_back();
            if (wasPoint)
                break;
        }
    const int minutes = std::abs(wall.offsetSeconds) / 60;
    text += wall.offsetSeconds < 0 ? '-' : '+';
    for (const int part : {minutes / 60, minutes % 60}) {
        text += static_cast<char>('0' + part / 10);
        text += static_cast<char>('0' + part % 10);
        text += ':';
    }
    text.pop_back();
    return text;
}

} // namespace strikedesk::sandbox
