// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_journal.h"

#include "ui/theme/error_text.h"

#include <algorithm>

namespace strikedesk::desk {

namespace {

/// The newest trades the window holds; older ones are in the store.
constexpr std::int64_t kMostRows = 50'000;

ui::JournalRow rowOf(const store::JournalEntry& entry) {
    ui::JournalRow row;
    row.id = entry.id;
    row.mode = entry.mode;
    row.symbol = entry.symbol;
    row.underlying = entry.underlying;
    row.openedAt = entry.openedAt;
    row.closedAt = entry.closedAt;
    row.quantity = entry.quantity;
    row.averageEntry = entry.averageEntry;
    row.averageExit = entry.averageExit;
    row.gross = entry.grossPnl;
    row.net = entry.netPnl;
    row.fees = entry.fees;
    row.exitReason = entry.exitReason;
    row.notes = entry.notes;
    row.tags = entry.tags;
    return row;
}

} // namespace

LiveJournal::LiveJournal(LiveDesk& desk, std::filesystem::path pictures)
    : m_desk(desk), m_pictures(std::move(pictures)) {}

void LiveJournal::load() {
    if (m_desk.session() == nullptr || m_account.isEmpty())
        return;
    store::JournalFilter filter;
    filter.account = m_account;
    filter.limit = kMostRows;
    m_desk.session()->listJournal(filter, [this](const Result<std::vector<store::JournalEntry>>& entries) {
        if (!entries) {
            m_desk.setTrouble(ui::errorText(entries.error()).toStdString());
            return;
        }
        std::vector<ui::JournalRow> rows;
        std::vector<std::string> ids;
        for (const store::JournalEntry& entry : *entries) {
            rows.push_back(rowOf(entry));
            ids.push_back(entry.id);
        }
        loadPictures(std::move(rows), ids);
    });
}

void LiveJournal::loadPictures(std::vector<ui::JournalRow> rows, const std::vector<std::string>& ids) {
    m_desk.session()->pictures(
        ids, [this, rows = std::move(rows)](const Result<std::vector<store::Screenshot>>& pictures) mutable {
            if (pictures) {
                std::map<std::string, std::vector<ui::JournalPicture>> byTrade;
                for (const store::Screenshot& shot : *pictures)
                    byTrade[shot.tradeId].push_back(
                        {shot.event, shot.chart, (m_pictures / shot.file).string(), shot.at});
                for (ui::JournalRow& row : rows)
                    if (const auto found = byTrade.find(row.id); found != byTrade.end())
                        row.pictures = std::move(found->second);
            }
            if (rows == m_rows)
                return;
            m_rows = std::move(rows);
            m_changed.publish();
        });
}

void LiveJournal::annotate(const std::string& id, const std::string& notes,
                           const std::vector<std::string>& tags, std::function<void(Status)> answered) {
    if (m_desk.session() == nullptr) {
        answered(
            Error{ErrorKind::Unavailable, "journal.not_ready",
                  "The session has not started, so the note cannot be stored yet. Try again in a moment."});
        return;
    }
    m_desk.session()->annotateJournal(id, notes, tags,
                                      [this, answered = std::move(answered)](const Status& kept) {
                                          if (kept)
                                              load();
                                          answered(kept);
                                      });
}

} // namespace strikedesk::desk
