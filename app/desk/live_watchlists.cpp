// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_watchlists.h"

#include "ui/theme/error_text.h"

#include <QUuid>

#include <algorithm>

namespace strikedesk::desk {

namespace {

constexpr std::size_t kMostSymbols = 100; ///< of one list
const Duration kFiguresAge = Duration::seconds(15);

Error refusal(const char* id, std::string message) { return {ErrorKind::Refused, id, std::move(message)}; }

Error gone() {
    return refusal("watchlist.gone",
                   "This watchlist no longer exists. Choose another one from the list menu.");
}

} // namespace

LiveWatchlists::LiveWatchlists(LiveDesk& desk, LiveSeries& series, Lookup exists)
    : m_desk(desk), m_series(series), m_exists(std::move(exists)) {
    m_snapshots = desk.subscribe([this] {
        refreshFigures();
        m_changed.publish();
    });
}

void LiveWatchlists::load() {
    if (m_desk.session() == nullptr)
        return;
    m_desk.session()->loadWatchlists([this](Result<std::vector<store::Watchlist>> lists) {
        if (!lists) {
            m_desk.setMishap(ui::errorText(lists.error()).toStdString());
            return;
        }
        m_lists = std::move(*lists);
        followSymbols();
        m_changed.publish();
    });
}

std::set<Symbol> LiveWatchlists::symbols() const {
    std::set<Symbol> all;
    for (const store::Watchlist& list : m_lists)
        all.insert(list.symbols.begin(), list.symbols.end());
    return all;
}

std::vector<ui::WatchlistName> LiveWatchlists::lists() const {
    std::vector<ui::WatchlistName> names;
    for (const store::Watchlist& list : m_lists)
        names.push_back({list.id, list.name});
    return names;
}

std::vector<ui::WatchRow> LiveWatchlists::rows(const std::string& listId) const {
    std::vector<ui::WatchRow> rows;
    if (const auto index = indexOf(listId))
        for (const Symbol& symbol : m_lists[*index].symbols)
            rows.push_back(rowOf(symbol));
    return rows;
}

ui::WatchRow LiveWatchlists::rowOf(const Symbol& symbol) const {
    ui::WatchRow row;
    row.symbol = symbol;
    row.isStreamed = m_desk.snapshot()->isStreamed(symbol);
    const auto line = m_lines.find(symbol);
    if (line != m_lines.end()) {
        row.last = line->second.figures.last;
        row.previousClose = line->second.previousClose;
        row.volume = line->second.figures.volume;
        row.relativeVolume = line->second.figures.relativeVolume;
        row.spark = line->second.figures.closes;
    }
    if (const market::BoardRow* board = m_desk.snapshot()->quotes->find(symbol)) {
        // A print of long ago must not hide what the bars have learnt since.
        const Timestamp known = line != m_lines.end() ? line->second.figures.lastAt : Timestamp();
        const auto mid = board->quote.mid();
        if (board->last && (!row.last || board->lastAt >= known))
            row.last = board->last;
        else if (!board->last && mid && (!row.last || board->confirmed.market >= known))
            row.last = mid;
        row.confirmed = board->confirmed.market;
        row.isHalted = board->isHalted;
    }
    return row;
}

void LiveWatchlists::followFeeds() {
    m_lines.clear();
    followSymbols();
}

void LiveWatchlists::followSymbols() {
    const std::set<Symbol> wanted = symbols();
    std::erase_if(m_lines, [&](const auto& line) { return !wanted.contains(line.first); });
    // In a person's order: where not all can be live, the first ones are.
    for (const store::Watchlist& list : m_lists)
        for (const Symbol& symbol : list.symbols)
            follow(symbol);
}

void LiveWatchlists::follow(const Symbol& symbol) {
    Line& line = m_lines[symbol];
    if (line.quotes.isActive())
        return;
    line.intradayKey = m_series.keyOf(symbol, market::Timeframe::Minute5, market::SeriesSession::Regular);
    line.dailyKey = m_series.keyOf(symbol, market::Timeframe::Day1, market::SeriesSession::Regular);
    line.quotes = m_desk.watch({symbol}, market::Attention::Listed);
    line.intraday = m_series.open(line.intradayKey, market::Attention::Listed);
    line.daily = m_series.open(line.dailyKey, market::Attention::Listed);
}

void LiveWatchlists::refreshFigures() {
    const Timestamp now = m_desk.now();
    if (!now.isSet())
        return;
    for (auto& [symbol, line] : m_lines) {
        const auto daily = m_series.series(line.dailyKey);
        // A new session makes another close the previous one, though the bars are the same.
        const bool isCloseDue = !line.closeAt.isSet() || now - line.closeAt > kFiguresAge;
        if (daily && (daily->version() != line.dailyVersion || isCloseDue)) {
            line.dailyVersion = daily->version();
            line.closeAt = now;
            line.previousClose = market::previousCloseOf(*daily, m_calendar, now);
        }
        const auto intraday = m_series.series(line.intradayKey);
        const bool isDue = !line.figuresAt.isSet() || now - line.figuresAt > kFiguresAge;
        if (!intraday || (intraday->version() == line.intradayVersion && !isDue))
            continue;
        // Figures of a symbol are looked at every few seconds of market time, not on every print.
        if (line.intradayVersion != 0 && !isDue)
            continue;
        line.intradayVersion = intraday->version();
        line.figuresAt = now;
        line.figures = market::dayFiguresOf(*intraday, m_calendar, now);
    }
}

std::optional<std::size_t> LiveWatchlists::indexOf(const std::string& listId) const {
    for (std::size_t i = 0; i < m_lists.size(); ++i)
        if (m_lists[i].id == listId)
            return i;
    return std::nullopt;
}

void LiveWatchlists::save(store::Watchlist list, std::size_t position, Answered answered) {
    if (m_desk.session() == nullptr) {
        answered(refusal("watchlist.not_ready", "The store is not open yet. Try again in a moment."));
        return;
    }
    // In force at once: the next change begins with this one, not with what the store has answered so far.
    if (const auto index = indexOf(list.id))
        m_lists[*index] = list;
    else
        m_lists.push_back(list);
    followSymbols();
    m_desk.session()->saveWatchlist(list, static_cast<std::int64_t>(position),
                                    [this, answered = std::move(answered)](const Status& saved) {
                                        if (!saved)
                                            load(); // what is stored is what counts
                                        m_changed.publish();
                                        answered(saved);
                                    });
}

void LiveWatchlists::add(const std::string& listId, const std::string& symbolText, Answered answered) {
    const auto index = indexOf(listId);
    const auto symbol = Symbol::tryFrom(symbolText);
    if (!index || !symbol) {
        answered(index ? symbol.error() : gone());
        return;
    }
    const auto& held = m_lists[*index].symbols;
    if (std::find(held.begin(), held.end(), *symbol) != held.end()) {
        answered(refusal("watchlist.duplicate", symbol->text() + " is in this list already."));
        return;
    }
    if (held.size() >= kMostSymbols) {
        answered(
            refusal("watchlist.full", "A list holds at most 100 symbols. Remove one or start another list."));
        return;
    }
    m_exists(*symbol, [this, listId, symbol = *symbol, answered = std::move(answered)](const Status& exists) {
        const auto now = indexOf(listId);
        if (!exists || !now) {
            answered(exists ? Status(gone()) : exists);
            return;
        }
        store::Watchlist list = m_lists[*now];
        list.symbols.push_back(symbol);
        save(std::move(list), *now, answered);
    });
}

void LiveWatchlists::remove(const std::string& listId, const Symbol& symbol, Answered answered) {
    const auto index = indexOf(listId);
    if (!index) {
        answered(gone());
        return;
    }
    store::Watchlist list = m_lists[*index];
    std::erase(list.symbols, symbol);
    save(std::move(list), *index, std::move(answered));
}

void LiveWatchlists::move(const std::string& listId, const Symbol& symbol, std::size_t to,
                          Answered answered) {
    const auto index = indexOf(listId);
    if (!index) {
        answered(gone());
        return;
    }
    store::Watchlist list = m_lists[*index];
    if (std::erase(list.symbols, symbol) > 0) {
        const std::size_t place = std::min(to, list.symbols.size());
        list.symbols.insert(list.symbols.begin() + static_cast<std::ptrdiff_t>(place), symbol);
    }
    save(std::move(list), *index, std::move(answered));
}

void LiveWatchlists::createList(const std::string& name, Answered answered) {
    store::Watchlist list;
    list.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    list.name = name;
    save(std::move(list), m_lists.size(), std::move(answered));
}

void LiveWatchlists::renameList(const std::string& listId, const std::string& name, Answered answered) {
    const auto index = indexOf(listId);
    if (!index) {
        answered(gone());
        return;
    }
    store::Watchlist list = m_lists[*index];
    list.name = name;
    save(std::move(list), *index, std::move(answered));
}

void LiveWatchlists::removeList(const std::string& listId, Answered answered) {
    if (m_desk.session() == nullptr || !indexOf(listId)) {
        answered(gone());
        return;
    }
    m_desk.session()->removeWatchlist(
        listId, [this, listId, answered = std::move(answered)](const Status& removed) {
            if (removed) {
                if (const auto index = indexOf(listId))
                    m_lists.erase(m_lists.begin() + static_cast<std::ptrdiff_t>(*index));
                followSymbols();
                m_changed.publish();
            }
            answered(removed);
        });
}

} // namespace strikedesk::desk
