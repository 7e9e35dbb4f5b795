// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_series.h"
#include "app/desk/picture_plan.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace strikedesk::desk {

/// Takes pictures of the contract's and the underlying's chart when a trade is entered and when it is flat
/// again, whatever the window shows. Charts are opened as soon as an order works, painted and written on the
/// thread pool. GUI thread.
class PictureTaker {
public:
    /// `desk` and `series` outlive this.
    PictureTaker(LiveDesk& desk, LiveSeries& series, std::filesystem::path folder);

    /// A picture is on disk and known to the store.
    std::function<void(const IntentId& tradeId)> stored;
    /// A picture was not taken; `why` is for the log.
    std::function<void(const PictureMoment& moment, const std::string& why)> givenUp;

    /// Charts come from the feeds the session has now.
    void followFeeds();

private:
    /// A moment whose charts wait for their series.
    struct Waiting {
        PictureMoment moment;
        Symbol symbol; ///< whose chart
        std::string chart;
        market::SeriesKey key;
        int looks = 0;
    };

    void look();
    void follow(const engine::OrderView& orders);
    void tryWaiting();
    void giveUp(const PictureMoment& moment, const std::string& why) const {
        if (givenUp)
            givenUp(moment, why);
    }
    void take(const Waiting& waiting, std::shared_ptr<const market::SeriesSnapshot> series);
    market::SeriesKey keyOf(const Symbol& symbol) const;

    LiveDesk& m_desk;
    LiveSeries& m_series;
    std::filesystem::path m_folder;
    PicturePlan m_plan;
    std::map<Symbol, ui::Subscription> m_open;
    std::vector<Waiting> m_waiting;
    std::shared_ptr<const engine::OrderView> m_seen;
    QTimer m_retry;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    ui::Subscription m_snapshots;
};

} // namespace strikedesk::desk
