// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QRect>
#include <QWidget>

namespace strikedesk::ui {

/// Where a position's figures stand in a line of some width; the heading and every line use the same. What
/// does not fit is left out from the least needed on: bar, age, percent.
struct PositionColumns {
    QRect contract;
    QRect quantity;
    QRect entry;
    QRect mark;
    QRect profit;
    QRect percent; ///< empty when left out, as the next two
    QRect bar;
    QRect age;
    QRect buttons;

    static PositionColumns of(int width, int height);
};

/// The column titles over the positions.
class PositionHeading final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::PositionHeading)

public:
    explicit PositionHeading(QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace strikedesk::ui
