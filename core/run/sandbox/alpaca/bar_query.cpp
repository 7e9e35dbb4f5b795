// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/bar_query.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

struct UnitName {
    std::string_view text;
    BarWindow::Unit unit;
    int largest;
};
constexpr UnitName kUnitNames[] = {
    {"Min", BarWindow::Unit::Minute, 59},  {"T", BarWindow::Unit::Minute, 59},
    {"Hour", BarWindow::Unit::Hour, 23},   {"H", BarWindow::Unit::Hour, 23},
    {"Day", BarWindow::Unit::Day, 1},      {"D", BarWindow::Unit::Day, 1},
    {"Week", BarWindow::Unit::Week, 1},    {"W", BarWindow::Unit::Week, 1},
    {"Month", BarWindow::Unit::Month, 12}, {"M", BarWindow::Unit::Month, 12},
};

/// The finest bars needed: finished minutes, or days with the current one partial.
std::vector<market::Bar> pieces(MarketSource& source, const SessionCalendar& calendar, const Symbol& symbol,
                                const BarRequest& request, Timestamp now) {
    if (!request.timeframe.isIntraday()) {
        const Timestamp first = request.timeframe.startOf(request.start, calendar);
        std::vector<market::Bar> days =
            source.dailyBars(symbol, calendar.dateOf(first), calendar.dateOf(request.end), now);
        adjustBars(source, calendar, symbol, request.adjustment, now, days);
        return days;
    }
    std::vector<market::Bar> minutes = source.minuteBars(symbol, request.start, request.end, now);
    while (!minutes.empty() && now < minutes.back().start + Duration::minutes(1))
        minutes.pop_back();
    adjustBars(source, calendar, symbol, request.adjustment, now, minutes);
    return minutes;
}

std::vector<market::Bar> seriesOf(MarketSource& source, const SessionCalendar& calendar, const Symbol& symbol,
                                  const BarRequest& request, Timestamp now) {
    const std::vector<market::Bar> fine = pieces(source, calendar, symbol, request, now);
    std::vector<market::Bar> bars = grouped(fine, request.timeframe, calendar);
    // Days are asked for by their midnight label.
    if (!request.timeframe.isIntraday())
        std::erase_if(bars, [&](const market::Bar& bar) {
            return bar.start < request.start || request.end < bar.start;
        });
    if (request.descending)
        std::reverse(bars.begin(), bars.end());
    return bars;
}

/// "raw", "split", "dividend", "spin-off", "all", or several by comma. Nothing is ever spun off here.
AdjustmentMode readAdjustment(QueryReader& reader, const HttpRequest& request) {
    AdjustmentMode mode;
    const auto words = commaList(request.parameter("adjustment"), 8);
    if (!words)
        reader.fail("adjustment");
    for (const std::string& word : words.value_or(std::vector<std::string>())) {
        if (word == "split" || word == "all")
            mode.splits = true;
        if (word == "dividend" || word == "all")
            mode.dividends = true;
        if (word != "raw" && word != "split" && word != "dividend" && word != "spin-off" && word != "all")
            reader.fail("adjustment");
    }
    return mode;
}

bool isPastToken(const BarRequest& request, const Symbol& symbol, Timestamp start) {
    if (!request.tokenTime.isSet() || request.tokenSymbol < symbol)
        return true;
    if (symbol < request.tokenSymbol)
        return false;
    return request.descending ? start < request.tokenTime : request.tokenTime < start;
}

} // namespace

std::optional<BarWindow> readTimeframe(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    const auto count = parseDecimal(text.substr(0, digits), 0, ExtraDigits::Refuse);
    if (digits == 0 || digits > 2 || !count || *count < 1)
        return std::nullopt;
    for (const UnitName& name : kUnitNames) {
        if (name.text != text.substr(digits) || *count > name.largest)
            continue;
        if (name.unit == BarWindow::Unit::Month && 12 % *count != 0)
            return std::nullopt;
        return BarWindow{name.unit, static_cast<int>(*count)};
    }
    return std::nullopt;
}

BarRequest readBarRequest(QueryReader& reader, const HttpRequest& request, std::vector<Symbol> symbols,
                          Timestamp latest, const SessionCalendar& calendar) {
    BarRequest bars{readSeriesRequest(reader, std::move(symbols), latest, calendar), {}, {}};
    if (const auto timeframe = readTimeframe(request.parameter("timeframe")))
        bars.timeframe = *timeframe;
    else
        reader.fail("timeframe");
    bars.adjustment = readAdjustment(reader, request);
    return bars;
}

BarPage barPage(MarketSource& source, const SessionCalendar& calendar, const BarRequest& request,
                Timestamp now) {
    BarPage page;
    std::size_t left = request.limit;
    for (const Symbol& symbol : request.symbols) {
        if (request.tokenTime.isSet() && symbol < request.tokenSymbol)
            continue;
        std::vector<market::Bar> taken;
        for (market::Bar& bar : seriesOf(source, calendar, symbol, request, now)) {
            if (!isPastToken(request, symbol, bar.start))
                continue;
            if (left == 0) {
                const auto& last = taken.empty() ? page.rows.back() : std::pair(symbol, taken);
                page.nextToken = seriesToken(last.first, last.second.back().start, 1);
                break;
            }
            taken.push_back(std::move(bar));
            --left;
        }
        if (!taken.empty())
            page.rows.emplace_back(symbol, std::move(taken));
        if (!page.nextToken.empty())
            break;
    }
    return page;
}

void countBars(Arrivals& arrivals, const BarPage& page) {
    ++arrivals.barRequests;
    for (const auto& [symbol, bars] : page.rows)
        arrivals.barsSent += static_cast<std::int64_t>(bars.size());
}

} // namespace strikedesk::sandbox
