// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/bar_query.h"

#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

struct UnitName {
    std::string_view text;
    Timeframe::Unit unit;
    int largest;
};
constexpr UnitName kUnitNames[] = {
    {"Min", Timeframe::Unit::Minute, 59},  {"T", Timeframe::Unit::Minute, 59},
    {"Hour", Timeframe::Unit::Hour, 23},   {"H", Timeframe::Unit::Hour, 23},
    {"Day", Timeframe::Unit::Day, 1},      {"D", Timeframe::Unit::Day, 1},
    {"Week", Timeframe::Unit::Week, 1},    {"W", Timeframe::Unit::Week, 1},
    {"Month", Timeframe::Unit::Month, 12}, {"M", Timeframe::Unit::Month, 12},
};

bool isIntraday(const Timeframe& timeframe) {
    return timeframe.unit == Timeframe::Unit::Minute || timeframe.unit == Timeframe::Unit::Hour;
}

/// The finest bars needed: finished minutes, or days with the current one partial.
std::vector<market::Bar> pieces(MarketSource& source, const SessionCalendar& calendar, const Symbol& symbol,
                                const BarRequest& request, Timestamp now) {
    if (!isIntraday(request.timeframe)) {
        const Timestamp first = request.timeframe.edge(request.start, calendar);
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
    std::vector<market::Bar> bars;
    for (std::size_t from = 0; from < fine.size();) {
        const Timestamp edge = request.timeframe.edge(fine[from].start, calendar);
        std::size_t to = from + 1;
        while (to < fine.size() && request.timeframe.edge(fine[to].start, calendar) == edge)
            ++to;
        const auto bar = merged(std::span(fine).subspan(from, to - from), edge);
        // Days are asked for by their midnight label.
        if (bar &&
            (isIntraday(request.timeframe) || (request.start <= bar->start && bar->start <= request.end)))
            bars.push_back(*bar);
        from = to;
    }
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

std::optional<Timeframe> Timeframe::tryFrom(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    const auto count = parseDecimal(text.substr(0, digits), 0, ExtraDigits::Refuse);
    if (digits == 0 || digits > 2 || !count || *count < 1)
        return std::nullopt;
    for (const UnitName& name : kUnitNames) {
        if (name.text != text.substr(digits) || *count > name.largest)
            continue;
        if (name.unit == Unit::Month && 12 % *count != 0)
            return std::nullopt;
        return Timeframe{name.unit, static_cast<int>(*count)};
    }
    return std::nullopt;
}

Timestamp Timeframe::edge(Timestamp at, const SessionCalendar& calendar) const {
    const Date day = calendar.dateOf(at);
    if (unit == Unit::Minute || unit == Unit::Hour) {
        const int length = unit == Unit::Minute ? count : 60 * count;
        const int minute = calendar.minuteOfDay(at);
        return calendar.newYork(day, minute - minute % length);
    }
    if (unit == Unit::Week)
        return calendar.newYork(day - (day.weekday() + 6) % 7, 0);
    if (unit == Unit::Month) {
        const auto first = Date::tryFromYmd(day.year(), day.month() - (day.month() - 1) % count, 1);
        return calendar.newYork(first.valueOr(day), 0);
    }
    return calendar.newYork(day, 0);
}

BarRequest readBarRequest(QueryReader& reader, const HttpRequest& request, std::vector<Symbol> symbols,
                          Timestamp now, const SessionCalendar& calendar) {
    BarRequest bars;
    bars.symbols = std::move(symbols);
    std::sort(bars.symbols.begin(), bars.symbols.end());
    if (const auto timeframe = Timeframe::tryFrom(request.parameter("timeframe")))
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
