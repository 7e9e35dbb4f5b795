// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/scripted_desk.h"

#include "tests/gui/support/snapshot_builder.h"

namespace strikedesk::ui {

engine::EngineSnapshot ScriptedDesk::emptySnapshot() {
    engine::EngineSnapshot snapshot;
    snapshot.orders = std::make_shared<const engine::OrderView>();
    snapshot.quotes = std::make_shared<const market::QuoteBoard>();
    snapshot.series = std::make_shared<const market::SeriesView>();
    return snapshot;
}

void ScriptedDesk::show(engine::EngineSnapshot snapshot) {
    snapshot.version = m_snapshot->version + 1;
    if (snapshot.at.market.isSet())
        m_now = snapshot.at.market;
    m_snapshot = std::make_shared<const engine::EngineSnapshot>(std::move(snapshot));
    m_changed.publish();
}

void ScriptedDesk::change(const std::function<void(engine::EngineSnapshot&)>& edit) {
    engine::EngineSnapshot next = *m_snapshot;
    edit(next);
    show(std::move(next));
}

Subscription ScriptedDesk::watch(std::set<Symbol> symbols, market::Attention) {
    watched.insert(symbols.begin(), symbols.end());
    return Subscription([this, symbols = std::move(symbols)] {
        for (const Symbol& symbol : symbols)
            watched.erase(watched.find(symbol));
    });
}

IntentId ScriptedDesk::mintIntentId() { return IntentId("intent-" + std::to_string(++m_minted)); }

} // namespace strikedesk::ui
