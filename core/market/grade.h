// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/timestamp.h"

#include <cstdint>
#include <string_view>

namespace strikedesk::market {

/// How good the prices of a feed are, the best first. Only real-time ones price an order without a word.
enum class Grade : std::uint8_t {
    RealTime,   ///< as it happens
    Indicative, ///< quotes of now but altered, trades 15 minutes late (protocol facts, section 14)
    Delayed,    ///< everything 15 minutes late
};

/// How late delayed data are.
inline constexpr Duration kDelayedBy = Duration::minutes(15);

/// Of a feed by the name series carry: "delayed_sip" and "indicative" are not real time.
constexpr Grade gradeOfFeed(std::string_view feed) {
    if (feed == "delayed_sip")
        return Grade::Delayed;
    return feed == "indicative" ? Grade::Indicative : Grade::RealTime;
}

/// When the market showed what a feed of this grade tells at `now`.
constexpr Timestamp shownAt(Grade grade, Timestamp now) {
    return grade == Grade::Delayed ? now - kDelayedBy : now;
}

} // namespace strikedesk::market
