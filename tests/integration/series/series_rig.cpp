// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/series/series_rig.h"

#include <map>

namespace strikedesk::test {

using market::SeriesMode;

namespace {

/// How many newer states of a series are looked at before it counts as wrong.
constexpr int kLooks = 40;
constexpr Duration kPause = Duration::milliseconds(200);

/// The venue's word for a frame; nothing for those it builds otherwise than we do (hours anchored at the
/// hour).
std::string wireFrame(market::Timeframe timeframe) {
    if (timeframe == market::Timeframe::Day1)
        return "1Day";
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

std::string textOf(const market::Bar& bar) {
    return bar.start.rfc3339() + " " + bar.open.text() + " " + bar.high.text() + " " + bar.low.text() + " " +
           bar.close.text() + " " + std::to_string(bar.volume);
}

} // namespace

SeriesRig::SeriesRig(double marketSpeed, const std::map<std::string, std::string>& more)
    : speed(marketSpeed), settings(more) {
    sandbox::SandboxConfig config;
    config.speed = speed;
    server.emplace(config);
    const auto address = server->start();
    EXPECT_TRUE(address.ok()) << (address ? "" : address.error().message);
    port = address ? address->port : 0;
    venue.emplace(port);
    host.emplace(sandboxSession(port, folder.path() / "demo", speed, settings));
}

SeriesRig::~SeriesRig() {
    host.reset();
    server->stop();
}

bool SeriesRig::begin() {
    const Status started = host->start();
    EXPECT_TRUE(started.ok()) << (started ? "" : started.error().message);
    const bool open = started && host->untilShown([](const engine::EngineSnapshot& snapshot) {
        for (const auto channel : {engine::Channel::StockStream, engine::Channel::OptionStream}) {
            const auto link = snapshot.links.find(channel);
            if (link == snapshot.links.end() || link->second.state != engine::LinkState::Open)
                return false;
        }
        return true;
    });
    EXPECT_TRUE(open) << "the streams did not open";
    return open;
}

bool SeriesRig::restart() {
    host.reset();
    host.emplace(sandboxSession(port, folder.path() / "demo", speed, settings));
    return begin();
}

market::SeriesKey SeriesRig::key(const std::string& symbol, market::Timeframe timeframe,
                                 market::SeriesSession session) {
    market::SeriesKey key;
    key.symbol = Symbol::of(symbol);
    key.timeframe = timeframe;
    key.session = session;
    key.feed = key.symbol.looksLikeOption() ? host->session().optionFeed() : host->session().stockFeed();
    return key;
}

void SeriesRig::show(const market::SeriesKey& focus, std::set<market::SeriesKey> others) {
    others.insert(focus);
    host->session().wantSeries(std::move(others), focus);
}

SeriesPtr SeriesRig::series(const market::SeriesKey& key) {
    const auto snapshot = host->snapshot();
    if (!snapshot || !snapshot->series)
        return nullptr;
    const auto found = snapshot->series->find(key);
    return found == snapshot->series->end() ? nullptr : found->second;
}

bool SeriesRig::until(const market::SeriesKey& key,
                      const std::function<bool(const market::SeriesSnapshot&)>& wanted, Duration patience) {
    return host->until(
        [&] {
            const SeriesPtr shown = series(key);
            return shown && wanted(*shown);
        },
        patience);
}

bool SeriesRig::untilLive(const market::SeriesKey& key, Duration patience) {
    return until(
        key,
        [](const market::SeriesSnapshot& shown) {
            const SeriesMode mode = shown.health().mode;
            return !shown.isEmpty() && shown.health().gaps == 0 &&
                   (mode == SeriesMode::Live || mode == SeriesMode::Closed);
        },
        patience);
}

std::string SeriesRig::stateOf(const market::SeriesKey& key) {
    const SeriesPtr shown = series(key);
    if (!shown)
        return "not shown";
    const market::SeriesHealth& health = shown->health();
    return key.symbol.text() + " " + std::string(market::toText(key.timeframe)) + ": " +
           std::to_string(shown->size()) + " bars, mode " + std::to_string(static_cast<int>(health.mode)) +
           ", gaps " + std::to_string(health.gaps) + ", " + health.why +
           (shown->isEmpty() ? "" : ", last " + textOf(shown->last()->bar));
}

std::map<Timestamp, market::Bar> SeriesRig::providersBars(const market::SeriesKey& key, Timestamp from,
                                                          Timestamp to) const {
    const std::string what = key.symbol.looksLikeOption() ? "/v1beta1/options/bars" : "/v2/stocks/bars";
    const std::string path = what + "?symbols=" + key.symbol.text() +
                             "&timeframe=" + wireFrame(key.timeframe) +
                             "&limit=10000&start=" + from.rfc3339() + "&end=" + to.rfc3339();
    const TradingCalendar calendar = TradingCalendar::unitedStates();
    std::map<Timestamp, market::Bar> bars;
    std::string token;
    do {
        const nlohmann::json answer = venue->get(token.empty() ? path : path + "&page_token=" + token);
        for (const nlohmann::json& row :
             answer.at("bars").value(key.symbol.text(), nlohmann::json::array())) {
            const market::Bar bar = barOf(row);
            const bool isDay = key.timeframe == market::Timeframe::Day1;
            if (isDay || key.session == market::SeriesSession::Extended || calendar.isOpen(bar.start))
                bars[bar.start] = bar;
        }
        token = answer.at("next_page_token").is_null() ? "" : answer.at("next_page_token").get<std::string>();
    } while (!token.empty());
    return bars;
}

std::vector<std::string> SeriesRig::differences(const market::SeriesKey& key) {
    const SeriesPtr shown = series(key);
    std::map<Timestamp, market::Bar> ours;
    for (std::size_t i = 0; shown && i < shown->size(); ++i)
        if (shown->at(i).isFinal)
            ours[shown->at(i).bar.start] = shown->at(i).bar;
    if (ours.empty())
        return {stateOf(key)};
    const Timestamp end = ours.rbegin()->first + market::lengthOf(key.timeframe) - Duration::seconds(1);
    const std::map<Timestamp, market::Bar> theirs = providersBars(key, ours.begin()->first, end);
    std::vector<std::string> found;
    for (const auto& [start, bar] : theirs) {
        const auto held = ours.find(start);
        if (held == ours.end() || !sameFigures(held->second, bar))
            found.push_back("theirs " + textOf(bar) + ", ours " +
                            (held == ours.end() ? "none" : textOf(held->second)));
    }
    for (const auto& [start, bar] : ours)
        if (!theirs.contains(start))
            found.push_back("only ours: " + textOf(bar));
    return found;
}

void SeriesRig::expectProvidersBars(const market::SeriesKey& key) {
    // The venue's own bar of the minute that just ended may be on its way.
    std::vector<std::string> found = differences(key);
    for (int look = 0; look < kLooks && !found.empty(); ++look) {
        host->until([] { return false; }, kPause);
        found = differences(key);
    }
    EXPECT_TRUE(found.empty()) << stateOf(key) << ": " << found.size() << " bars, first: " << found.front();
}

} // namespace strikedesk::test
