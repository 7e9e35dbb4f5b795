// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/subscription.h"

#include <QElapsedTimer>
#include <QTimer>

namespace strikedesk::ui {

/// Whether one click in the matrix may send an entry. Off at every start, ends by itself, never remembered.
/// Orders that reduce a position need no arming. GUI thread.
class Arming {
public:
    Arming() {
        m_tick.setInterval(1000);
        QObject::connect(&m_tick, &QTimer::timeout, [this] {
            if (secondsLeft() <= 0)
                disarm();
            else
                m_changed.publish();
        });
    }
    bool isArmed() const { return m_seconds > 0; }
    int secondsLeft() const { return isArmed() ? m_seconds - static_cast<int>(m_since.elapsed() / 1000) : 0; }
    /// How long the next arming holds; the setting ui.one_click_seconds.
    void setLength(int seconds) { m_length = seconds; }
    int length() const { return m_length; } ///< seconds
    void arm() {
        m_seconds = m_length;
        m_since.start();
        m_tick.start();
        m_changed.publish();
    }
    void disarm() {
        m_seconds = 0;
        m_tick.stop();
        m_changed.publish();
    }
    /// Told when armed or disarmed and every second between.
    Subscription subscribe(std::function<void()> changed) { return m_changed.subscribe(std::move(changed)); }

private:
    int m_length = 300;
    int m_seconds = 0;
    QElapsedTimer m_since;
    QTimer m_tick;
    Publisher m_changed;
};

} // namespace strikedesk::ui
