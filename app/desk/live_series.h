// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_desk.h"
#include "ui/readers/series_reader.h"

#include <set>
#include <utility>

namespace strikedesk::desk {

/// The series of the engine's hub: interests of all charts together are one wish. GUI thread.
class LiveSeries final : public ui::SeriesReader {
public:
    /// `desk` outlives this. Feeds as the session names them.
    LiveSeries(LiveDesk& desk, std::string stockFeed, std::string optionFeed);

    /// Another vendor serves: keys name these feeds from now on. Readers compare theirs with keyOf() when
    /// they hear of a change. False when they are the same.
    bool setFeeds(std::string stockFeed, std::string optionFeed);

    /// Asks again for everything open; after a session started.
    void askAgain() { m_askSoon.start(); }

    market::SeriesKey keyOf(const Symbol& symbol, market::Timeframe timeframe,
                            market::SeriesSession session) const override;
    ui::Subscription open(const market::SeriesKey& key, market::Attention attention) override;
    std::shared_ptr<const market::SeriesSnapshot> series(const market::SeriesKey& key) const override;
    ui::Subscription subscribe(std::function<void()> changed) override;

private:
    void ask();
    /// One handle of open().
    using Wish = std::pair<market::SeriesKey, market::Attention>;
    void close(const Wish& wish);

    LiveDesk& m_desk;
    std::string m_stockFeed;
    std::string m_optionFeed;
    std::multiset<Wish> m_open;
    int m_lingering = 0; ///< of those open, no chart looks at
    std::optional<market::SeriesKey> m_focus;
    std::shared_ptr<const market::SeriesView> m_seen;
    ui::Publisher m_changed;
    QTimer m_askSoon;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    ui::Subscription m_snapshots; ///< last: ends first
};

} // namespace strikedesk::desk
