// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/adjustment.h"
#include "core/run/sandbox/market/csv_table.h"
#include "tests/recorded/sandbox/shared_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace strikedesk::sandbox {
namespace {

const Symbol kApple = Symbol::of("AAPL");

/// The other vendor's prices carry six decimals.
double dollars(std::string_view text) { return std::stod(std::string(text)); }

struct OtherVendor {
    double close = 0;
    double adjustedClose = 0;
};

std::map<Date, market::Bar> rawDays(const std::string& folder) {
    std::map<Date, market::Bar> days;
    const Status read = readCsv(folder, "equity_daily", {"symbol", "date", "open", "high", "low", "close"},
                                [&](const CsvRow& row) -> Status {
                                    if (row.text(0) != "AAPL")
                                        return done();
                                    market::Bar bar;
                                    bar.open = row.price(2)->value_or(Price());
                                    bar.high = row.price(3)->value_or(Price());
                                    bar.low = row.price(4)->value_or(Price());
                                    bar.close = row.price(5)->value_or(Price());
                                    days[*Date::tryFromIso(row.text(1))] = bar;
                                    return done();
                                });
    EXPECT_TRUE(read.ok());
    return days;
}

std::map<Date, OtherVendor> otherDays(const std::string& folder) {
    std::map<Date, OtherVendor> days;
    const Status read =
        readCsv(folder, "equity_daily_yahoo", {"symbol", "date", "close", "adj_close"},
                [&](const CsvRow& row) -> Status {
                    if (row.text(0) == "AAPL")
                        days[*Date::tryFromIso(row.text(1))] = {dollars(row.text(2)), dollars(row.text(3))};
                    return done();
                });
    EXPECT_TRUE(read.ok());
    return days;
}

std::vector<CorporateAction> appleActions(const std::string& folder) {
    std::vector<CorporateAction> actions;
    const Status read =
        readCsv(folder, "corporate_actions", {"symbol", "ex_date", "type", "value"},
                [&](const CsvRow& row) -> Status {
                    CorporateAction action;
                    action.symbol = kApple;
                    action.exDate = *Date::tryFromIso(row.text(1));
                    if (row.text(0) != "AAPL" || (row.text(2) != "split" && row.text(2) != "dividend"))
                        return done();
                    if (row.text(2) == "split") {
                        action.kind = CorporateAction::Kind::Split;
                        action.newShares = std::stoi(std::string(row.text(3)));
                    } else {
                        action.cash = row.price(3)->value_or(Price());
                    }
                    actions.push_back(action);
                    return done();
                });
    EXPECT_TRUE(read.ok());
    return actions;
}

/// Apple 2004 to 2018: two splits and 22 dividends, raw from one vendor, adjusted by another.
TEST(AdjustmentRecorded, AgreesWithAnotherVendorsAdjustedHistory) {
    const std::string data = sharedFolder("data");
    if (data.empty())
        GTEST_SKIP() << "no recorded data (set STRIKEDESK_SHARED_DIR)";
    const std::map<Date, market::Bar> raw = rawDays(data);
    const std::map<Date, OtherVendor> other = otherDays(data);
    const std::vector<CorporateAction> actions = appleActions(data);
    ASSERT_GT(other.size(), 3'000U);
    const Date today = other.rbegin()->first;
    const auto closeBefore = [&](Date exDate) -> std::optional<Price> {
        const auto next = raw.lower_bound(exDate);
        return next == raw.begin() ? std::nullopt : std::optional(std::prev(next)->second.close);
    };
    const Adjuster splits(actions, kApple, {true, false}, today, closeBefore);
    const Adjuster all(actions, kApple, AdjustmentMode::all(), today, closeBefore);
    EXPECT_DOUBLE_EQ(splits.priceFactor(*Date::tryFromIso("2004-08-19")), 1.0 / 14);
    int compared = 0;
    int splitApart = 0;
    int allApart = 0;
    for (const auto& [date, theirs] : other) {
        const auto ours = raw.find(date);
        if (ours == raw.end())
            continue;
        ++compared;
        const double split = splits.adjusted(ours->second, date).close.toDoubleLossy();
        const double full = all.adjusted(ours->second, date).close.toDoubleLossy();
        splitApart += std::abs(split / theirs.close - 1) > 0.003 ? 1 : 0;
        allApart += std::abs(full / theirs.adjustedClose - 1) > 0.004 ? 1 : 0;
    }
    EXPECT_GT(compared, 3'000);
    // The vendors' closes themselves differ by over 0.3 % on about one day in a hundred.
    EXPECT_LT(splitApart, compared / 40);
    EXPECT_LT(allApart, compared / 40);
}

} // namespace
} // namespace strikedesk::sandbox
