// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/session/session.h"
#include "ui/readers/desk_reader.h"

#include <QTimer>

#include <map>
#include <optional>

namespace strikedesk::desk {

/// The running session as the window reads it. It exists before the session does and outlives it, so that the
/// window can open while the venue is still starting. GUI thread.
class LiveDesk final : public ui::DeskReader, public ui::DeskCommands {
public:
    explicit LiveDesk(ui::DeskFacts facts);

    /// Null when there is none (yet): nothing is known then.
    void setSession(session::Session* session);
    session::Session* session() const { return m_session; }
    /// A newer snapshot waits in the session's mailbox.
    void takeSnapshot();
    /// Shown until the next call; an empty sentence when the trouble is over.
    void setTrouble(const std::string& sentence);
    /// Something smaller failed; the session goes on.
    void setMishap(const std::string& sentence);
    void setAccount(const trade::BrokerAccount& account);
    void setFeeds(const std::string& stockFeed, const std::string& optionFeed);

    std::shared_ptr<const engine::EngineSnapshot> snapshot() const override { return m_snapshot; }
    ui::DeskFacts facts() const override;
    /// As the store holds them, newest first.
    void setPastNotices(std::vector<ui::PastNotice> notices);
    const std::vector<ui::PastNotice>& pastNotices() const override { return m_past; }
    Timestamp now() const override;
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    ui::Subscription watch(std::set<Symbol> symbols, market::Attention attention) override;

    void post(engine::UserEvent event) override;
    void kill(trade::KillLevel level) override;
    IntentId mintIntentId() override;
    void draft(std::optional<trade::EntryTicket> ticket) override;

private:
    /// One handle of watch().
    struct Watched {
        std::set<Symbol> symbols;
        market::Attention attention = market::Attention::Shown;
    };

    void applyWatch();
    /// Says that a wish went nowhere, as the engine says a refusal.
    void refuse(ClientOrderId order);

    ui::DeskFacts m_facts;
    std::vector<ui::PastNotice> m_past;
    session::Session* m_session = nullptr;
    std::optional<trade::KillLevel> m_killAsked; ///< while there was no session
    std::shared_ptr<const engine::EngineSnapshot> m_snapshot;
    std::map<std::uint64_t, Watched> m_watched; ///< in the order they were asked for
    std::uint64_t m_lastWatch = 0;
    ui::Publisher m_changed;
    QTimer m_watchSoon; ///< many interests change at once; the venue is told once
    QTimer m_ages;      ///< ages grow without news
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    IdSource m_ids{0};
};

} // namespace strikedesk::desk
