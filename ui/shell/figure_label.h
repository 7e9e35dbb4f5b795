// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/subscription.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace strikedesk::ui {

/// A small label over a figure, as in the header: "Equity" over "50,412.30". Keeps the width of the widest
/// figure it has shown, so that nothing beside it jumps.
class FigureLabel : public QWidget {
public:
    FigureLabel(const QString& label, QWidget* parent);

    /// The figure, and a secondary text behind it ("+0.82 %").
    void setFigure(const QString& figure, Token colour, const QString& beside = {});
    const QString& figure() const { return m_figure; }
    const QString& beside() const { return m_beside; }

    /// Without the secondary text while there is no room for it.
    void setCompact(bool isCompact);
    int widthFor(bool isCompact) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int neededWidth(bool isCompact) const;

    QString m_label;
    QString m_figure;
    QString m_beside;
    Token m_colour = Token::Text;
    bool m_isCompact = false;
    int m_width = 0;        ///< the widest so far
    int m_compactWidth = 0; ///< and without the secondary text
    Subscription m_themed;
};

} // namespace strikedesk::ui
