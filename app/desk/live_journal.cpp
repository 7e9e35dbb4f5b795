// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_journal.h"

#include "ui/theme/error_text.h"

#include <algorithm>
#include <map>
#include <utility>

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

ui::JournalPicture pictureOf(const store::Screenshot& shot, const std::filesystem::path& folder) {
    return {shot.event, shot.chart, (folder / shot.file).string(), shot.at};
}

} // namespace

LiveJournal::LiveJournal(LiveDesk& desk, std::filesystem::path pictures)
    : m_desk(desk), m_pictures(std::move(pictures)) {}

void LiveJournal::load() {
    if (m_desk.session() == nullptr || m_account.isEmpty())
        return;
    m_isLoaded = false;
    store::JournalFilter filter;
    filter.account = m_account;
    filter.limit = kMostRows;
    m_desk.session()->listJournal(filter, [this](const Result<std::vector<store::JournalEntry>>& entries) {
        if (!entries) {
            m_desk.setMishap(ui::errorText(entries.error()).toStdString());
            m_isLoaded = true;
            return;
        }
        std::vector<ui::JournalRow> rows;
        std::vector<std::string> ids;
        for (const store::JournalEntry& entry : *entries) {
            rows.push_back(rowOf(entry));
            ids.push_back(entry.id);
        }
        m_desk.session()->pictures(
            ids, [this, rows = std::move(rows)](const Pictures& pictures) { show(rows, pictures); });
    });
}

void LiveJournal::show(std::vector<ui::JournalRow> rows, const Pictures& pictures) {
    std::map<std::string, std::vector<ui::JournalPicture>> byTrade;
    if (pictures) {
        for (const store::Screenshot& shot : *pictures)
            byTrade[shot.tradeId].push_back(pictureOf(shot, m_pictures));
    } else {
        // What cannot be read now is not gone.
        m_desk.setMishap(ui::errorText(pictures.error()).toStdString());
        for (const ui::JournalRow& row : m_rows)
            byTrade[row.id] = row.pictures;
    }
    for (ui::JournalRow& row : rows)
        if (const auto found = byTrade.find(row.id); found != byTrade.end())
            row.pictures = std::move(found->second);
    if (rows != m_rows) {
        m_rows = std::move(rows);
        m_changed.publish();
    }
    m_isLoaded = true;
    for (const store::JournalEntry& entry : std::exchange(m_missed, {}))
        takeTrade(entry);
}

const ui::JournalRow* LiveJournal::find(const std::string& id) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const ui::JournalRow& row) { return row.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

void LiveJournal::put(ui::JournalRow row) {
    if (const ui::JournalRow* old = find(row.id)) {
        if (*old == row)
            return;
        m_rows.erase(m_rows.begin() + (old - m_rows.data()));
    }
    const auto place = std::find_if(m_rows.begin(), m_rows.end(), [&row](const ui::JournalRow& other) {
        return other.closedAt <= row.closedAt;
    });
    m_rows.insert(place, std::move(row));
    if (m_rows.size() > static_cast<std::size_t>(kMostRows))
        m_rows.pop_back();
    m_changed.publish();
}

void LiveJournal::takeTrade(const store::JournalEntry& entry) {
    if (!m_isLoaded) {
        if (m_missed.size() < static_cast<std::size_t>(kMostRows))
            m_missed.push_back(entry);
        return;
    }
    ui::JournalRow row = rowOf(entry);
    if (const ui::JournalRow* old = find(entry.id)) {
        row.notes = old->notes;
        row.tags = old->tags;
        row.pictures = old->pictures;
        put(std::move(row));
        return;
    }
    put(std::move(row));
    loadPictures(entry.id); // of its entry: they were stored before there was a row
}

void LiveJournal::loadPictures(const std::string& tradeId) {
    // Of a trade that is still open there is no row yet; its pictures come with it.
    if (m_desk.session() == nullptr || find(tradeId) == nullptr)
        return;
    m_desk.session()->pictures({tradeId}, [this, tradeId](const Pictures& pictures) {
        const ui::JournalRow* old = find(tradeId);
        if (old == nullptr)
            return;
        if (!pictures) {
            m_desk.setMishap(ui::errorText(pictures.error()).toStdString());
            return;
        }
        ui::JournalRow row = *old;
        row.pictures.clear();
        for (const store::Screenshot& shot : *pictures)
            row.pictures.push_back(pictureOf(shot, m_pictures));
        put(std::move(row));
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
    m_desk.session()->annotateJournal(
        id, notes, tags, [this, id, notes, tags, answered = std::move(answered)](const Status& kept) {
            const ui::JournalRow* old = kept ? find(id) : nullptr;
            if (old != nullptr) {
                ui::JournalRow row = *old;
                row.notes = notes;
                row.tags = tags;
                put(std::move(row));
            }
            answered(kept);
        });
}

} // namespace strikedesk::desk
