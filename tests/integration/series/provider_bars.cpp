// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/series/provider_bars.h"

#include "core/base/trading_calendar.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace strikedesk::test {

using market::Timeframe;

namespace {

using Bars = std::map<Timestamp, market::Bar>;

/// What of the venue's the frame is compared with: hours anchored at the open and weeks are built from it.
std::string wireFrame(Timeframe timeframe) {
    if (timeframe == Timeframe::Day1 || timeframe == Timeframe::Week1)
        return "1Day";
    if (timeframe == Timeframe::Hour1 || timeframe == Timeframe::Hour4)
        return "30Min";
    const std::string text(market::toText(timeframe));
    return text.substr(0, text.size() - 1) + "Min";
}

Price priceOf(const nlohmann::json& value) {
    return Price::fromUnits(static_cast<std::int64_t>(value.get<double>() * 10'000.0 + 0.5));
}

market::Bar barOf(const nlohmann::json& row) {
    market::Bar bar;
    bar.start = *Timestamp::tryFromRfc3339(row.at("t").get<std::string>());
    bar.open = priceOf(row.at("o"));
    bar.high = priceOf(row.at("h"));
    bar.low = priceOf(row.at("l"));
    bar.close = priceOf(row.at("c"));
    bar.volume = row.at("v").get<std::int64_t>();
    return bar;
}

bool sameFigures(const market::Bar& a, const market::Bar& b) {
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close &&
           a.volume == b.volume;
}

Bars providersBars(const VenueControl& venue, const market::SeriesKey& key, Timestamp from, Timestamp to) {
    const std::string what = key.symbol.looksLikeOption() ? "/v1beta1/options/bars" : "/v2/stocks/bars";
    const std::string path = what + "?symbols=" + key.symbol.text() +
                             "&timeframe=" + wireFrame(key.timeframe) +
                             "&limit=10000&start=" + from.rfc3339() + "&end=" + to.rfc3339();
    const TradingCalendar calendar = TradingCalendar::unitedStates();
    const bool isDaily = !market::isIntraday(key.timeframe);
    Bars bars;
    std::string token;
    do {
        const nlohmann::json answer = venue.get(token.empty() ? path : path + "&page_token=" + token);
        for (const nlohmann::json& row :
             answer.at("bars").value(key.symbol.text(), nlohmann::json::array())) {
            const market::Bar bar = barOf(row);
            if (isDaily || key.session == market::SeriesSession::Extended || calendar.isOpen(bar.start))
                bars[bar.start] = bar;
        }
        token = answer.at("next_page_token").is_null() ? "" : answer.at("next_page_token").get<std::string>();
    } while (!token.empty());
    return bars;
}

/// Smaller bars put together between the starts of ours: one of ours that is missing shows in the one before.
Bars folded(const Bars& small, const Bars& ours) {
    Bars large;
    for (const auto& [start, bar] : small) {
        const auto next = ours.upper_bound(start);
        if (next == ours.begin())
            continue;
        const Timestamp holder = std::prev(next)->first;
        const auto [held, isFirst] = large.try_emplace(holder, bar);
        if (isFirst) {
            held->second.start = holder;
            continue;
        }
        held->second.high = std::max(held->second.high, bar.high);
        held->second.low = std::min(held->second.low, bar.low);
        held->second.close = bar.close;
        held->second.volume += bar.volume;
    }
    return large;
}

bool isBuiltHere(Timeframe timeframe) {
    return timeframe == Timeframe::Hour1 || timeframe == Timeframe::Hour4 || timeframe == Timeframe::Week1;
}

} // namespace

std::string barText(const market::Bar& bar) {
    return bar.start.rfc3339() + " " + bar.open.text() + " " + bar.high.text() + " " + bar.low.text() + " " +
           bar.close.text() + " " + std::to_string(bar.volume);
}

std::vector<std::string> differencesFromProvider(const VenueControl& venue,
                                                 const market::SeriesSnapshot& shown) {
    Bars ours;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown.at(i).isFinal)
            ours[shown.at(i).bar.start] = shown.at(i).bar;
    if (ours.empty())
        return {"no final bar"};
    const market::SeriesKey& key = shown.key();
    const Timestamp end = ours.rbegin()->first + market::lengthOf(key.timeframe);
    Bars theirs = providersBars(venue, key, ours.begin()->first, end - Duration::seconds(1));
    if (isBuiltHere(key.timeframe))
        theirs = folded(theirs, ours);
    std::vector<std::string> found;
    for (const auto& [start, bar] : theirs) {
        const auto held = ours.find(start);
        if (held == ours.end() || !sameFigures(held->second, bar))
            found.push_back("theirs " + barText(bar) + ", ours " +
                            (held == ours.end() ? "none" : barText(held->second)));
    }
    for (const auto& [start, bar] : ours)
        if (!theirs.contains(start))
            found.push_back("only ours: " + barText(bar));
    return found;
}

} // namespace strikedesk::test
