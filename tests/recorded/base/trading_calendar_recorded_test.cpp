// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/trading_calendar.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace strikedesk {
namespace {

/// What others published for each day that is not an ordinary trading day.
std::map<Date, DayKind> publishedDays() {
    const char* folder = std::getenv("STRIKEDESK_SHARED_DIR");
    const std::filesystem::path shared = folder != nullptr
                                             ? std::filesystem::path(folder)
                                             : std::filesystem::path(STRIKEDESK_SOURCE_DIR) / "../shared";
    std::ifstream file(shared / "data/us_market_calendar.csv");
    std::map<Date, DayKind> days;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream row(line);
        std::string date, weekday, event;
        std::getline(row, date, ',');
        std::getline(row, weekday, ',');
        std::getline(row, event, ',');
        const auto read = Date::tryFromIso(date);
        if (read)
            days[*read] = event == "closed" ? DayKind::Holiday : DayKind::EarlyClose;
    }
    return days;
}

TEST(RecordedTradingCalendar, AgreesWithThePublishedCalendarOnEveryWeekdayFrom2005To2027) {
    const auto published = publishedDays();
    if (published.empty())
        GTEST_SKIP() << "the recorded calendar is not on this machine (set STRIKEDESK_SHARED_DIR)";
    ASSERT_GT(published.size(), 250u);
    const TradingCalendar calendar = TradingCalendar::unitedStates();
    int weekdays = 0;
    const Date end = *Date::tryFromIso("2028-01-01");
    for (Date date = *Date::tryFromIso("2005-01-01"); date < end; date = date + 1) {
        if (date.weekday() == 0 || date.weekday() == 6)
            continue;
        ++weekdays;
        const auto found = published.find(date);
        const DayKind expected = found == published.end() ? DayKind::Full : found->second;
        EXPECT_EQ(calendar.kindOf(date), expected) << date.iso();
    }
    EXPECT_EQ(weekdays, 6'000);
}

} // namespace
} // namespace strikedesk
