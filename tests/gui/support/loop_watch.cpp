// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/loop_watch.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr int kBeatMs = 4;
constexpr double kNanosecondsPerMillisecond = 1e6;

const auto kMark = static_cast<QEvent::Type>(QEvent::registerEventType());
const auto kPainted = static_cast<QEvent::Type>(QEvent::registerEventType());

class MarkEvent : public QEvent {
public:
    explicit MarkEvent(qint64 at) : QEvent(kMark), postedAt(at) {}
    const qint64 postedAt;
};

double milliseconds(qint64 nanoseconds) {
    return static_cast<double>(nanoseconds) / kNanosecondsPerMillisecond;
}

} // namespace

LoopWatch::LoopWatch(QWidget& window) {
    m_clock.start();
    window.installEventFilter(this);
    m_beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_beat, &QTimer::timeout, this, [this] {
        const qint64 now = time();
        if (m_lastBeat > 0)
            gaps.push_back(milliseconds(now - m_lastBeat));
        m_lastBeat = now;
    });
    m_beat.start(kBeatMs);
}

void LoopWatch::postMark(qint64 postedAt) { QCoreApplication::postEvent(this, new MarkEvent(postedAt)); }

bool LoopWatch::event(QEvent* event) {
    if (event->type() == kMark) {
        m_handled.push_back(static_cast<MarkEvent*>(event)->postedAt);
        return true;
    }
    if (event->type() == kPainted) {
        for (const qint64 postedAt : m_painting)
            waits.push_back(milliseconds(time() - postedAt));
        m_painting.clear();
        return true;
    }
    return QObject::event(event);
}

bool LoopWatch::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::UpdateRequest) {
        ++frames;
        if (!m_handled.empty()) {
            m_painting.insert(m_painting.end(), m_handled.begin(), m_handled.end());
            m_handled.clear();
            // The frame is painted within the event that begins here; this one comes right after it.
            QCoreApplication::postEvent(this, new QEvent(kPainted), Qt::HighEventPriority);
        }
    }
    return QObject::eventFilter(watched, event);
}

double LoopWatch::quantile(std::vector<double> values, double share) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::min(last, last * share + 0.5))];
}

} // namespace strikedesk::ui
