// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_view.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace strikedesk::charts {

/// How much of a chart must be painted anew. Ordered: several in one frame merge to the greatest.
enum class Invalidation : std::uint8_t {
    None,
    Cursor, ///< crosshair and readout, over the finished picture
    Light,  ///< boxes of the picture: the last bar, lines, tags, badge
    Full,   ///< the picture
};

/// What has to be painted since the last frame.
class FramePlan {
public:
    void addCursor() { raise(Invalidation::Cursor); }
    void addFull() {
        raise(Invalidation::Full);
        m_damage.clear();
    }
    void addDamage(const std::vector<PixelBox>& boxes) {
        if (m_level == Invalidation::Full)
            return;
        raise(Invalidation::Light);
        for (const PixelBox& box : boxes)
            join(box);
        // Past some number of boxes one whole frame is cheaper than many parts.
        if (m_damage.size() > kMostBoxes)
            addFull();
    }
    Invalidation level() const { return m_level; }
    const std::vector<PixelBox>& damage() const { return m_damage; }
    void clear() {
        m_level = Invalidation::None;
        m_damage.clear();
    }

private:
    static constexpr std::size_t kMostBoxes = 64;

    static std::int64_t area(const PixelBox& box) { return std::int64_t{box.width()} * box.height(); }

    /// Each box is painted with all layers, so two that nearly cover one are one.
    void join(PixelBox box) {
        for (std::size_t i = 0; i < m_damage.size();) {
            const PixelBox& other = m_damage[i];
            const PixelBox both{std::min(box.left, other.left), std::min(box.top, other.top),
                                std::max(box.right, other.right), std::max(box.bottom, other.bottom)};
            if (area(both) * 4 > (area(box) + area(other)) * 5) {
                ++i;
                continue;
            }
            box = both;
            m_damage.erase(m_damage.begin() + static_cast<std::ptrdiff_t>(i));
            i = 0; // the greater box may reach others
        }
        m_damage.push_back(box);
    }

    void raise(Invalidation level) {
        if (m_level < level)
            m_level = level;
    }

    Invalidation m_level = Invalidation::Full;
    std::vector<PixelBox> m_damage;
};

} // namespace strikedesk::charts
