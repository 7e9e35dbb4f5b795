// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/aggregates.h"

#include "core/run/sandbox/market/adjustment.h"
#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

constexpr std::int64_t kLargestMultiplier = 10'000;
/// Prints of one stock in one day, far more than there are.
constexpr std::size_t kMaxPrints = 2'000'000;
constexpr Duration kNanosecond = Duration::nanoseconds(1);

struct SpanName {
    std::string_view name;
    BarWindow::Unit unit;
    int units;
};
constexpr SpanName kSpans[] = {
    {"second", BarWindow::Unit::Second, 1}, {"minute", BarWindow::Unit::Minute, 1},
    {"hour", BarWindow::Unit::Hour, 1},     {"day", BarWindow::Unit::Day, 1},
    {"week", BarWindow::Unit::Week, 1},     {"month", BarWindow::Unit::Month, 1},
    {"quarter", BarWindow::Unit::Month, 3}, {"year", BarWindow::Unit::Month, 12},
};

/// Bars of finished seconds from the prints in [from, to].
std::vector<market::Bar> secondBars(MarketSource& source, const Symbol& symbol, Timestamp from, Timestamp to,
                                    Timestamp seenAt) {
    constexpr std::int64_t kSecondNs = 1'000'000'000;
    const auto secondOf = [](Timestamp at) { return at.nanoseconds() / kSecondNs; };
    const Timestamp end = std::min(to, Timestamp::fromSeconds(secondOf(seenAt)) - kNanosecond);
    std::vector<market::Bar> bars;
    if (end < from)
        return bars;
    const std::vector<market::TradePrint> prints = source.prints(symbol, from, end, kMaxPrints);
    for (std::size_t first = 0; first < prints.size();) {
        const std::int64_t second = secondOf(prints[first].at);
        std::size_t last = first;
        while (last < prints.size() && secondOf(prints[last].at) == second)
            ++last;
        if (const auto bar =
                barOf(std::span(prints).subspan(first, last - first), Timestamp::fromSeconds(second), seenAt))
            bars.push_back(*bar);
        first = last;
    }
    return bars;
}

/// Base bars of seconds or finished minutes in [from, to], unadjusted.
std::vector<market::Bar> intradayBars(MarketSource& source, const AggregateQuery& query, Timestamp from,
                                      Timestamp to, Timestamp seenAt) {
    if (query.window.unit == BarWindow::Unit::Second)
        return secondBars(source, query.ticker.symbol, from, to, seenAt);
    std::vector<market::Bar> bars =
        source.minuteBars(query.ticker.symbol, from, std::min(to, seenAt), seenAt);
    while (!bars.empty() && seenAt < bars.back().start + Duration::minutes(1))
        bars.pop_back();
    return bars;
}

void adjust(MarketSource& source, const SessionCalendar& calendar, const Ticker& ticker, Timestamp seenAt,
            std::vector<market::Bar>& bars) {
    if (ticker.kind == TickerKind::Stock && !bars.empty())
        adjustBars(source, calendar, ticker.symbol, AdjustmentMode{true, false}, seenAt, bars);
}

/// Base bars in the asked direction, whole days of them, at least one more than the limit if there are.
std::vector<market::Bar> baseBars(MarketSource& source, const SessionCalendar& calendar,
                                  const AggregateQuery& query, Timestamp from, Timestamp to,
                                  Timestamp seenAt) {
    const Date first =
        std::max(calendar.dateOf(from), Date::tryFromYmd(TradingCalendar::kFirstYear, 1, 1).valueOr(Date()));
    const Date last = calendar.dateOf(std::min(to, seenAt));
    std::vector<market::Bar> bars;
    if (!query.window.isIntraday()) {
        bars = tickerDays(source, calendar, query.ticker, first, last, query.adjusted, seenAt);
        if (query.descending)
            std::reverse(bars.begin(), bars.end());
        return bars;
    }
    const int step = query.descending ? -1 : 1;
    for (Date day = query.descending ? last : first; first <= day && day <= last; day = day + step) {
        if (bars.size() > query.limit)
            break;
        const auto session = calendar.days().session(day);
        if (!session)
            continue;
        std::vector<market::Bar> found = intradayBars(source, query, std::max(from, session->preOpen),
                                                      std::min(to, session->postClose - kNanosecond), seenAt);
        if (query.adjusted)
            adjust(source, calendar, query.ticker, seenAt, found);
        if (query.descending)
            std::reverse(found.begin(), found.end());
        bars.insert(bars.end(), found.begin(), found.end());
    }
    return bars;
}

} // namespace

std::optional<BarWindow> readAggregateWindow(std::string_view multiplier, std::string_view timespan) {
    const auto count = parseDecimal(multiplier, 0, ExtraDigits::Refuse);
    if (!count || *count < 1 || *count > kLargestMultiplier)
        return std::nullopt;
    for (const SpanName& span : kSpans)
        if (span.name == timespan)
            return BarWindow{span.unit, static_cast<int>(*count) * span.units, 0};
    return std::nullopt;
}

AggregatePage aggregatePage(MarketSource& source, const SessionCalendar& calendar,
                            const AggregateQuery& query, Timestamp seenAt) {
    const BarWindow& window = query.window;
    const Timestamp from = window.startOf(query.from, calendar);
    const Timestamp to = window.endOf(query.to, calendar) - kNanosecond;
    std::vector<market::Bar> base = baseBars(source, calendar, query, from, to, seenAt);
    AggregatePage page;
    if (base.size() > query.limit) {
        const auto windowAt = [&](std::size_t i) { return window.startOf(base[i].start, calendar); };
        std::size_t cut = query.limit;
        const Timestamp edge = windowAt(cut);
        while (cut > 0 && windowAt(cut - 1) == edge)
            --cut;
        if (cut == 0)
            while (cut < base.size() && windowAt(cut) == edge)
                ++cut;
        if (cut < base.size())
            page.rest = query.descending ? window.endOf(base[cut].start, calendar) : windowAt(cut);
        base.resize(cut);
    }
    page.scanned = base.size();
    if (query.descending)
        std::reverse(base.begin(), base.end());
    page.bars = grouped(base, window, calendar);
    if (query.descending)
        std::reverse(page.bars.begin(), page.bars.end());
    return page;
}

std::vector<market::Bar> tickerDays(MarketSource& source, const SessionCalendar& calendar,
                                    const Ticker& ticker, Date from, Date to, bool adjusted,
                                    Timestamp seenAt) {
    std::vector<market::Bar> bars = source.dailyBars(ticker.symbol, from, to, seenAt);
    if (adjusted)
        adjust(source, calendar, ticker, seenAt, bars);
    return bars;
}

} // namespace strikedesk::sandbox
