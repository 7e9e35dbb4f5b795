// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/session_calendar.h"
#include "core/run/sandbox/market/stock_spec.h"

#include <map>
#include <vector>

namespace strikedesk::sandbox {

/// A quarterly report of one company.
struct EarningsReport {
    Date date;
    bool afterClose = true; ///< at 16:05; otherwise at 07:00
    Date gapDay;            ///< the first day that opens with the news
    double surprise = 0;    ///< standard normal; its sign is the mood of the article
};

/// Dividends, splits and reports of the invented stocks, from kPast days before the anchor to kFuture days
/// after it. Immutable.
class CorporateCalendar {
public:
    static constexpr int kPast = 760;
    static constexpr int kFuture = 1'500;

    CorporateCalendar(const std::vector<StockSpec>& specs, const SessionCalendar& calendar,
                      std::uint64_t seed, Date anchor);

    /// With ex-dates in [from, to] that are declared by `known`; by ex-date, then symbol.
    std::vector<CorporateAction> actions(Date from, Date to, Date known) const;
    /// Declared in [from, to], in no order.
    std::vector<CorporateAction> declaredIn(Date from, Date to) const;

    /// What changes at the open of a day: the price falls by `cash`, then is divided by new / old shares.
    struct ExDay {
        double cash = 0;
        double ratio = 1;
    };
    ExDay exDay(std::size_t stock, Date date) const;
    /// The product of the ratios of splits with an ex-date in (after, upTo].
    double ratioBetween(std::size_t stock, Date after, Date upTo) const;

    /// The report whose news the open of `day` shows, if any.
    const EarningsReport* earningsOn(std::size_t stock, Date gapDay) const;
    /// Reports with gap days in (after, upTo].
    int reportsBetween(std::size_t stock, Date after, Date upTo) const;
    const std::map<Date, EarningsReport>& reports(std::size_t stock) const { return m_reports[stock]; }

private:
    void addDividends(std::size_t stock, const StockSpec& spec, Date first, Date last);
    void addSplit(std::size_t stock, const StockSpec& spec, Date anchor);
    void addReports(std::size_t stock, const StockSpec& spec, Date first, Date last, std::uint64_t seed);
    Date tradingDayFrom(Date date) const;

    const SessionCalendar& m_calendar;
    std::vector<CorporateAction> m_actions; ///< by ex-date
    std::vector<std::map<Date, ExDay>> m_exDays;
    std::vector<std::map<Date, EarningsReport>> m_reports; ///< by gap day
};

} // namespace strikedesk::sandbox
