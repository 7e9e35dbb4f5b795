// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/attention.h"
#include "core/market/hub/series_snapshot.h"
#include "ui/readers/subscription.h"

#include <memory>

namespace strikedesk::ui {

/// Opens series and hands out their newest snapshot. GUI thread; nothing here waits.
class SeriesReader {
public:
    virtual ~SeriesReader() = default;

    /// The full key of a symbol's series on the session's feeds.
    virtual market::SeriesKey keyOf(const Symbol& symbol, market::Timeframe timeframe,
                                    market::SeriesSession session) const = 0;
    /// Keeps the series loaded while the handle lives, the ones with most attention first; the last one
    /// opened as Focused is loaded before all, those before it count as Shown.
    virtual Subscription open(const market::SeriesKey& key, market::Attention attention) = 0;
    /// Null before anything of it is known.
    virtual std::shared_ptr<const market::SeriesSnapshot> series(const market::SeriesKey& key) const = 0;
    /// At most once a display frame, when any open series changed, or keyOf() names another feed.
    virtual Subscription subscribe(std::function<void()> changed) = 0;
};

} // namespace strikedesk::ui
