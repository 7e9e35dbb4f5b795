// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/bar.h"

#include <cstdint>

namespace strikedesk::market {

/// Where the figures of a bar came from.
enum class BarSource : std::uint8_t {
    Live,     ///< the stream: prints or the venue's minute bars
    Backfill, ///< a history request
    Cache,    ///< bars stored on this machine
    Built,    ///< put together from shorter bars
};

/// A bar in a series, keyed by its start. `revision` starts at 0 and rises whenever a late print or a
/// correction changed figures that readers had seen.
struct SeriesBar {
    Bar bar;
    BarSource source = BarSource::Live;
    bool isFinal = false; ///< nothing but a correction will change it
    std::uint32_t revision = 0;
    Timestamp receivedAt;  ///< market time at which the figures reached us
    bool afterGap = false; ///< minutes with trades before it are missing here (domain rules 2e)

    template <class A>
    void archive(A& a) {
        a.field("bar", bar);
        a.field("source", source);
        a.field("isFinal", isFinal);
        a.field("revision", revision);
        a.field("receivedAt", receivedAt);
        a.field("afterGap", afterGap);
    }
    friend bool operator==(const SeriesBar&, const SeriesBar&) = default;
};

} // namespace strikedesk::market
