// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/corporate_calendar.h"

#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/hash_random.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kReportDay = 301 };

constexpr int kSplitDeclaredBefore = 30;

Date firstOfMonth(int year, int month) { return Date::tryFromYmd(year, month, 1).valueOr(Date()); }

/// The `week`-th `weekday` of a month.
Date nthWeekday(int year, int month, int week, int weekday) {
    const Date first = firstOfMonth(year, month);
    return first + (weekday - first.weekday() + 7) % 7 + 7 * (week - 1);
}

bool byExDate(const CorporateAction& a, const CorporateAction& b) {
    return a.exDate != b.exDate ? a.exDate < b.exDate : a.symbol < b.symbol;
}

} // namespace

CorporateCalendar::CorporateCalendar(const std::vector<StockSpec>& specs, const SessionCalendar& calendar,
                                     std::uint64_t seed, Date anchor)
    : m_calendar(calendar), m_exDays(specs.size()), m_reports(specs.size()) {
    for (std::size_t stock = 0; stock < specs.size(); ++stock) {
        addDividends(stock, specs[stock], anchor - kPast, anchor + kFuture);
        addSplit(stock, specs[stock], anchor);
        addReports(stock, specs[stock], anchor - kPast, anchor + kFuture, seed);
    }
    std::sort(m_actions.begin(), m_actions.end(), byExDate);
}

Date CorporateCalendar::tradingDayFrom(Date date) const {
    return m_calendar.session(date) ? date : m_calendar.next(date);
}

void CorporateCalendar::addDividends(std::size_t stock, const StockSpec& spec, Date first, Date last) {
    const DividendPlan& plan = spec.dividend;
    if (plan.cash <= 0)
        return;
    const int step = 12 / plan.timesPerYear;
    for (int year = first.year(); year <= last.year(); ++year)
        for (int month = (plan.firstMonth - 1) % step + 1; month <= 12; month += step) {
            CorporateAction action;
            action.exDate = tradingDayFrom(nthWeekday(year, month, plan.week, plan.weekday));
            if (action.exDate < first || last < action.exDate)
                continue;
            action.id = stableUuid("dividend " + spec.asset.symbol.text() + " " + action.exDate.iso());
            action.symbol = spec.asset.symbol;
            action.declared = m_calendar.previous(action.exDate - plan.declaredBefore + 1);
            // Since trades settle in one day, the day of record is the ex-date itself.
            action.recordDate = action.exDate;
            action.payDate = tradingDayFrom(action.exDate + plan.paidAfter);
            action.cash = Price::fromUnits(std::llround(plan.cash * Price::kUnitsPerDollar));
            action.timesPerYear = plan.timesPerYear;
            m_exDays[stock][action.exDate].cash += plan.cash;
            m_actions.push_back(std::move(action));
        }
}

void CorporateCalendar::addSplit(std::size_t stock, const StockSpec& spec, Date anchor) {
    const SplitPlan& plan = spec.split;
    if (plan.newShares == plan.oldShares)
        return;
    CorporateAction action;
    action.kind = CorporateAction::Kind::Split;
    action.symbol = spec.asset.symbol;
    action.exDate = tradingDayFrom(anchor + plan.daysFromAnchor);
    action.id = stableUuid("split " + spec.asset.symbol.text() + " " + action.exDate.iso());
    action.declared = m_calendar.previous(action.exDate - kSplitDeclaredBefore);
    action.recordDate = m_calendar.previous(action.exDate - 5);
    action.payDate = m_calendar.previous(action.exDate);
    action.newShares = plan.newShares;
    action.oldShares = plan.oldShares;
    action.timesPerYear = 0;
    m_exDays[stock][action.exDate].ratio =
        static_cast<double>(plan.newShares) / static_cast<double>(plan.oldShares);
    m_actions.push_back(std::move(action));
}

void CorporateCalendar::addReports(std::size_t stock, const StockSpec& spec, Date first, Date last,
                                   std::uint64_t seed) {
    if (spec.earningsDay == 0)
        return;
    for (int year = first.year(); year <= last.year(); ++year)
        for (int month = 1; month <= 12; month += 3) {
            const Date quarterEnd = firstOfMonth(year, month) - 1;
            HashRandom random(seed, {kReportDay, stock, static_cast<std::uint64_t>(quarterEnd.days())});
            Date date = quarterEnd + spec.earningsDay + static_cast<int>(random.between(-2, 2));
            // Companies report from Tuesday to Thursday.
            while (date.weekday() < 2 || date.weekday() > 4)
                date = date + 1;
            EarningsReport report;
            report.date = tradingDayFrom(date);
            // Always on the same side of the session for one company; banks and carmakers come early.
            report.afterClose = spec.sector == Sector::Technology || stock % 2 == 0;
            report.gapDay = report.afterClose ? m_calendar.next(report.date) : report.date;
            report.surprise = random.gaussian();
            if (first <= report.date && report.date <= last)
                m_reports[stock][report.gapDay] = report;
        }
}

std::vector<CorporateAction> CorporateCalendar::actions(Date from, Date to, Date known) const {
    std::vector<CorporateAction> found;
    for (const CorporateAction& action : m_actions)
        if (from <= action.exDate && action.exDate <= to && action.declared <= known)
            found.push_back(action);
    return found;
}

std::vector<CorporateAction> CorporateCalendar::declaredIn(Date from, Date to) const {
    std::vector<CorporateAction> found;
    for (const CorporateAction& action : m_actions)
        if (from <= action.declared && action.declared <= to)
            found.push_back(action);
    return found;
}

CorporateCalendar::ExDay CorporateCalendar::exDay(std::size_t stock, Date date) const {
    const auto found = m_exDays[stock].find(date);
    return found == m_exDays[stock].end() ? ExDay() : found->second;
}

double CorporateCalendar::ratioBetween(std::size_t stock, Date after, Date upTo) const {
    double ratio = 1;
    const std::map<Date, ExDay>& days = m_exDays[stock];
    for (auto day = days.upper_bound(after); day != days.end() && day->first <= upTo; ++day)
        ratio *= day->second.ratio;
    return ratio;
}

const EarningsReport* CorporateCalendar::earningsOn(std::size_t stock, Date gapDay) const {
    const auto found = m_reports[stock].find(gapDay);
    return found == m_reports[stock].end() ? nullptr : &found->second;
}

int CorporateCalendar::reportsBetween(std::size_t stock, Date after, Date upTo) const {
    const std::map<Date, EarningsReport>& days = m_reports[stock];
    int count = 0;
    for (auto day = days.upper_bound(after); day != days.end() && day->first <= upTo; ++day)
        ++count;
    return count;
}

} // namespace strikedesk::sandbox
