// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/link/arming.h"
#include "ui/readers/desk_reader.h"

#include <QWidget>

namespace strikedesk::ui {

/// The line around a window: the colour of the mode, and inside it a broken line while one-click orders are
/// armed. Lies over everything and lets the mouse through.
class WindowFrame : public QWidget {
public:
    static constexpr int kWidth = 2;

    WindowFrame(const DeskReader& desk, Arming& arming, QWidget* window);
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const DeskReader& m_desk;
    Arming& m_arming;
    DeskMode m_mode = DeskMode::Demo;
    bool m_isArmed = false;
    Subscription m_armed;
    Subscription m_themed;
};

} // namespace strikedesk::ui
