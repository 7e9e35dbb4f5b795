// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace strikedesk::sandbox {

/// What a data plan of the vendor opens (protocol facts, section 3): reference data and bars always, the rest
/// by plan. Value type.
struct DataPlan {
    /// How old the newest data is that the plan shows.
    enum class Freshness : std::uint8_t {
        EndOfDay, ///< up to the last finished day
        Delayed,  ///< 15 minutes late
        RealTime,
    };
    static constexpr Duration kDelay = Duration::minutes(15);

    Freshness freshness = Freshness::EndOfDay;
    bool hasSnapshots = false; ///< with them second bars and the sockets' bars
    bool hasTrades = false;
    bool hasQuotes = false;

    /// "basic", "starter", "developer" or "advanced".
    static std::optional<DataPlan> named(std::string_view name);

    bool isDelayed() const { return freshness == Freshness::Delayed; }
    /// The newest market time the plan shows at `now`.
    Timestamp seenAt(Timestamp now, const SessionCalendar& calendar) const;
    /// As rows of snapshots say it.
    std::string_view timeframe() const { return freshness == Freshness::RealTime ? "REAL-TIME" : "DELAYED"; }
};

} // namespace strikedesk::sandbox
