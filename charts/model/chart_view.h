// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/price_scale.h"
#include "charts/model/time_scale.h"
#include "core/market/hub/series_snapshot.h"

#include <optional>
#include <vector>

namespace strikedesk::charts {

/// How bars are drawn.
enum class ChartKind : std::uint8_t {
    Candles,
    Bars, ///< high to low with ticks for open and close
    Line, ///< closes
    HeikinAshi,
};

/// A rectangle of device pixels, the right and bottom edges exclusive.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    int width() const { return right - left; }
    int height() const { return bottom - top; }
    bool contains(double x, double y) const { return x >= left && x < right && y >= top && y < bottom; }
    friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

/// Sizes the panes are cut from; device pixels.
struct ChartMetrics {
    int priceAxisWidth = 60;
    int timeAxisHeight = 20;
    int topRoom = 26;    ///< the readout's row, kept free of bars
    int liveMargin = 40; ///< between the last bar and the axis at the live edge
    double volumeShare = 0.16;
};

/// What of a series is looked at, and where it stands on the screen: panes, scales, the rules of following
/// the market. Knows nothing of painting. Value type; one thread.
class ChartView {
public:
    /// What is kept of a view while another series is shown.
    struct Memory {
        double spacing = 0; ///< device-independent pixels
        bool isLive = true;
        Timestamp rightBar; ///< start of the last bar shown, when not at the live edge
        std::optional<std::pair<double, double>> prices; ///< a person's range
    };

    /// Cuts the panes. `scale`: device pixels per design pixel; a change of it keeps what is shown.
    void setLayout(int width, int height, const ChartMetrics& metrics, double scale);
    /// The newest state of the series, or another one (`isOther`). Where older bars arrived in front, or the
    /// last bar is not shown, nothing moves on the screen.
    void setSeries(std::shared_ptr<const market::SeriesSnapshot> series);
    const std::shared_ptr<const market::SeriesSnapshot>& series() const { return m_series; }
    /// Puts the price range round what is shown, unless a person set it. Cheap: a few steps a chunk.
    void fitPrices();
    /// Prices (orders, the average) that an automatic range takes in when they are near: up to half the bars'
    /// own range away. Ones farther off would flatten the bars.
    void setNearPrices(std::vector<Price> prices) { m_nearPrices = std::move(prices); }

    /// Shows the newest session from its first bar on, with room for what comes; an intraday series only.
    void showSession();
    /// The first bar of the newest session; nothing for days and weeks.
    std::optional<std::size_t> sessionStart() const;

    Memory memory() const;
    void restore(const Memory& memory);

    const PixelBox& plot() const { return m_plot; }     ///< prices
    const PixelBox& volume() const { return m_volume; } ///< under it, same width
    const PixelBox& priceAxis() const { return m_priceAxis; }
    const PixelBox& timeAxis() const { return m_timeAxis; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    double scale() const { return m_scale; }

    const TimeScale& time() const { return m_time; }
    TimeScale& time() { return m_time; }
    const PriceScale& price() const { return m_price; }
    PriceScale& price() { return m_price; }
    ChartKind kind = ChartKind::Candles;

    bool isEmpty() const { return m_series == nullptr || m_series->isEmpty(); }
    BarSpan visible() const { return m_time.visible(); }
    /// Extremes of what is shown; count is zero when nothing is.
    const market::BarRange& shown() const { return m_shown; }
    /// The tallest volume column: of one bar, or of one pixel where bars are narrower.
    std::int64_t highestVolume() const { return m_highestVolume; }
    /// Fewer than this many bars stand left of the view: older ones would be welcome.
    bool wantsOlder() const;

private:
    int m_width = 1;
    int m_height = 1;
    double m_scale = 1;
    ChartMetrics m_metrics;
    PixelBox m_plot;
    PixelBox m_volume;
    PixelBox m_priceAxis;
    PixelBox m_timeAxis;
    TimeScale m_time;
    PriceScale m_price;
    std::shared_ptr<const market::SeriesSnapshot> m_series;
    market::BarRange m_shown;
    std::int64_t m_highestVolume = 0;
    std::vector<Price> m_nearPrices;
};

} // namespace strikedesk::charts
