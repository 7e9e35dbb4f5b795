// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/timestamp.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace strikedesk::net {

/// A span for a timer: whole milliseconds, at least one, so that a short wait is never "at once".
inline std::chrono::milliseconds timerSpan(Duration duration) {
    return std::chrono::milliseconds(std::max<std::int64_t>(duration.toMilliseconds(), 1));
}

} // namespace strikedesk::net
