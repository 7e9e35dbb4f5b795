// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <mutex>

namespace strikedesk::handover {

/// This machine's monotonic clock, and market time worked out from the last reading of the venue's clock and
/// its speed (1 live, more in demo and replay). Market time is unset until the first reading and never runs
/// back. Any thread.
class MarketClock final : public Clock {
public:
    Moment now() const override;
    /// The venue said it is `market` and the request was half way at `at`. `speed` is market seconds per
    /// second.
    void anchor(Timestamp market, MonoTime at, double speed);
    bool isAnchored() const;
    double speed() const;
    /// The machine's monotonic clock alone; on Linux it runs on while the machine sleeps.
    static MonoTime monotonic();

private:
    mutable std::mutex m_mutex;
    Timestamp m_market;
    MonoTime m_at;
    double m_speed = 1.0;
    mutable Timestamp m_newest;
};

} // namespace strikedesk::handover
