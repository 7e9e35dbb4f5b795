// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/contract_book.h"
#include "app/desk/live_desk.h"
#include "ui/readers/chain_reader.h"

namespace strikedesk::desk {

/// One chain panel's data: contracts and snapshots by request, then quotes of what is visible by stream.
/// Reads the chain again while it is shown; an answer to an older question is dropped. GUI thread.
class LiveChain final : public ui::ChainReader {
public:
    /// `desk` and `book` outlive this.
    LiveChain(LiveDesk& desk, ContractBook& book);

    void show(const Symbol& underlying, std::optional<Date> expiry) override;
    std::shared_ptr<const ui::ChainView> chain() const override { return m_view; }
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void setVisible(const std::vector<Symbol>& contracts) override;

private:
    void readExpiries();
    void readRows();
    void onRows(Date expiry, const workers::ChainAnswer& answer);
    void readAgainWhenOld(MonoTime askedAt);
    void onSnapshot();
    /// What another session was asked is never answered: asks the one there is.
    void followSession();
    void fail(const Error& error);
    void publish(const std::function<void(ui::ChainView&)>& edit);

    LiveDesk& m_desk;
    ContractBook& m_book;
    std::shared_ptr<const ui::ChainView> m_view = std::make_shared<const ui::ChainView>();
    std::optional<Date> m_wantedExpiry;
    std::shared_ptr<const std::vector<alpaca::ListedContract>> m_contracts;
    Date m_contractsOf;                          ///< the day they were listed on; another day has others
    std::uint64_t m_question = 0;                ///< answers to earlier ones are dropped
    const session::Session* m_askedOf = nullptr; ///< who answers; compared only
    std::shared_ptr<const market::QuoteBoard> m_seenQuotes;
    ui::Subscription m_spot;
    ui::Subscription m_quotes;
    std::set<Symbol> m_visible;
    QTimer m_readAgain;
    ui::Publisher m_changed;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    ui::Subscription m_snapshots;
};

} // namespace strikedesk::desk
