// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_overlay.h"
#include "charts/model/chart_view.h"
#include "charts/paint/chart_style.h"
#include "charts/widget/chart_callbacks.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QImage;

namespace strikedesk::charts {

/// The price chart: bars of one series with everything drawn over them. Wheel zooms at the cursor, dragging
/// pans, a double click goes back to the live edge, dragging the price axis stretches it (a double click
/// there makes it automatic again); arrows, plus, minus, Home and End do the same. The view follows the
/// market while the last bar is shown and never moves otherwise. GUI thread.
class PriceChart : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::charts::PriceChart)

public:
    explicit PriceChart(QWidget* parent = nullptr);
    ~PriceChart() override;

    /// The newest snapshot: of the same key, only what changed is painted anew; of another, the view a person
    /// left that key with comes back (or the live edge at the present zoom). Null: nothing is known.
    void setSeries(std::shared_ptr<const market::SeriesSnapshot> series);
    /// A series nobody has looked at yet begins with its newest session rather than a usual number of bars:
    /// what a contract cost yesterday would flatten what it costs today.
    void setStartsWithSession(bool starts);
    void setOverlay(ChartOverlay overlay);
    void setStyle(const ChartStyle& style);
    /// Market time now, for the countdown of the bar in progress and for ages.
    void setClock(std::function<Timestamp()> marketNow);
    void setCallbacks(ChartCallbacks callbacks);
    void setKind(ChartKind kind);
    void setPriceScale(PriceScaleKind kind);
    /// Whether the chart shows the health badge itself (top right); on by default.
    void setBadgeShown(bool isShown);

    ChartKind kind() const;
    PriceScaleKind priceScale() const;
    const ChartOverlay& overlay() const;
    /// What is looked at, with the scales as last painted.
    const ChartView& view() const;
    bool isAtLiveEdge() const;
    void goLive();
    void zoomBy(double factor);
    /// The crosshair of a linked chart: shown at the bar that holds `at`, without calling crosshairMoved.
    void setLinkedCrosshair(std::optional<Timestamp> at);
    /// "LIVE 0.2 s · 100", as the badge says it.
    QString healthText() const;
    /// The chart as it is shown, without the crosshair, at the screen's resolution.
    QImage picture() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace strikedesk::charts
