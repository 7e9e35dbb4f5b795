// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/replay_rows.h"

#include <algorithm>
#include <numeric>

namespace strikedesk::sandbox {

namespace {

/// An issuer tells of a record date ten days ahead at the latest (SEC Rule 10b-17).
constexpr int kLeastNotice = 10;
/// Dividends of so many days say how many a year brings.
constexpr int kAlmostAYear = 350;
/// A split beyond this is a damaged cell.
constexpr std::int64_t kLargestSplit = 10'000;

bool isAsset(const RecordedDay& day, std::string_view name) {
    return std::any_of(day.assets.begin(), day.assets.end(),
                       [name](const Asset& asset) { return asset.symbol.view() == name; });
}

/// Who holds the share when it goes ex is on record once that trade settles: three days after a trade until
/// 2017-09-04, two until 2024-05-27, one since (SEC Rule 15c6-1); the ex-date is one day less ahead.
Date recordDateOf(Date exDate, const SessionCalendar& calendar) {
    const Date twoDays = Date::tryFromYmd(2017, 9, 5).valueOr(Date());
    const Date oneDay = Date::tryFromYmd(2024, 5, 28).valueOr(Date());
    if (oneDay <= exDate)
        return exDate;
    const Date next = calendar.next(exDate);
    return twoDays <= exDate ? next : calendar.next(next);
}

Status readDailyBars(const std::string& folder, RecordedDay& day) {
    const SessionCalendar calendar;
    Status status = readCsvIfThere(
        folder, "equity_daily", {"symbol", "date", "open", "high", "low", "close", "volume"},
        [&](const CsvRow& row) -> Status {
            if (!isAsset(day, row.text(0)))
                return done();
            const auto date = Date::tryFromIso(row.text(1));
            if (!date)
                return badCell("the date is not a date");
            if (day.date <= *date)
                return done();
            auto bar = barOfRow(row, calendar.newYork(*date, 0), 2);
            if (!bar)
                return bar.error();
            day.dailyBars[Symbol::tryFrom(row.text(0)).valueOr(Symbol())].push_back(std::move(*bar));
            return done();
        });
    for (auto& [symbol, bars] : day.dailyBars)
        std::sort(bars.begin(), bars.end(),
                  [](const market::Bar& a, const market::Bar& b) { return a.start < b.start; });
    return status;
}

Result<CorporateAction> splitOf(CorporateAction action, const CsvRow& row, const SessionCalendar& calendar) {
    const auto value = parseDecimal(row.text(3), 6, ExtraDigits::RoundEven);
    if (!value || *value <= 0 || *value > kLargestSplit * 1'000'000)
        return badCell("the split is not a number of shares");
    const std::int64_t common = std::gcd(*value, std::int64_t{1'000'000});
    action.kind = CorporateAction::Kind::Split;
    action.newShares = static_cast<int>(*value / common);
    action.oldShares = static_cast<int>(1'000'000 / common);
    // A split trades ex on the day after the new shares are paid out (FINRA Rule 11140).
    action.payDate = calendar.previous(action.exDate);
    action.declared = action.exDate - kLeastNotice;
    return action;
}

Result<CorporateAction> dividendOf(CorporateAction action, const CsvRow& row,
                                   const SessionCalendar& calendar) {
    const auto cash = row.price(3);
    if (!cash || !*cash || !(*cash)->isPositive())
        return badCell("the dividend is not an amount");
    action.kind = CorporateAction::Kind::CashDividend;
    action.cash = **cash;
    action.recordDate = recordDateOf(action.exDate, calendar);
    action.declared = action.recordDate - kLeastNotice;
    return action;
}

Status readActions(const std::string& folder, RecordedDay& day) {
    const SessionCalendar calendar;
    Status status = readCsvIfThere(
        folder, "corporate_actions", {"symbol", "ex_date", "type", "value"},
        [&](const CsvRow& row) -> Status {
            if (!isAsset(day, row.text(0)) || (row.text(2) != "split" && row.text(2) != "dividend"))
                return done();
            const auto exDate = Date::tryFromIso(row.text(1));
            if (!exDate)
                return badCell("the ex-date is not a date");
            CorporateAction action;
            action.symbol = Symbol::tryFrom(row.text(0)).valueOr(Symbol());
            action.exDate = *exDate;
            action.id =
                stableUuid(action.symbol.text() + " " + std::string(row.text(2)) + " " + exDate->iso());
            auto read =
                row.text(2) == "split" ? splitOf(action, row, calendar) : dividendOf(action, row, calendar);
            if (!read)
                return read.error();
            day.actions.push_back(std::move(*read));
            return done();
        });
    std::stable_sort(day.actions.begin(), day.actions.end(),
                     [](const CorporateAction& a, const CorporateAction& b) { return a.exDate < b.exDate; });
    return status;
}

/// How often a dividend came in the year that ended with it.
void countDividends(std::vector<CorporateAction>& actions) {
    for (CorporateAction& action : actions)
        action.timesPerYear =
            static_cast<int>(std::count_if(actions.begin(), actions.end(), [&](const CorporateAction& other) {
                return other.kind == CorporateAction::Kind::CashDividend && other.symbol == action.symbol &&
                       other.exDate <= action.exDate && action.exDate - kAlmostAYear < other.exDate;
            }));
}

} // namespace

Status readRecordedHistory(const std::string& folder, RecordedDay& day) {
    if (Status status = readDailyBars(folder, day); !status)
        return status;
    if (Status status = readActions(folder, day); !status)
        return status;
    countDividends(day.actions);
    return done();
}

} // namespace strikedesk::sandbox
