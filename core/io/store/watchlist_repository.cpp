// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/watchlist_repository.h"

#include "core/io/store/repository_support.h"

namespace strikedesk::store {

Status WatchlistRepository::save(const Watchlist& list, std::int64_t position) {
    return m_database.inTransaction([&]() -> Status {
        if (auto saved = m_database.execute("INSERT INTO watchlists (id, name, position) VALUES ($1, $2, $3) "
                                            "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                                            "position = excluded.position",
                                            {list.id, list.name, position});
            !saved)
            return saved.error();
        if (auto cleared =
                m_database.execute("DELETE FROM watchlist_items WHERE watchlist_id = $1", {list.id});
            !cleared)
            return cleared.error();
        std::int64_t place = 0;
        for (const Symbol& symbol : list.symbols)
            if (auto added = m_database.execute(
                    "INSERT INTO watchlist_items (watchlist_id, position, symbol) VALUES ($1, $2, $3)",
                    {list.id, place++, symbol.text()});
                !added)
                return added.error();
        return done();
    });
}

Status WatchlistRepository::remove(const std::string& id) {
    return m_database.inTransaction([&]() -> Status {
        if (auto removed =
                metRow(m_database.execute("DELETE FROM watchlists WHERE id = $1", {id}), "watchlist");
            !removed)
            return removed;
        // The others close the gap, or the next new list would share a place with the last one.
        const auto moved = m_database.execute(
            "UPDATE watchlists SET position = ranked.place FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY "
            "position, id) - 1 AS place FROM watchlists) AS ranked WHERE ranked.id = watchlists.id",
            {});
        return moved ? done() : Status(moved.error());
    });
}

Result<std::vector<Watchlist>> WatchlistRepository::all() {
    std::vector<Watchlist> lists;
    const Status read = m_database.query("SELECT w.id, w.name, i.symbol FROM watchlists w LEFT JOIN "
                                         "watchlist_items i ON i.watchlist_id = w.id "
                                         "ORDER BY w.position, w.id, i.position",
                                         {}, [&lists](const Row& row) -> Status {
                                             if (lists.empty() || lists.back().id != row.text(0))
                                                 lists.push_back(Watchlist{row.text(0), row.text(1), {}});
                                             if (row.isNull(2))
                                                 return done();
                                             const Result<Symbol> symbol = Symbol::tryFrom(row.text(2));
                                             if (!symbol)
                                                 return symbol.error();
                                             lists.back().symbols.push_back(*symbol);
                                             return done();
                                         });
    return resultOf(read, std::move(lists));
}

} // namespace strikedesk::store
