// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_series.h"
#include "core/io/store/watchlist_repository.h"
#include "core/market/day_figures.h"
#include "ui/readers/watchlist_reader.h"

#include <map>

namespace strikedesk::desk {

/// The stored watchlists with live lines: quotes from the newest snapshot, day figures from the series of
/// each symbol. GUI thread.
class LiveWatchlists final : public ui::WatchlistReader {
public:
    /// Asks the venue whether a symbol exists; answered on the GUI thread.
    using Lookup = std::function<void(const Symbol&, std::function<void(Status)>)>;

    /// `desk` and `series` outlive this.
    LiveWatchlists(LiveDesk& desk, LiveSeries& series, Lookup exists);

    /// Reads the lists; after a session was made.
    void load();
    /// Figures come from the feeds the session has now.
    void followFeeds();
    /// Every symbol of every list, for the search.
    std::set<Symbol> symbols() const;

    std::vector<ui::WatchlistName> lists() const override;
    std::vector<ui::WatchRow> rows(const std::string& listId) const override;
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void add(const std::string& listId, const std::string& symbolText, Answered answered) override;
    void remove(const std::string& listId, const Symbol& symbol, Answered answered) override;
    void move(const std::string& listId, const Symbol& symbol, std::size_t to, Answered answered) override;
    void createList(const std::string& name, Answered answered) override;
    void renameList(const std::string& listId, const std::string& name, Answered answered) override;
    void removeList(const std::string& listId, Answered answered) override;

private:
    /// What one symbol needs while it is in a list.
    struct Line {
        ui::Subscription quotes;
        ui::Subscription intraday;
        ui::Subscription daily;
        market::SeriesKey intradayKey;
        market::SeriesKey dailyKey;
        std::uint64_t intradayVersion = 0;
        std::uint64_t dailyVersion = 0;
        Timestamp closeAt; ///< when the previous close was last worked out
        Timestamp figuresAt;
        market::DayFigures figures;
        std::optional<Price> previousClose;
    };

    ui::WatchRow rowOf(const Symbol& symbol) const;
    void refreshFigures();
    void followSymbols();
    void follow(const Symbol& symbol);
    /// Stores the list at this place and shows it when that worked.
    void save(store::Watchlist list, std::size_t position, Answered answered);
    std::optional<std::size_t> indexOf(const std::string& listId) const;

    LiveDesk& m_desk;
    LiveSeries& m_series;
    Lookup m_exists;
    TradingCalendar m_calendar = TradingCalendar::unitedStates();
    std::vector<store::Watchlist> m_lists;
    std::map<Symbol, Line> m_lines;
    ui::Publisher m_changed;
    ui::Subscription m_snapshots;
    ui::Subscription m_seriesChanges;
};

} // namespace strikedesk::desk
