// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace strikedesk::ui {

/// A small flat button of a tool bar: plain text, in the accent colour while it is checked. GUI thread.
class SegmentButton final : public QAbstractButton {
public:
    SegmentButton(const QString& objectName, const QString& text, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace strikedesk::ui
