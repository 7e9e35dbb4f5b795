// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/payoff/payoff_curves.h"

#include <QColor>
#include <QFont>
#include <QString>
#include <QWidget>

namespace strikedesk::charts {

/// How the picture is drawn; handed in by whoever knows the theme.
struct PayoffStyle {
    QColor gain;
    QColor loss;
    QColor line;
    QColor text;
    QColor muted;
    QColor today; ///< the curve before expiry
    QFont font;
};

/// The words in it, written by whoever knows how numbers are written.
struct PayoffLabels {
    QString title;
    QString empty; ///< shown when there is no curve
    QString breakEven;
    QString spot;
    QString most;  ///< at the upper edge
    QString least; ///< at the lower edge
};

/// A small picture of profit against the underlying. Says what it is told; GUI thread.
class PayoffView final : public QWidget {
public:
    explicit PayoffView(QWidget* parent = nullptr);

    void setStyle(PayoffStyle style);
    void show(std::optional<PayoffCurves> curves, PayoffLabels labels);
    using QWidget::show;
    bool hasCurves() const { return m_curves.has_value(); }
    /// Muted while the figures belong to an older draft.
    void setOutdated(bool outdated);

    QSize sizeHint() const override { return {320, 92}; }
    QSize minimumSizeHint() const override { return {120, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointF place(double underlying, double profit, const QRectF& plot) const;
    void paintCurves(QPainter& painter, const QRectF& plot) const;
    void paintMarks(QPainter& painter, const QRectF& plot) const;

    std::optional<PayoffCurves> m_curves;
    PayoffLabels m_labels;
    PayoffStyle m_style;
    bool m_isOutdated = false;
};

} // namespace strikedesk::charts
