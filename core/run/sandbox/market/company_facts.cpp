// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/company_facts.h"

#include "core/run/sandbox/market/hash_random.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kInterestLevel = 401, kInterestMove, kShortVolume };

struct Row {
    std::string_view symbol;
    const char* description;
    const char* industryCode;
    const char* industry;
    const char* homepage;
    double millionShares;
    int employees;
    const char* listed;
};

constexpr Row kRows[] = {
    {"SPY", "A fund that holds the five hundred largest US companies by market value.", "", "",
     "https://www.ssga.com", 1'010, 0, "1993-01-29"},
    {"AAPL", "Makes phones, computers and wearables, and sells software and services for them.", "3571",
     "ELECTRONIC COMPUTERS", "https://www.apple.com", 14'840, 166'000, "1980-12-12"},
    {"NVDA", "Designs graphics and data-centre processors and the software that runs on them.", "3674",
     "SEMICONDUCTORS & RELATED DEVICES", "https://www.nvidia.com", 24'300, 36'000, "1999-01-22"},
    {"QQQ", "A fund that holds the hundred largest non-financial companies listed on Nasdaq.", "", "",
     "https://www.invesco.com", 655, 0, "1999-03-10"},
    {"IWM", "A fund that holds two thousand smaller US companies.", "", "", "https://www.ishares.com", 290, 0,
     "2000-05-26"},
    {"SOFI", "Lends to and banks for households through an online platform.", "6199", "FINANCE SERVICES",
     "https://www.sofi.com", 1'205, 5'000, "2021-06-01"},
    {"TSLA", "Makes electric cars, batteries and solar products.", "3711",
     "MOTOR VEHICLES & PASSENGER CAR BODIES", "https://www.tesla.com", 3'325, 125'700, "2010-06-29"},
    {"AMD", "Designs processors for computers, servers and consoles.", "3674",
     "SEMICONDUCTORS & RELATED DEVICES", "https://www.amd.com", 1'628, 28'000, "1980-03-17"},
    {"PLTR", "Sells software with which governments and companies work with their data.", "7372",
     "SERVICES-PREPACKAGED SOFTWARE", "https://www.palantir.com", 2'383, 3'900, "2020-09-30"},
    {"MSFT", "Develops operating systems, office software and cloud services.", "7372",
     "SERVICES-PREPACKAGED SOFTWARE", "https://www.microsoft.com", 7'433, 228'000, "1986-03-13"},
    {"META", "Runs social networks and messaging services and sells advertising on them.", "7370",
     "SERVICES-COMPUTER PROGRAMMING, DATA PROCESSING, ETC.", "https://about.meta.com", 2'521, 76'000,
     "2012-05-18"},
    {"GOOGL", "Runs a search engine, a video platform and cloud services.", "7370",
     "SERVICES-COMPUTER PROGRAMMING, DATA PROCESSING, ETC.", "https://abc.xyz", 12'100, 187'000,
     "2004-08-19"},
    {"AMZN", "Sells goods online and computing by the hour.", "5961", "RETAIL-CATALOG & MAIL-ORDER HOUSES",
     "https://www.amazon.com", 10'690, 1'556'000, "1997-05-15"},
    {"NFLX", "Streams films and series to subscribers.", "7841", "SERVICES-VIDEO TAPE RENTAL",
     "https://www.netflix.com", 424, 14'000, "2002-05-23"},
    {"JPM", "A bank for households, companies and investors.", "6021", "NATIONAL COMMERCIAL BANKS",
     "https://www.jpmorganchase.com", 2'722, 317'000, "1969-03-05"},
    {"KO", "Makes and markets soft drinks.", "2080", "BEVERAGES", "https://www.coca-colacompany.com", 4'302,
     69'700, "1919-09-05"},
    {"F", "Makes cars and trucks.", "3711", "MOTOR VEHICLES & PASSENGER CAR BODIES", "https://www.ford.com",
     3'985, 171'000, "1956-03-07"},
    {"TLT", "A fund that holds US Treasury bonds of twenty years and more.", "", "",
     "https://www.ishares.com", 560, 0, "2002-07-26"},
    {"BKNG", "Books hotels, flights and rental cars online.", "4700", "TRANSPORTATION SERVICES",
     "https://www.bookingholdings.com", 32, 24'300, "1999-03-31"},
    {"MGEE", "Supplies electricity and gas around Madison, Wisconsin.", "4931",
     "ELECTRIC & OTHER SERVICES COMBINED", "https://www.mgeenergy.com", 36, 700, "1962-01-01"},
};

std::uint64_t key(Date date) { return static_cast<std::uint64_t>(date.days()); }

} // namespace

CompanyFacts companyFacts(const Symbol& symbol) {
    CompanyFacts facts;
    for (const Row& row : kRows) {
        if (row.symbol != symbol.view())
            continue;
        facts.description = row.description;
        facts.industryCode = row.industryCode;
        facts.industry = row.industry;
        facts.homepage = row.homepage;
        facts.shares = std::llround(row.millionShares * 1e6);
        facts.employees = row.employees;
        facts.listed = Date::tryFromIso(row.listed).valueOr(Date());
    }
    return facts;
}

std::vector<ShortInterest> shortInterestOf(std::uint64_t seed, std::size_t stock, std::int64_t shares,
                                           double dayVolume, Date from, Date to,
                                           const SessionCalendar& calendar) {
    HashRandom level(seed, {kInterestLevel, stock});
    const double usual = 0.01 + 0.05 * level.uniform() * level.uniform();
    std::vector<ShortInterest> rows;
    for (Date date = from; date <= to + 4; date = date + 1) {
        const bool isMonthEnd = (date + 1).day() == 1;
        if (date.day() != 15 && !isMonthEnd)
            continue;
        ShortInterest row;
        row.settlement = calendar.session(date) ? date : calendar.previous(date);
        if (row.settlement < from || to < row.settlement)
            continue;
        HashRandom random(seed, {kInterestMove, stock, key(date)});
        row.shares = std::llround(static_cast<double>(shares) * usual * std::exp(0.08 * random.gaussian()));
        row.averageDailyVolume =
            std::max<std::int64_t>(1, std::llround(dayVolume * std::exp(0.12 * random.gaussian())));
        rows.push_back(row);
    }
    return rows;
}

ShortVolume shortVolumeOf(std::uint64_t seed, std::size_t stock, Date date, std::int64_t volume) {
    HashRandom random(seed, {kShortVolume, stock, key(date)});
    const auto part = [&](std::int64_t of, double mean, double spread) {
        const double share = std::clamp(mean + spread * random.gaussian(), 0.02 * mean, 0.95);
        return std::llround(static_cast<double>(of) * share);
    };
    ShortVolume row;
    row.date = date;
    row.totalShares = part(volume, 0.44, 0.03);
    row.shortShares = part(row.totalShares, 0.48, 0.06);
    row.exemptShares = part(row.shortShares, 0.004, 0.002);
    return row;
}

} // namespace strikedesk::sandbox
