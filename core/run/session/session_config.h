// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/settings/settings.h"
#include "core/io/venues/alpaca/endpoints.h"
#include "core/io/venues/polygon/endpoints.h"
#include "core/market/vendor.h"
#include "core/run/session/feed_chooser.h"
#include "core/run/workers/net_tuning.h"
#include "core/trade/risk/trade_settings.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::session {

/// What the program works on.
enum class Mode : std::uint8_t {
    Demo,  ///< the built-in sandbox
    Paper, ///< the broker's paper account
    Live,  ///< real money
};

/// "demo", "paper", "live".
std::string_view toText(Mode mode);

/// What a session is made with.
struct SessionConfig {
    Mode mode = Mode::Demo;
    Settings settings;
    alpaca::AlpacaEndpoints endpoints;
    alpaca::AlpacaKeys keys;
    polygon::PolygonEndpoints polygonEndpoints;
    Secret polygonKey;                                              ///< empty: Polygon is not asked for data
    std::vector<market::Vendor> vendors = {market::Vendor::Alpaca}; ///< who is asked for data, in order
    FeedChooser::Limits feedLimits;
    std::filesystem::path dataDirectory; ///< everything written goes below it
    double speed = 1.0;                  ///< market seconds per second at the venue
    bool recordFilm = true;
    std::uint64_t idSeed = 0; ///< 0: taken from the system's random source
    /// Called at labelled points of the order path (tests end the process there). Any thread.
    std::function<void(std::string_view)> atCrashPoint;
};

/// How the workers talk to the venue, from the settings. Of the trading host's requests contract lists may
/// take a fifth; orders and sweeps have the rest.
workers::NetTuning netTuningFrom(const Settings& settings);

/// How many symbols may have live quotes and prints at once: the setting, or what is known of the feed's plan
/// when it is zero (iex and delayed_sip 30, indicative 200, opra 1000; sip has no number).
std::optional<std::size_t> stockSymbolLimit(const Settings& settings, std::string_view feed);
std::optional<std::size_t> optionSymbolLimit(const Settings& settings, std::string_view feed);

/// The order path's numbers from the settings; environment and account tail as given.
trade::TradeSettings tradeSettingsFrom(const Settings& settings, Mode mode, const std::string& account);

} // namespace strikedesk::session
