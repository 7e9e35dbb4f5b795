// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/canvas.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace strikedesk::charts {

namespace {

PixelBox meet(const PixelBox& a, const PixelBox& b) {
    PixelBox box{std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
                 std::min(a.bottom, b.bottom)};
    box.right = std::max(box.right, box.left);
    box.bottom = std::max(box.bottom, box.top);
    return box;
}

/// `over` laid on `under` with `alpha` 0 to 255.
QRgb blended(QRgb under, QRgb over, int alpha) {
    const auto u = static_cast<unsigned>(255 - alpha);
    const auto o = static_cast<unsigned>(alpha);
    const unsigned redBlue = ((under & 0xff00ffU) * u + (over & 0xff00ffU) * o + 0x800080U) >> 8U;
    const unsigned green = ((under & 0x00ff00U) * u + (over & 0x00ff00U) * o + 0x008000U) >> 8U;
    return 0xff000000U | (redBlue & 0xff00ffU) | (green & 0x00ff00U);
}

/// The heights a curve has within one pixel column.
struct Stretch {
    double low = 0;
    double high = 0;
    bool isHole = true;

    double distance(double y) const { return std::max(std::max(low - y, y - high), 0.0); }
    double lowOr(double other) const { return isHole ? other : low; }
    double highOr(double other) const { return isHole ? other : high; }
    /// Squared, from a pixel in the next column.
    double squareFromBeside(double y) const {
        const double vertical = distance(y);
        return isHole ? std::numeric_limits<double>::max() : 1 + vertical * vertical;
    }
};

Stretch stretchAt(const std::vector<float>& ys, int column) {
    const auto at = [&](int i) {
        return i < 0 || i >= static_cast<int>(ys.size()) ? std::numeric_limits<float>::quiet_NaN()
                                                         : ys[static_cast<std::size_t>(i)];
    };
    const float y = at(column);
    if (!std::isfinite(y))
        return {};
    const float before = at(column - 1);
    const float after = at(column + 1);
    const double middle = std::clamp<double>(y, -1e6, 1e6);
    const double from = std::isfinite(before) ? (std::clamp<double>(before, -1e6, 1e6) + middle) / 2 : middle;
    const double to = std::isfinite(after) ? (std::clamp<double>(after, -1e6, 1e6) + middle) / 2 : middle;
    // Slanted lines would look a little thicker than flat ones.
    const double low = std::min(std::min(from, to), middle);
    const double high = std::max(std::max(from, to), middle);
    const double less = std::min((high - low) / 4, 0.25);
    return {low + less, high - less, false};
}

} // namespace

QRgb mixed(QRgb under, const QColor& over) { return blended(under, over.rgb(), over.alpha()); }

Canvas::Canvas(QImage& image) : m_image(&image) {
    // Taken before the painter begins, so that both write the same memory.
    m_pixels = reinterpret_cast<QRgb*>(image.bits());
    m_stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    m_owned = std::make_unique<QPainter>(&image);
    m_painter = m_owned.get();
    m_whole = {0, 0, image.width(), image.height()};
    m_asked = m_clip = m_whole;
}

Canvas::Canvas(QPainter& painter, QSize size) : m_painter(&painter) {
    m_whole = {0, 0, size.width(), size.height()};
    m_asked = m_clip = m_whole;
}

Canvas::~Canvas() = default;

void Canvas::setClip(const PixelBox& clip) {
    m_asked = meet(clip, m_whole);
    m_clip = m_asked;
    applyClip();
}

void Canvas::limitTo(const PixelBox& limit) {
    m_clip = meet(m_asked, limit);
    applyClip();
}

void Canvas::unlimit() {
    m_clip = m_asked;
    applyClip();
}

void Canvas::applyClip() {
    m_painter->setClipRect(QRect(m_clip.left, m_clip.top, m_clip.width(), m_clip.height()));
}

void Canvas::fill(const PixelBox& asked, QRgb colour) {
    const PixelBox box = meet(asked, m_clip);
    if (box.width() == 0 || box.height() == 0 || qAlpha(colour) == 0)
        return;
    if (m_pixels == nullptr) {
        m_painter->fillRect(box.left, box.top, box.width(), box.height(), QColor::fromRgba(colour));
        return;
    }
    if (qAlpha(colour) != 255) {
        blend(box, colour);
        return;
    }
    QRgb* row = m_pixels + box.top * m_stride + box.left;
    for (int y = box.top; y < box.bottom; ++y, row += m_stride)
        std::fill_n(row, box.width(), colour);
}

void Canvas::blend(const PixelBox& box, QRgb colour) {
    const int alpha = qAlpha(colour);
    QRgb* row = m_pixels + box.top * m_stride + box.left;
    for (int y = box.top; y < box.bottom; ++y, row += m_stride)
        for (int x = 0; x < box.width(); ++x)
            row[x] = blended(row[x], colour, alpha);
}

