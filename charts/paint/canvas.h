// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_view.h"

#include <QColor>
#include <QImage>
#include <QPainter>

#include <memory>
#include <vector>

namespace strikedesk::charts {

/// `over`, translucent or not, laid on an opaque colour.
QRgb mixed(QRgb under, const QColor& over);

/// Where a chart is painted. All coordinates are whole device pixels, so edges are sharp at every pixel
/// ratio. Filled boxes go straight into the image when there is one (a frame holds thousands); texts and
/// triangles go through the painter. Any one thread.
class Canvas {
public:
    /// `image` must be Format_RGB32 and outlive the canvas; its pixel ratio plays no part.
    explicit Canvas(QImage& image);
    /// Any other target: a PDF, a printer. Device pixels are the painter's units.
    explicit Canvas(QPainter& painter, QSize size);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Nothing outside is touched from now on.
    void setClip(const PixelBox& clip);
    const PixelBox& clip() const { return m_clip; }
    bool touches(int left, int top, int right, int bottom) const {
        return left < m_clip.right && right > m_clip.left && top < m_clip.bottom && bottom > m_clip.top;
    }
    bool touches(const PixelBox& box) const { return touches(box.left, box.top, box.right, box.bottom); }

    /// A box in one colour; a translucent one is laid over what is there.
    void fill(const PixelBox& box, const QColor& colour) { fill(box, colour.rgba()); }
    void fill(const PixelBox& box, QRgb colour);
    /// A line of `thickness` through y or x, broken into dashes of `on` and `off` pixels when `off` is set.
    void horizontal(int y, int left, int right, QRgb colour, int thickness = 1, int on = 0, int off = 0);
    void vertical(int x, int top, int bottom, QRgb colour, int thickness = 1, int on = 0, int off = 0);
    /// A smooth line through one y for each pixel column from `left` on, each in the middle of its column;
    /// NaN leaves a hole.
    void curve(int left, const std::vector<float>& ys, const QColor& colour, double thickness);
    /// A triangle `height` tall and twice `half` wide around x, its tip at y; upwards or downwards.
    void triangle(double x, int tipY, double half, int height, bool isUp, const QColor& colour);
    /// Within `limit` only, until the next call; for what must not leave its pane.
    void limitTo(const PixelBox& limit);
    void unlimit();

    QPainter& painter() { return *m_painter; }

private:
    void blend(const PixelBox& box, QRgb colour);
    void rasterCurve(int left, const std::vector<float>& ys, QRgb colour, double thickness);
    void blendPixel(int x, int y, QRgb colour, int alpha);
    void applyClip();

    QImage* m_image = nullptr;
    QRgb* m_pixels = nullptr;
    qsizetype m_stride = 0; ///< pixels
    std::unique_ptr<QPainter> m_owned;
    QPainter* m_painter = nullptr;
    PixelBox m_whole;
    PixelBox m_asked; ///< the clip without the limit
    PixelBox m_clip;
};

} // namespace strikedesk::charts
