// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>

namespace strikedesk::workers {

/// Tells a stream that is connected but mute from a market that is quiet: after some silence in an open
/// market the newest quotes are read by request, and the stream is mute when those are newer than anything it
/// delivered. A plain value; one thread.
class MuteWatch {
public:
    struct Limits {
        Duration silence = Duration::seconds(12); ///< before the venue is asked
        Duration pause = Duration::seconds(12);   ///< between two questions
        /// Market time by which a quote read must be newer: a stream and a request race by a little.
        Duration lead = Duration::seconds(2);
    };

    MuteWatch() = default;
    explicit MuteWatch(Limits limits) : m_limits(limits) {}

    /// The stream delivers from now on, or no longer.
    void onLive(bool isLive, Moment now) {
        m_isLive = isLive;
        m_heardAt = now.mono;
        m_newest = now.market;
    }
    /// A quote or print came; `at` is the venue's time of it.
    void onData(Timestamp at, MonoTime now) {
        m_heardAt = now;
        m_newest = std::max(m_newest, at);
    }
    /// Whether to read the newest quotes now. True starts the pause to the next question.
    bool shouldAsk(MonoTime now, bool isMarketOpen) {
        if (!m_isLive || !isMarketOpen || now - m_heardAt < m_limits.silence ||
            now - m_askedAt < m_limits.pause)
            return false;
        m_askedAt = now;
        return true;
    }
    /// What the reading says; `newestRead` is the venue's time of the newest quote read, unset without any.
    bool isMute(Timestamp newestRead, MonoTime now) const {
        return m_isLive && newestRead.isSet() && now - m_heardAt >= m_limits.silence &&
               newestRead - m_newest > m_limits.lead;
    }

private:
    Limits m_limits;
    bool m_isLive = false;
    MonoTime m_heardAt;
    MonoTime m_askedAt;
    Timestamp m_newest; ///< of what was delivered; at first when it went live
};

} // namespace strikedesk::workers