void Canvas::horizontal(int y, int left, int right, QRgb colour, int thickness, int on, int off) {
    const int top = y - thickness / 2;
    if (off <= 0 || on <= 0) {
        fill({left, top, right, top + thickness}, colour);
        return;
    }
    if (!touches(left, top, right, top + thickness))
        return;
    for (int x = left; x < right; x += on + off)
        fill({x, top, std::min(x + on, right), top + thickness}, colour);
}

void Canvas::vertical(int x, int top, int bottom, QRgb colour, int thickness, int on, int off) {
    const int left = x - thickness / 2;
    if (off <= 0 || on <= 0) {
        fill({left, top, left + thickness, bottom}, colour);
        return;
    }
    if (!touches(left, top, left + thickness, bottom))
        return;
    for (int y = top; y < bottom; y += on + off)
        fill({left, y, left + thickness, std::min(y + on, bottom)}, colour);
}

void Canvas::blendPixel(int x, int y, QRgb colour, int alpha) {
    if (alpha <= 0)
        return;
    QRgb& pixel = m_pixels[y * m_stride + x];
    pixel = blended(pixel, colour, std::min(alpha, 255));
}

void Canvas::triangle(double x, int tipY, double half, int height, bool isUp, const QColor& colour) {
    const int top = isUp ? tipY : tipY - height;
    if (height <= 0 ||
        !touches(static_cast<int>(x - half) - 1, top, static_cast<int>(x + half) + 2, top + height))
        return;
    if (m_pixels == nullptr) {
        const double base = isUp ? tipY + height : tipY - height;
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(colour);
        m_painter->drawPolygon(QPolygonF({{x, double(tipY)}, {x - half, base}, {x + half, base}}));
        return;
    }
    for (int row = 0; row < height; ++row) {
        const int y = isUp ? tipY + row : tipY - 1 - row;
        if (y < m_clip.top || y >= m_clip.bottom)
            continue;
        const double reach = half * (row + 0.5) / height;
        const int first = static_cast<int>(std::floor(x - reach));
        const int last = static_cast<int>(std::ceil(x + reach));
        for (int column = std::max(first, m_clip.left); column < std::min(last, m_clip.right); ++column) {
            const double covered =
                std::min<double>(column + 1, x + reach) - std::max<double>(column, x - reach);
            blendPixel(column, y, colour.rgb(), static_cast<int>(covered * 255));
        }
    }
}

void Canvas::curve(int left, const std::vector<float>& ys, const QColor& colour, double thickness) {
    if (m_pixels == nullptr) {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
        m_painter->setPen(QPen(colour, thickness));
        QPolygonF part;
        for (std::size_t i = 0; i <= ys.size(); ++i) {
            if (i < ys.size() && std::isfinite(ys[i])) {
                part << QPointF(left + static_cast<double>(i) + 0.5, static_cast<double>(ys[i]));
            } else if (!part.isEmpty()) {
                m_painter->drawPolyline(part);
                part.clear();
            }
        }
        m_painter->restore();
        return;
    }
    rasterCurve(left, ys, colour.rgb(), thickness);
}

void Canvas::rasterCurve(int left, const std::vector<float>& ys, QRgb colour, double thickness) {
    const double half = thickness / 2;
    const double reach = half + 0.5;
    const int first = std::max(m_clip.left - left, 0);
    const int last = std::min(m_clip.right - left, static_cast<int>(ys.size()));
    Stretch before;
    Stretch own = stretchAt(ys, first - 1);
    Stretch after = stretchAt(ys, first);
    for (int i = first; i < last; ++i) {
        before = std::exchange(own, after);
        after = stretchAt(ys, i + 1);
        if (own.isHole)
            continue;
        const double low = std::min({own.low, before.lowOr(own.low), after.lowOr(own.low)});
        const double high = std::max({own.high, before.highOr(own.high), after.highOr(own.high)});
        const int top = std::max(static_cast<int>(std::floor(low - reach)), m_clip.top);
        const int bottom = std::min(static_cast<int>(std::ceil(high + reach)), m_clip.bottom);
        for (int row = top; row < bottom; ++row) {
            const double y = row + 0.5;
            double distance = own.distance(y);
            if (distance > 0) {
                // Steep lines are as thick as flat ones because they reach into the columns beside them.
                const double square = std::min(before.squareFromBeside(y), after.squareFromBeside(y));
                if (square < distance * distance)
                    distance = std::sqrt(square);
            }
            blendPixel(left + i, row, colour, static_cast<int>((reach - distance) * 255));
        }
    }
}

} // namespace strikedesk::charts
