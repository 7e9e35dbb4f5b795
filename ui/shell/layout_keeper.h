// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/layout_store.h"

#include <QTimer>

#include <deque>

namespace strikedesk::ui {

/// Watches the layout in use: once a second it looks whether anything differs from what was saved last and,
/// if so, saves it (a killed program loses at most the last two seconds) and keeps the arrangement before it
/// for undo. What is still moving (a button is down, or the arrangement differs from a second ago) waits, so
/// that one drag is one step back. GUI thread; looking costs well under a millisecond, writing happens
/// elsewhere.
class LayoutKeeper {
public:
    static constexpr int kPeriodMs = 1000;
    static constexpr std::size_t kMostUndo = 30;

    /// `capture`: everything there is to save. `arrangement`: of it, what undo is about (docks and their
    /// places); it must not differ when only a window changed its size, which `windowSize` tells.
    struct Source {
        std::function<QJsonObject()> capture;
        std::function<QJsonObject(const QJsonObject& body)> arrangement;
        std::function<QString()> windowSize;
        std::function<void(const QJsonObject& body)> apply;
    };
    LayoutKeeper(LayoutStore& store, Source source);

    /// From now on changes are saved.
    void start();
    /// Looks at once, also at the end of the program.
    void look();
    /// The look of every second.
    void lookWhenStill();
    /// Goes back one change; false when there is none.
    bool undo();
    bool canUndo() const { return !m_before.empty(); }
    /// The disk refused.
    std::function<void(const Error&)> failed;

private:
    LayoutStore& m_store;
    Source m_source;
    QTimer m_timer;
    QJsonObject m_saved;
    QJsonObject m_lately; ///< the arrangement at the last look
    QString m_size;
    std::deque<QJsonObject> m_before;
    bool m_hasFailed = false;
};

} // namespace strikedesk::ui
