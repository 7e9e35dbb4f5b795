// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/audit_repository.h"
#include "core/io/store/settings_repository.h"
#include "core/run/workers/store_worker.h"

#include <utility>

// What a window reads from the store and changes in it.

namespace strikedesk::workers {

namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestNotes = 20'000;
constexpr std::size_t kLongestTag = 40;
constexpr std::size_t kMostTags = 30;
constexpr std::size_t kMostSymbols = 500;

Error noStore() {
    return Error{ErrorKind::Unavailable,
                 "store.not_open",
                 "The store is not open, so nothing was read or changed. See the log, then start again.",
                 {},
                 {}};
}

/// What a demo begins with: symbols the simulated market trades.
store::Watchlist firstWatchlist() {
    store::Watchlist list{"default", "Most traded", {}};
    for (const char* symbol :
         {"SPY", "QQQ", "IWM", "SOFI", "NVDA", "AAPL", "TSLA", "AMD", "PLTR", "MSFT", "META", "GOOGL"})
        list.symbols.push_back(Symbol::of(symbol));
    return list;
}

} // namespace

Status StoreWorker::saveSetting(const std::string& key, const std::string& before, const std::string& text,
                                Timestamp at) {
    if (!m_database)
        return noStore();
    // The change and the word of it stand or fall together.
    return m_database->inTransaction([&]() -> Status {
        if (Status saved = store::SettingsRepository(*m_database).set(key, text, at); !saved)
            return saved;
        const auto noted = store::AuditRepository(*m_database)
                               .append(store::AuditRecord{at, "person", "setting.changed", key,
                                                          "from " + before + " to " + text});
        return noted ? done() : Status(noted.error());
    });
}

Result<std::vector<store::Watchlist>> StoreWorker::watchlists() {
    if (!m_database)
        return noStore();
    store::WatchlistRepository lists(*m_database);
    auto all = lists.all();
    if (!all || !all->empty() || m_mode != "demo")
        return all;
    if (const Status saved = lists.save(firstWatchlist(), 0); !saved)
        return saved.error();
    return lists.all();
}

Status StoreWorker::saveWatchlist(const store::Watchlist& list, std::int64_t position) {
    if (!m_database)
        return noStore();
    if (list.id.empty() || list.name.empty() || list.name.size() > kLongestName)
        return invalidInput("store.watchlist.name", "Give the list a name of at most 60 characters.");
    if (list.symbols.size() > kMostSymbols)
        return invalidInput("store.watchlist.size", "A list holds at most 500 symbols. Begin another one.");
    return store::WatchlistRepository(*m_database).save(list, position);
}

Status StoreWorker::removeWatchlist(const std::string& id) {
    return m_database ? store::WatchlistRepository(*m_database).remove(id) : Status(noStore());
}

Result<std::vector<store::JournalEntry>> StoreWorker::journal(store::JournalFilter filter) {
    if (!m_database)
        return noStore();
    if (filter.account.isEmpty())
        filter.account = m_account;
    return store::JournalRepository(*m_database).list(filter);
}

Status StoreWorker::annotate(const std::string& id, const std::string& notes,
                             const std::vector<std::string>& tags) {
    if (!m_database)
        return noStore();
    if (notes.size() > kLongestNotes)
        return invalidInput("store.journal.notes",
                            "The notes are too long. Keep them under 20,000 characters.");
    if (tags.size() > kMostTags)
        return invalidInput("store.journal.tags", "A trade takes at most 30 tags.");
    for (const std::string& tag : tags)
        if (tag.empty() || tag.size() > kLongestTag)
            return invalidInput("store.journal.tag", "A tag has between 1 and 40 characters.");
    return store::JournalRepository(*m_database).annotate(id, notes, tags);
}

Status StoreWorker::addPicture(const store::Screenshot& picture) {
    return m_database ? store::ScreenshotRepository(*m_database).add(picture) : Status(noStore());
}

Result<std::vector<store::Screenshot>> StoreWorker::pictures(const std::vector<std::string>& tradeIds) {
    if (!m_database)
        return noStore();
    store::ScreenshotRepository repository(*m_database);
    std::vector<store::Screenshot> all;
    for (const std::string& id : tradeIds) {
        auto found = repository.ofTrade(id);
        if (!found)
            return found.error();
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

Result<std::vector<store::StoredNotification>> StoreWorker::notifications(std::int64_t limit) {
    if (!m_database)
        return noStore();
    return store::NotificationRepository(*m_database).recent(limit);
}

Status StoreWorker::markRead(const std::string& id, Timestamp at) {
    return m_database ? store::NotificationRepository(*m_database).markRead(id, at) : Status(noStore());
}

} // namespace strikedesk::workers
