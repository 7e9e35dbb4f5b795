// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_desk.h"
#include "ui/readers/journal_reader.h"

namespace strikedesk::desk {

/// The stored journal with its pictures: read whole at a start, then kept up to date trade by trade. GUI
/// thread.
class LiveJournal final : public ui::JournalReader {
public:
    /// `desk` outlives this. `pictures` is the folder the names of pictures are relative to.
    LiveJournal(LiveDesk& desk, std::filesystem::path pictures);

    /// Whose journal it is.
    void setAccount(AccountId account) {
        if (account != m_account)
            m_rows.clear();
        m_account = std::move(account);
    }
    /// Reads everything; after a start.
    void load();
    /// A finished trade was written; its notes and tags stay what they are.
    void takeTrade(const store::JournalEntry& entry);
    /// Reads the pictures of one trade again.
    void loadPictures(const std::string& tradeId);

    std::vector<ui::JournalRow> rows() const override { return m_rows; }
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void annotate(const std::string& id, const std::string& notes, const std::vector<std::string>& tags,
                  std::function<void(Status)> answered) override;

private:
    using Pictures = Result<std::vector<store::Screenshot>>;
    void show(std::vector<ui::JournalRow> rows, const Pictures& pictures);
    /// Puts a row at its place, the newest first; nothing when it is no news.
    void put(ui::JournalRow row);
    const ui::JournalRow* find(const std::string& id) const;

    LiveDesk& m_desk;
    std::filesystem::path m_pictures;
    AccountId m_account;
    std::vector<ui::JournalRow> m_rows;
    bool m_isLoaded = false;
    std::vector<store::JournalEntry> m_missed; ///< written while everything was being read
    ui::Publisher m_changed;
};

} // namespace strikedesk::desk
