// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/session/session_host.h"
#include "tests/integration/session/venue_control.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::test {

using SeriesPtr = std::shared_ptr<const market::SeriesSnapshot>;

/// A venue in this process and a session on it that shows charts.
class SeriesRig {
public:
    explicit SeriesRig(double speed = 30.0, const std::map<std::string, std::string>& settings = {});
    ~SeriesRig();
    SeriesRig(const SeriesRig&) = delete;
    SeriesRig& operator=(const SeriesRig&) = delete;

    /// Starts the session and waits until both streams are open.
    bool begin();
    /// Ends the session and begins another on the same folder.
    bool restart();
    market::SeriesKey key(const std::string& symbol, market::Timeframe timeframe,
                          market::SeriesSession session = market::SeriesSession::Regular);
    void show(const market::SeriesKey& focus, std::set<market::SeriesKey> others = {});
    void want(const std::set<market::SeriesKey>& keys, const market::SeriesKey& focus);
    /// Null before anything of it is known.
    SeriesPtr series(const market::SeriesKey& key);
    bool until(const market::SeriesKey& key, const std::function<bool(const market::SeriesSnapshot&)>& wanted,
               Duration patience = Duration::seconds(40));
    /// Complete and live (or closed, outside trading hours), without a hole.
    bool untilLive(const market::SeriesKey& key, Duration patience = Duration::seconds(40));
    /// What the series says of itself, for a failure's text.
    std::string stateOf(const market::SeriesKey& key);
    /// In the end every final bar is the provider's, and none of the provider's within them is missing.
    void expectProvidersBars(const market::SeriesKey& key);

    std::vector<std::string> differences(const market::SeriesKey& key);
    std::int64_t barRequests() const { return venue->get("/sandbox/v1/arrivals").at("bar_requests"); }
    std::int64_t barsSent() const { return venue->get("/sandbox/v1/arrivals").at("bars_sent"); }

    TemporaryDirectory folder;
    double speed;
    std::map<std::string, std::string> settings;
    std::uint16_t port = 0;
    std::optional<sandbox::SandboxServer> server;
    std::optional<VenueControl> venue;
    std::optional<SessionHost> host;
};

} // namespace strikedesk::test
