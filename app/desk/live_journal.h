// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_desk.h"
#include "ui/readers/journal_reader.h"

namespace strikedesk::desk {

/// The stored journal with its pictures; read again when a trade is journaled or a picture stored. GUI
/// thread.
class LiveJournal final : public ui::JournalReader {
public:
    /// `desk` outlives this. `pictures` is the folder the names of pictures are relative to.
    LiveJournal(LiveDesk& desk, std::filesystem::path pictures);

    /// Whose journal it is.
    void setAccount(AccountId account) { m_account = std::move(account); }
    /// Reads everything again; after a start, a finished trade or a new picture.
    void load();

    std::vector<ui::JournalRow> rows() const override { return m_rows; }
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void annotate(const std::string& id, const std::string& notes, const std::vector<std::string>& tags,
                  std::function<void(Status)> answered) override;

private:
    void loadPictures(std::vector<ui::JournalRow> rows, const std::vector<std::string>& ids);

    LiveDesk& m_desk;
    std::filesystem::path m_pictures;
    AccountId m_account;
    std::vector<ui::JournalRow> m_rows;
    ui::Publisher m_changed;
};

} // namespace strikedesk::desk
