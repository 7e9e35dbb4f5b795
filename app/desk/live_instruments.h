// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/contract_book.h"
#include "app/desk/live_desk.h"
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "ui/readers/instrument_reader.h"

namespace strikedesk::desk {

/// The broker's list of stocks, read once a session, and the contracts met so far. GUI thread.
class LiveInstruments final : public ui::InstrumentReader {
public:
    /// `desk` and `book` outlive this.
    LiveInstruments(LiveDesk& desk, ContractBook& book);

    /// Reads the list; after a session started. Tried again when it fails.
    void load();
    /// Whether the broker lists the symbol as tradable; the error says what to do.
    Status exists(const Symbol& symbol) const;

    void search(const std::string& text, std::size_t limit,
                std::function<void(Result<std::vector<ui::FoundInstrument>>)> answered) override;
    std::optional<options::Contract> contract(const Symbol& symbol) const override {
        return m_book.find(symbol);
    }

private:
    void take(const std::vector<alpaca::Asset>& assets);

    LiveDesk& m_desk;
    ContractBook& m_book;
    std::vector<ui::FoundInstrument> m_listed;    ///< by symbol
    std::function<void(const Status&)> m_waiting; ///< a question asked before the list was there
    bool m_isLoaded = false;
    QTimer m_again;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

/// The best `limit` of what is listed: the symbol itself, symbols that begin with the text, then names with a
/// word that begins with it. Case does not matter. Pure.
std::vector<ui::FoundInstrument> bestMatches(const std::vector<ui::FoundInstrument>& listed,
                                             const std::string& text, std::size_t limit);

} // namespace strikedesk::desk
