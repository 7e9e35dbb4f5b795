// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/series_key.h"

#include <array>

namespace strikedesk::market {

namespace {

struct TimeframeRow {
    std::string_view text;
    std::int64_t minutes;
};

constexpr std::array<TimeframeRow, 12> kTimeframes = {{{"1m", 1},
                                                       {"2m", 2},
                                                       {"3m", 3},
                                                       {"5m", 5},
                                                       {"10m", 10},
                                                       {"15m", 15},
                                                       {"30m", 30},
                                                       {"1h", 60},
                                                       {"2h", 120},
                                                       {"4h", 240},
                                                       {"1d", 1440},
                                                       {"1w", 10080}}};

} // namespace

std::string_view toText(Timeframe timeframe) { return kTimeframes[static_cast<std::size_t>(timeframe)].text; }

Result<Timeframe> timeframeFrom(std::string_view text) {
    for (std::size_t i = 0; i < kTimeframes.size(); ++i)
        if (kTimeframes[i].text == text)
            return static_cast<Timeframe>(i);
    return Error{ErrorKind::InvalidInput,
                 "market.no_such_timeframe",
                 "There is no timeframe '" + std::string(text) +
                     "'. Use 1m, 2m, 3m, 5m, 10m, 15m, 30m, 1h, 2h, 4h, 1d or 1w.",
                 {{"timeframe", std::string(text)}}};
}

Duration lengthOf(Timeframe timeframe) {
    return Duration::minutes(kTimeframes[static_cast<std::size_t>(timeframe)].minutes);
}

} // namespace strikedesk::market
