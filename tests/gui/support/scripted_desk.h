// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

#include <set>
#include <vector>

namespace strikedesk::ui {

/// A desk that shows what a test tells it and writes down what it is asked.
class ScriptedDesk final : public DeskReader, public DeskCommands {
public:
    ScriptedDesk() : m_snapshot(std::make_shared<engine::EngineSnapshot>(emptySnapshot())) {}
    /// A snapshot of a program that has heard of nothing yet.
    static engine::EngineSnapshot emptySnapshot();

    /// Shows a newer snapshot; its version is set to the next one.
    void show(engine::EngineSnapshot snapshot);
    /// Changes the newest snapshot and shows the result.
    void change(const std::function<void(engine::EngineSnapshot&)>& edit);
    void setFacts(DeskFacts facts) {
        m_facts = std::move(facts);
        m_changed.publish();
    }
    void setNow(Timestamp now) { m_now = now; }

    std::shared_ptr<const engine::EngineSnapshot> snapshot() const override { return m_snapshot; }
    DeskFacts facts() const override { return m_facts; }
    Timestamp now() const override { return m_now; }
    const std::vector<PastNotice>& pastNotices() const override { return past; }
    Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    Subscription watch(std::set<Symbol> symbols, market::Attention attention) override;

    void post(engine::UserEvent event) override { posted.push_back(std::move(event)); }
    void kill(trade::KillLevel level) override { kills.push_back(level); }
    IntentId mintIntentId() override;
    void draft(std::optional<trade::EntryTicket> ticket) override { drafts.push_back(std::move(ticket)); }

    /// The posted events of one kind, in order.
    template <class E>
    std::vector<E> postedOf() const {
        std::vector<E> found;
        for (const auto& event : posted)
            if (const auto* held = std::get_if<E>(&event))
                found.push_back(*held);
        return found;
    }

    std::vector<engine::UserEvent> posted;
    std::vector<trade::KillLevel> kills;
    std::vector<PastNotice> past;
    std::vector<std::optional<trade::EntryTicket>> drafts;
    std::multiset<Symbol> watched;

private:
    std::shared_ptr<const engine::EngineSnapshot> m_snapshot;
    DeskFacts m_facts;
    Timestamp m_now;
    Publisher m_changed;
    std::uint64_t m_minted = 0;
};

} // namespace strikedesk::ui
