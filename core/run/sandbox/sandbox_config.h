// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/run/sandbox/switches.h"
#include "core/trade/venue/venue_config.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// What a sandbox is told at its start. Plain value.
struct SandboxConfig {
    std::uint16_t port = 0; ///< on 127.0.0.1; 0: the system chooses
    std::uint64_t seed = 1; ///< of the synthetic market and of the venue's chances
    double speed = 1.0;     ///< market seconds per real second, 1 to 1000
    /// Market time of a new account. Unset: ten minutes after the open of a fixed day, or 09:30 of the
    /// replayed day.
    std::optional<Timestamp> start;
    std::string replayDirectory;       ///< folder of recorded days; empty: the synthetic market
    std::vector<Symbol> replaySymbols; ///< empty: every symbol recorded that day
    std::optional<Date> replayDate;
    std::string venueDbPath; ///< file of the account and the clock; empty: memory only
    bool fresh = false;      ///< forget the stored account and begin one with a new number
    std::string keyId = "SANDBOX-KEY";
    /// The sandbox guards no money: its secret is an agreed word, not a secret of the user.
    std::string secretKey = "sandbox-secret";
    std::string optionFeed = "opra"; ///< what snapshots and the default feed are called: opra or indicative
    /// Without real-time rights for stocks: sip only 15 minutes late, as on the broker's free plan.
    bool freeDataPlan = false;
    /// A data session that was cut keeps its place this long, so that a new one is refused with 406. The
    /// broker takes about 90 s.
    Duration ghostSession;
    /// Bytes that may wait for a socket whose client does not read. A stock, option or news stream says 407
    /// before it ends; others just end. Below 1 MiB the system's own buffer is made as small.
    std::size_t slowClientBytes = kUsualSlowClientBytes;
    std::int64_t tradingRequestsPerMinute = 200;
    std::int64_t dataRequestsPerMinute = 10'000;
    /// Symbols that may have quotes or trades at once on a stock or an option stream, as a data plan allows;
    /// 0: as many as the sandbox carries.
    std::size_t stockSymbols = 0;
    std::size_t optionSymbols = 0;
    /// The data vendor's side (Polygon): its one key, plans ("basic", "starter", "developer", "advanced";
    /// options: empty for the same) and requests per minute, 0: no limit.
    std::string polygonKey = "sandbox-polygon-key";
    std::string polygonPlan = "advanced";
    std::string polygonOptionsPlan;
    std::int64_t polygonRequestsPerMinute = 0;
    /// How the venue fills and what the account may do; number and seed are set by the sandbox.
    trade::VenueConfig venue = trade::VenueConfig::brokerPaper();
};

/// Where a started sandbox listens: http://127.0.0.1:port and ws://127.0.0.1:port.
struct SandboxAddress {
    std::uint16_t port = 0;
    std::string host = "127.0.0.1";

    std::string http() const { return "http://" + host + ":" + std::to_string(port); }
    std::string webSocket() const { return "ws://" + host + ":" + std::to_string(port); }
};

} // namespace strikedesk::sandbox
