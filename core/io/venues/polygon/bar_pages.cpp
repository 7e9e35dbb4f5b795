// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/bar_pages.h"

#include "core/io/venues/polygon/codec/market_codec.h"
#include "core/io/venues/polygon/polygon_rest.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace strikedesk::polygon {

namespace {

constexpr Duration kLongestPart = Duration::days(31);
constexpr Duration kMillisecond = Duration::milliseconds(1);

Error notTheBarsAsked(std::string what) {
    return Error{ErrorKind::Protocol,
                 "polygon.bars.unexpected",
                 "The data provider's history is not what was asked for, and it was not used. Open the chart "
                 "again; if this goes on, check the provider's address in the settings.",
                 {},
                 std::move(what)};
}

/// Adjustment is a matter of stocks; contracts and indices are never adjusted (protocol facts, section 5).
bool knowsAdjustment(const Symbol& symbol) { return kindOf(symbol) == AssetKind::Stock; }

} // namespace

Result<BarWindow> barWindowFrom(std::string_view timeframe) {
    BarWindow window;
    const auto [end, error] =
        std::from_chars(timeframe.data(), timeframe.data() + timeframe.size(), window.multiplier);
    const std::string_view unit(end, static_cast<std::size_t>(timeframe.data() + timeframe.size() - end));
    constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
        {"Min", "minute"}, {"Hour", "hour"}, {"Day", "day"}, {"Week", "week"}, {"Month", "month"}};
    for (const auto& [ours, theirs] : kUnits)
        if (error == std::errc() && unit == ours && window.multiplier >= 1 && window.multiplier <= 1'000) {
            window.timespan = theirs;
            return window;
        }
    return Error{
        ErrorKind::Unsupported,
        "polygon.bars.timeframe",
        "The data provider has no bars of this length. Choose minutes, hours, days, weeks or months.",
        {},
        std::string(timeframe.substr(0, 40))};
}

std::string adjustedQuery(const Symbol& symbol, bool isAdjusted) {
    if (kindOf(symbol) == AssetKind::Index)
        return {};
    return isAdjusted ? "?adjusted=true" : "?adjusted=false";
}

std::string barsPath(const Symbol& symbol, const BarWindow& window, Timestamp from, Timestamp to,
                     bool isAdjusted) {
    const std::string query = adjustedQuery(symbol, isAdjusted);
    return "/v2/aggs/ticker/" + tickerSegment(symbol) + "/range/" + std::to_string(window.multiplier) + "/" +
           window.timespan + "/" + std::to_string(from.milliseconds()) + "/" +
           std::to_string(to.milliseconds()) + query + (query.empty() ? "?" : "&") + "sort=asc&limit=50000";
}

std::vector<SpanPart> partsOf(const BarWindow& window, Timestamp from, Timestamp to) {
    std::vector<SpanPart> parts;
    while (from <= to) {
        const Timestamp end = window.isIntraday() ? std::min(to, from + kLongestPart - kMillisecond) : to;
        parts.push_back({from, end});
        from = end + kMillisecond;
    }
    return parts;
}

std::string firstBarsPath(const market::BaseKey& key, const market::TimeSpan& span) {
    const BarWindow window{1, key.frame == market::BaseFrame::Day ? "day" : "minute"};
    return barsPath(key.symbol, window, span.from, span.to - kMillisecond,
                    key.adjustment == market::Adjustment::Split);
}

Result<BarsPage> readBarsPage(std::string_view body, const std::string& path, const BarsAsked& asked) {
    auto decoded = decodeBars(body);
    if (!decoded)
        return decoded.error();
    if (decoded->ticker.symbol != asked.symbol)
        return notTheBarsAsked("bars of " + decoded->ticker.symbol.text());
    if (knowsAdjustment(asked.symbol) && decoded->isAdjusted != asked.isAdjusted && !decoded->bars.empty())
        return notTheBarsAsked("bars of the other adjustment");
    BarsPage page;
    page.bars.reserve(decoded->bars.size());
    Timestamp after = asked.after;
    for (const market::Bar& bar : decoded->bars) {
        if (bar.start < asked.from || asked.to < bar.start)
            continue;
        if (after.isSet() && bar.start <= after)
            return notTheBarsAsked("bars that do not rise at " + bar.start.rfc3339());
        after = bar.start;
        if (bar.isConsistent())
            page.bars.push_back(bar);
        else
            ++page.inconsistent;
    }
    page.isDelayed = decoded->isDelayed;
    auto next = nextPath(decoded->nextUrl, path);
    if (!next)
        return next.error();
    if (*next == path)
        return notTheBarsAsked("the same page again");
    page.nextPath = std::move(next.value());
    return page;
}

Result<BarsPage> readBarsPage(std::string_view body, const std::string& path, const market::BaseKey& key,
                              const market::TimeSpan& span, Timestamp after) {
    return readBarsPage(body, path,
                        BarsAsked{key.symbol, span.from, span.to - Duration::nanoseconds(1), after,
                                  key.adjustment == market::Adjustment::Split});
}

} // namespace strikedesk::polygon
