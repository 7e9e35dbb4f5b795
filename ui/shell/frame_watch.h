// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/subscription.h"

#include <QElapsedTimer>
#include <QTimer>

#include <array>
#include <cstdint>

namespace strikedesk::ui {

/// How evenly the window's event loop runs: a short timer notes the time between two of its calls. A gap far
/// above the period is time in which no key, click or frame was served. GUI thread.
class FrameWatch {
public:
    static constexpr int kPeriodMs = 8;
    /// Upper ends of the classes of `counts()`, milliseconds; the last class is open.
    static constexpr std::array<int, 5> kClassesMs = {17, 34, 50, 100, 250};

    FrameWatch();

    void start();
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    /// Forgets what was measured; the gap under way counts from now.
    void reset();

    /// Longest gap since the start or the last reset, milliseconds.
    double worstMs() const { return m_worstMs; }
    /// Calls measured.
    std::uint64_t calls() const { return m_calls; }
    /// Calls by length of the gap before them.
    const std::array<std::uint64_t, kClassesMs.size() + 1>& counts() const { return m_counts; }
    /// Share of calls later than a length, 0 to 1; the length is one of kClassesMs.
    double shareAboveMs(int milliseconds) const;

private:
    void note();

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_worstMs = 0;
    std::uint64_t m_calls = 0;
    std::array<std::uint64_t, kClassesMs.size() + 1> m_counts{};
};

} // namespace strikedesk::ui
