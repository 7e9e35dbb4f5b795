// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_view.h"

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
        m_damage.insert(m_damage.end(), boxes.begin(), boxes.end());
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

    void raise(Invalidation level) {
        if (m_level < level)
            m_level = level;
    }

    Invalidation m_level = Invalidation::Full;
    std::vector<PixelBox> m_damage;
};

} // namespace strikedesk::charts
