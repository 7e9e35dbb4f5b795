// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace strikedesk::ui {

/// What a person at the screen feels: how long the event loop is away, and how long after an input the window
/// is painted. Figures in milliseconds. GUI thread, but for postMark().
class LoopWatch : public QObject {
public:
    /// Watches from now on; `window` outlives this.
    explicit LoopWatch(QWidget& window);

    /// Follows an input through the queue, so that it is handled when the input was; its wait ends with the
    /// next frame. The wait counts from `postedAt`, a time() taken before the input was posted. Any thread.
    void postMark(qint64 postedAt);
    /// Nanoseconds since the watch began. Any thread.
    qint64 time() const { return m_clock.nsecsElapsed(); }

    std::vector<double> gaps;  ///< from one beat of the event loop to the next; a beat every 4 ms
    std::vector<double> waits; ///< from an input to the end of the frame after it
    std::size_t frames = 0;

    /// The value that `share` of all are not above; zero of none.
    static double quantile(std::vector<double> values, double share);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QElapsedTimer m_clock;
    QTimer m_beat;
    qint64 m_lastBeat = 0;
    std::vector<qint64> m_handled; ///< inputs that wait for a frame
    std::vector<qint64> m_painting;
};

} // namespace strikedesk::ui
