// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>

#include "tools/zone_table/zone_periods.h"

namespace strikedesk::zone_table {
namespace {

void putBigEndian(std::string& bytes, std::int64_t value, int size) {
    for (int i = size - 1; i >= 0; --i)
        bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i)));
}

std::string header(char version, int times, int types, int characters) {
    std::string bytes = std::string("TZif") + version + std::string(15, '\0');
    for (const int count : {0, 0, 0, times, types, characters})
        putBigEndian(bytes, count, 4);
    return bytes;
}

/// A small file: Eastern standard time, then one spring change in 2006, then the footer.
std::string smallFile(const std::string& footer) {
    std::string bytes = header('2', 0, 1, 4) + std::string(6, '\0') + std::string("LMT\0", 4);
    bytes += header('2', 2, 2, 8);
    putBigEndian(bytes, -2'717'650'800, 8);
    putBigEndian(bytes, 1'143'961'200, 8);
    bytes += std::string("\0\1", 2);
    putBigEndian(bytes, -18'000, 4);
    bytes += std::string("\0\0", 2);
    putBigEndian(bytes, -14'400, 4);
    bytes += std::string("\1\4", 2);
    bytes += std::string("EST\0EDT\0", 8);
    return bytes + "\n" + footer + "\n";
}

TEST(ZoneTable, ExtendsTheFileByItsFooterToTheLastYear) {
    const auto periods = periodsFromTzif(smallFile("EST5EDT,M3.2.0,M11.1.0"));
    ASSERT_TRUE(periods);
    EXPECT_EQ(periods->front(), (Period{0, -18'000, false}));
    EXPECT_EQ((*periods)[1], (Period{1'143'961'200, -14'400, true}));
    EXPECT_EQ(periods->back(), (Period{secondsOfDay(2050, 11, 6) + 6 * 3'600, -18'000, false}));
}

TEST(ZoneTable, ReadsEveryFormOfAFooterItClaimsTo) {
    EXPECT_TRUE(periodsFromTzif(smallFile("EST5EDT,M3.2.0/2,M11.1.0/2")));
    EXPECT_TRUE(periodsFromTzif(smallFile("EST5EDT4,M3.2.0,M11.1.0")));
    EXPECT_TRUE(periodsFromTzif(smallFile("EST+5:00:00EDT4:00,M3.2.0/02:00:00,M11.1.0/-1")));
}

TEST(ZoneTable, RefusesAFooterOfAnotherForm) {
    for (const char* footer :
         {"", "EST", "EST5", "EST5EDT", "E5EDT,M3.2.0,M11.1.0", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
          "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J60,J300", "EST5EDT,M3.2.0,M11.1.0x",
          "EST5EDT,M3.2.0/,M11.1.0", "EST999EDT,M3.2.0,M11.1.0", "<-05>5EDT,M3.2.0,M11.1.0"})
        EXPECT_FALSE(periodsFromTzif(smallFile(footer))) << footer;
}

TEST(ZoneTable, RefusesEveryTruncation) {
    const std::string whole = smallFile("EST5EDT,M3.2.0,M11.1.0");
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(periodsFromTzif(whole.substr(0, size))) << size;
}

TEST(ZoneTable, SurvivesEveryOneByteChange) {
    const std::string whole = smallFile("EST5EDT,M3.2.0,M11.1.0");
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
            std::string changed = whole;
            changed[at] = static_cast<char>(value);
            if (const auto periods = periodsFromTzif(changed)) {
                EXPECT_FALSE(periods->empty());
            }
        }
}

TEST(ZoneTable, TheLawSaysWhatTheTimeZoneDatabaseSays) {
    std::ifstream file("/usr/share/zoneinfo/America/New_York", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.empty())
        GTEST_SKIP() << "this machine has no time zone database";
    const auto periods = periodsFromTzif(bytes);
    ASSERT_TRUE(periods);
    EXPECT_EQ(*periods, periodsFromLaw());
}

TEST(ZoneTable, WritesOneLineAPeriod) {
    EXPECT_EQ(tableText({{0, -18'000, false}, {9, -14'400, true}}, "a test"),
              "// Generated from a test. Do not edit.\n{0, -18000, false},\n{9, -14400, true},\n");
}

} // namespace
} // namespace strikedesk::zone_table
