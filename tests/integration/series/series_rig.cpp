// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/series/series_rig.h"

#include "tests/integration/series/provider_bars.h"

namespace strikedesk::test {

using market::SeriesMode;

namespace {

/// How many newer states of a series are looked at before it counts as wrong.
constexpr int kLooks = 40;
constexpr Duration kPause = Duration::milliseconds(200);

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
    want(others, focus);
}

void SeriesRig::want(const std::set<market::SeriesKey>& keys, const market::SeriesKey& focus) {
    std::vector<session::SeriesWish> wishes;
    for (const market::SeriesKey& key : keys)
        wishes.push_back({key});
    host->session().wantSeries(std::move(wishes), focus);
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
           (shown->isEmpty() ? "" : ", last " + barText(shown->last()->bar));
}

std::vector<std::string> SeriesRig::differences(const market::SeriesKey& key) {
    const SeriesPtr shown = series(key);
    return shown ? differencesFromProvider(*venue, *shown) : std::vector<std::string>{stateOf(key)};
}

void SeriesRig::expectProvidersBars(const market::SeriesKey& key) {
    // The venue's own bar of the minute that just ended may be on its way.
    std::vector<std::string> found = differences(key);
    for (int look = 0; look < kLooks && !found.empty(); ++look) {
        host->until([] { return false; }, kPause);
        found = differences(key);
    }
    constexpr std::size_t kShown = 10;
    std::string shown;
    for (std::size_t i = 0; i < std::min(found.size(), kShown); ++i)
        shown += "\n  " + found[i];
    EXPECT_TRUE(found.empty()) << stateOf(key) << ": " << found.size() << " bars differ" << shown;
}

} // namespace strikedesk::test
