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
        return source.dailyBars(symbol, calendar.dateOf(first), calendar.dateOf(request.end), now);
    }
    std::vector<market::Bar> minutes = source.minuteBars(symbol, request.start, request.end, now);
    while (!minutes.empty() && now < minutes.back().start + Duration::minutes(1))
        minutes.pop_back();
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
                          Timestamp now, const SessionCalendar& calendar) {
    BarRequest bars;
    bars.symbols = std::move(symbols);
    std::sort(bars.symbols.begin(), bars.symbols.end());
    if (const auto timeframe = readTimeframe(request.parameter("timeframe")))
        bars.timeframe = *timeframe;
    else
        reader.fail("timeframe");
    bars.start = reader.time("start").value_or(calendar.newYork(calendar.dateOf(now), 0));
    bars.end = std::min(reader.time("end").value_or(now), now);
    bars.limit = static_cast<std::size_t>(reader.integer("limit", 1'000, 1, 10'000));
    bars.descending = reader.word("sort", {"asc", "desc"}) == "desc";
    const std::string token = reader.token();
    if (token.empty())
        return bars;
    const std::size_t mark = token.find('|');
    const auto symbol = Symbol::tryFrom(token.substr(0, mark));
    const auto time = mark == std::string::npos
                          ? Result<std::int64_t>(invalidInput("", ""))
                          : parseDecimal(std::string_view(token).substr(mark + 1), 0, ExtraDigits::Refuse);
    if (symbol && time) {
        bars.tokenSymbol = *symbol;
        bars.tokenTime = Timestamp::fromNanoseconds(*time);
    } else {
        reader.fail("page_token");
    }
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
                const auto& last = taken.empty() ? page.bars.back() : std::pair(symbol, taken);
                page.nextToken =
                    last.first.text() + "|" + std::to_string(last.second.back().start.nanoseconds());
                break;
            }
            taken.push_back(std::move(bar));
            --left;
        }
        if (!taken.empty())
            page.bars.emplace_back(symbol, std::move(taken));
        if (!page.nextToken.empty())
            break;
    }
    return page;
}

void countBars(Arrivals& arrivals, const BarPage& page) {
    ++arrivals.barRequests;
    for (const auto& [symbol, bars] : page.bars)
        arrivals.barsSent += static_cast<std::int64_t>(bars.size());
}

} // namespace strikedesk::sandbox
