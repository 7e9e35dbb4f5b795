// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/workers/source_list.h"

#include "core/run/workers/polygon_source.h"

#include <utility>

namespace strikedesk::workers {

SourceList makeSources(const DataAccess& access, const NetTuning& tuning, const Clock& clock) {
    SourceList list;
    for (const market::Vendor vendor : access.vendors()) {
        if (vendor == market::Vendor::Polygon) {
            list.sources.push_back(
                std::make_unique<PolygonSource>(access.polygon, access.polygonKey, tuning, clock));
            continue;
        }
        auto source = std::make_unique<AlpacaSource>(access.alpaca, access.alpacaKeys, tuning, clock);
        list.broker = source.get();
        list.sources.push_back(std::move(source));
    }
    return list;
}

} // namespace strikedesk::workers
