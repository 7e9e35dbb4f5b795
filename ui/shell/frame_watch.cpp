// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/frame_watch.h"

#include <algorithm>

namespace strikedesk::ui {

FrameWatch::FrameWatch() {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kPeriodMs);
    QObject::connect(&m_timer, &QTimer::timeout, [this] { note(); });
}

void FrameWatch::start() {
    m_since.start();
    m_timer.start();
}

void FrameWatch::stop() { m_timer.stop(); }

void FrameWatch::reset() {
    m_worstMs = 0;
    m_calls = 0;
    m_counts.fill(0);
    m_since.start();
}

void FrameWatch::note() {
    const double gapMs = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
    m_since.start();
    m_worstMs = std::max(m_worstMs, gapMs);
    ++m_calls;
    std::size_t place = 0;
    while (place < kClassesMs.size() && gapMs > kClassesMs[place])
        ++place;
    ++m_counts[place];
}

double FrameWatch::shareAboveMs(int milliseconds) const {
    if (m_calls == 0)
        return 0;
    std::uint64_t above = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        if (i > 0 && kClassesMs[i - 1] >= milliseconds)
            above += m_counts[i];
    return static_cast<double>(above) / static_cast<double>(m_calls);
}

} // namespace strikedesk::ui
