// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/store_worker.h"

#include "core/base/option_symbol.h"
#include "core/io/store/migrations.h"
#include "core/io/store/notification_repository.h"
#include "core/trade/ledger/mark.h"

#include <utility>

namespace strikedesk::workers {

store::JournalEntry journalEntryOf(const trade::TradeSummary& summary, const std::string& mode,
                                   const AccountId& account, const std::string& filmSession) {
    const trade::TradeTotals& totals = summary.totals;
    store::JournalEntry entry;
    entry.id = summary.id.text();
    entry.mode = mode;
    entry.account = account;
    entry.symbol = summary.symbol;
    const auto option = OptionSymbol::tryFrom(summary.symbol);
    entry.underlying = option ? option->underlying() : summary.symbol;
    entry.openedAt = totals.firstFillAt;
    entry.closedAt = totals.lastFillAt;
    const bool isLong = summary.entryIntent == trade::PositionIntent::BuyToOpen;
    entry.quantity = isLong ? totals.entered : -totals.entered;
    entry.averageEntry = trade::averagePrice(totals.entryValue, totals.entered, summary.multiplier);
    entry.averageExit = trade::averagePrice(totals.exitValue, totals.exited, summary.multiplier);
    entry.grossPnl = totals.gross;
    entry.netPnl = totals.net();
    entry.fees = totals.fees;
    entry.exitReason = std::string(trade::toText(summary.reason));
    entry.filmSessionId = filmSession;
    entry.clientOrderIds = summary.orders;
    return entry;
}

StoreWorker::StoreWorker(std::filesystem::path file, std::string mode, Log& log)
    : m_file(std::move(file)), m_mode(std::move(mode)), m_log(log) {}

StoreWorker::~StoreWorker() = default;

void StoreWorker::open() {
    auto database = store::openStore(m_file);
    if (!database) {
        report(database.error());
        return;
    }
    m_database = std::move(*database);
}

void StoreWorker::report(const Status& status) {
    if (status)
        return;
    m_log.error("store", "a write or read failed", {{"message", status.error().message}});
    if (!std::exchange(m_failureTold, true) && failed)
        failed(status.error());
}

void StoreWorker::beginFilm(const store::FilmSession& session) {
    m_filmSession = session.id;
    if (m_database)
        report(store::FilmSessionRepository(*m_database).begin(session));
}

void StoreWorker::finishFilm(const store::FilmSession& session) {
    if (m_database)
        report(store::FilmSessionRepository(*m_database).finish(session));
}

void StoreWorker::recordTrade(const trade::TradeSummary& summary) {
    if (!m_database)
        return;
    store::JournalRepository journal(*m_database);
    store::JournalEntry entry = journalEntryOf(summary, m_mode, m_account, m_filmSession);
    // A trade told again after a restart keeps the film it happened in.
    if (const auto known = journal.find(entry.id))
        entry.filmSessionId = known->filmSessionId;
    const Status written = journal.record(entry);
    report(written);
    if (written && journaled)
        journaled(entry);
}

void StoreWorker::recordNotice(const trade::Notice& notice, Timestamp at) {
    if (!m_database)
        return;
    store::StoredNotification kept;
    kept.id = m_filmSession + "-" + std::to_string(at.nanoseconds()) + "-" + std::to_string(++m_noticeNumber);
    kept.at = at;
    kept.severity = notice.level == trade::NoticeLevel::Info      ? "info"
                    : notice.level == trade::NoticeLevel::Warning ? "warning"
                                                                  : "alert";
    kept.title = notice.code;
    kept.body = notice.message;
    report(store::NotificationRepository(*m_database).add(kept));
}

} // namespace strikedesk::workers
