// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/series_change.h"

namespace strikedesk::charts {

SeriesChange changeBetween(const market::SeriesSnapshot* before, const market::SeriesSnapshot* after) {
    if (before == nullptr || after == nullptr || before->key() != after->key() ||
        before->size() != after->size())
        return SeriesChange::All;
    const auto& old = before->chunks();
    const auto& fresh = after->chunks();
    bool tail = false;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (old[i] == fresh[i])
            continue;
        if (i + 1 != fresh.size())
            return SeriesChange::All;
        const auto& a = old[i]->bars();
        const auto& b = fresh[i]->bars();
        for (std::size_t bar = 0; bar + 1 < b.size(); ++bar)
            if (a[bar].bar != b[bar].bar || a[bar].afterGap != b[bar].afterGap)
                return SeriesChange::All;
        tail = !b.empty() && a.back() != b.back();
    }
    if (tail)
        return SeriesChange::Tail;
    return before->health() == after->health() ? SeriesChange::None : SeriesChange::Health;
}

} // namespace strikedesk::charts
