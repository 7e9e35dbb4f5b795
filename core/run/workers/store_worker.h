// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/engine/command.h"
#include "core/io/store/film_session_repository.h"
#include "core/io/store/journal_repository.h"
#include "core/io/store/notification_repository.h"
#include "core/io/store/screenshot_repository.h"
#include "core/io/store/sqlite_database.h"
#include "core/io/store/watchlist_repository.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace strikedesk::workers {

/// Owns the store's connection: journal rows, notices, the list of films, and what a window reads and
/// changes. Lives on the "store" thread. The store is never on the order path: when it fails, trading's
/// safety does not change, and the failure is told once.
class StoreWorker : public QObject {
public:
    StoreWorker(std::filesystem::path file, std::string mode, Log& log);
    ~StoreWorker() override;

    /// Told when the store cannot be opened or written; on the store thread.
    std::function<void(const Error&)> failed;
    /// Told when a journal row is on disk; on the store thread.
    std::function<void(const store::JournalEntry&)> journaled;

    void open();
    void setAccount(AccountId account) { m_account = std::move(account); }
    void beginFilm(const store::FilmSession& session);
    void finishFilm(const store::FilmSession& session);
    void recordTrade(const trade::TradeSummary& summary);
    void recordNotice(const trade::Notice& notice, Timestamp at);

    // For the window (store_worker_window.cpp). All fail with Unavailable while the store is not open.

    /// Keeps a changed setting, and in the audit that it was changed.
    Status saveSetting(const std::string& key, const std::string& before, const std::string& text,
                       Timestamp at);
    /// All lists; a demo without any gets a first one.
    Result<std::vector<store::Watchlist>> watchlists();
    Status saveWatchlist(const store::Watchlist& list, std::int64_t position);
    Status removeWatchlist(const std::string& id);
    /// Without an account in the filter: of this session's account.
    Result<std::vector<store::JournalEntry>> journal(store::JournalFilter filter);
    Status annotate(const std::string& id, const std::string& notes, const std::vector<std::string>& tags);
    Status addPicture(const store::Screenshot& picture);
    /// Those of these trades, trade by trade, oldest first.
    Result<std::vector<store::Screenshot>> pictures(const std::vector<std::string>& tradeIds);
    Result<std::vector<store::StoredNotification>> notifications(std::int64_t limit);
    Status markRead(const std::string& id, Timestamp at);

private:
    void report(const Status& status);

    std::filesystem::path m_file;
    std::string m_mode;
    Log& m_log;
    AccountId m_account;
    std::string m_filmSession;
    std::unique_ptr<store::SqliteDatabase> m_database;
    std::uint64_t m_noticeNumber = 0;
    bool m_failureTold = false;
};

/// The journal row of a finished trade.
store::JournalEntry journalEntryOf(const trade::TradeSummary& summary, const std::string& mode,
                                   const AccountId& account, const std::string& filmSession);

} // namespace strikedesk::workers
