// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/chart_text.h"
#include "charts/widget/price_chart_impl.h"
#include "core/base/option_symbol.h"

#include <QAccessibleWidget>

namespace strikedesk::charts {

namespace {

/// Words of this file, for the translators.
struct AccessibleWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::charts::PriceChart)
};

class AccessibleChart : public QAccessibleWidget {
public:
    explicit AccessibleChart(PriceChart* chart) : QAccessibleWidget(chart, QAccessible::Chart) {}

    QString text(QAccessible::Text kind) const override {
        const auto* chart = dynamic_cast<const PriceChart*>(widget());
        if (chart == nullptr)
            return QAccessibleWidget::text(kind);
        const auto& series = chart->view().series();
        switch (kind) {
        case QAccessible::Name:
            if (series == nullptr)
                return chart->accessibleName();
            return AccessibleWords::tr("%1 chart, %2", "symbol and timeframe")
                .arg(chart->overlay().title.isEmpty()
                         ? QString::fromStdString(contractName(series->key().symbol))
                         : chart->overlay().title,
                     timeframeText(series->key().timeframe));
        case QAccessible::Description:
            return chartDescription(*chart);
        case QAccessible::Value:
            if (chart->view().isEmpty())
                return {};
            return priceText(series->last()->bar.close, decimalsOf(tickOf(chart->overlay(), series.get())));
        default:
            return QAccessibleWidget::text(kind);
        }
    }
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    Q_UNUSED(className)
    if (auto* chart = dynamic_cast<PriceChart*>(object))
        return new AccessibleChart(chart);
    return nullptr;
}

} // namespace

void installChartAccessibility() {
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

QString chartDescription(const PriceChart& chart) {
    const ChartView& view = chart.view();
    const BarSpan span = view.visible();
    if (view.isEmpty() || span.isEmpty())
        return emptyText(view.series() == nullptr ? nullptr : &view.series()->health());
    const market::SeriesSnapshot& series = *view.series();
    const int decimals = decimalsOf(tickOf(chart.overlay(), &series));
    const auto time = [&](std::size_t bar) {
        return barTimeText(series.at(bar).bar.start, series.key().timeframe, QLocale(QLocale::English));
    };
    return AccessibleWords::tr("Last price %1. Shown: %2 to %3, low %4, high %5. %6.")
        .arg(priceText(series.last()->bar.close, decimals), time(span.first), time(span.last - 1),
             priceText(view.shown().low, decimals), priceText(view.shown().high, decimals),
             chart.healthText());
}

} // namespace strikedesk::charts
