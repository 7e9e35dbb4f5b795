// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"

#include <algorithm>

// What readers see of the engine.

namespace strikedesk::engine {

namespace {

constexpr Duration kDraftReadPause = Duration::seconds(2);
/// After a change of the symbol: a person who runs through a chain must not use the requests up.
constexpr Duration kDraftChangePause = Duration::milliseconds(500);

} // namespace

void Engine::driveDraft() {
    if (!m_draft || m_draft->symbol.isEmpty() || !m_facts.sessionOpen)
        return;
    const Duration pause = m_draft->symbol == m_draftReadFor ? kDraftReadPause : kDraftChangePause;
    if (m_draftReadAt != MonoTime() && m_now.mono - m_draftReadAt < pause)
        return;
    // Read at half the limit: the ticket of a quiet contract stays one that may be sent.
    const auto age = m_quotes.age(m_draft->symbol, m_now.market);
    if (age && *age * 2 <= m_config.settings.manualQuoteAge)
        return;
    m_draftReadFor = m_draft->symbol;
    m_draftReadAt = m_now.mono;
    m_commands.emplace_back(trade::TradeCommand(trade::ReadQuotes{{m_draft->symbol}}));
}

/// A view copies the whole book, so it is made anew only when it may differ. Time and market data change
/// orders by way of commands alone, and figures of trades that are not closed.
void Engine::noteOrderChanges(const Event& event) {
    const auto* system = std::get_if<SystemEvent>(&event);
    const bool isQuiet = std::holds_alternative<MarketEvent>(event) ||
                         (system != nullptr && std::holds_alternative<TimeAdvanced>(*system));
    if (!isQuiet || !m_orders.book().openTrades().empty())
        m_orderViewStale = true;
}

TradeView Engine::viewOf(const trade::TradeState& state) const {
    const trade::TradeBook& book = m_orders.book();
    TradeView trade;
    trade.state = state;
    if (const trade::TradeTotals* totals = book.ledger().trade(state.id))
        trade.totals = *totals;
    trade.open = book.openQuantity(state);
    trade.averageEntry = trade::averagePrice(trade.totals.entryValue, trade.totals.entered, state.multiplier);
    if (const market::BoardRow* row = m_quotes.find(state.symbol))
        trade.mark = trade::markOf(row->quote, row->last, {});
    if (trade.open.isPositive() && trade.mark.source != trade::MarkSource::None)
        trade.unrealised =
            trade::unrealisedProfit(trade.averageEntry, trade.mark.price,
                                    state.isLong() ? trade.open : -trade.open, state.multiplier);
    return trade;
}

std::optional<Money> Engine::tradingGain() const {
    Money gain = m_orders.book().ledger().realisedNet();
    for (const IntentId& id : m_orders.book().openTrades())
        if (const trade::TradeState* state = m_orders.book().trade(id)) {
            const TradeView trade = viewOf(*state);
            if (trade.open.isPositive() && trade.mark.source == trade::MarkSource::None)
                return std::nullopt;
            gain += trade.unrealised;
        }
    return gain;
}

void Engine::refreshOrderView() {
    const trade::TradeBook& book = m_orders.book();
    auto view = std::make_shared<OrderView>();
    for (const auto& [id, order] : book.orders())
        view->orders.push_back(order);
    std::stable_sort(view->orders.begin(), view->orders.end(),
                     [](const auto& a, const auto& b) { return a.intent.createdAt < b.intent.createdAt; });
    for (const auto& [id, state] : book.trades())
        view->trades.push_back(viewOf(state));
    view->external = m_orders.externalPositions();
    for (const auto& [id, order] : m_orders.foreignOrders())
        view->foreign.push_back(order);
    view->fills = book.ledger().fills();
    view->realisedNet = book.ledger().realisedNet();
    m_orderView = std::move(view);
    m_orderViewStale = false;
}

EngineSnapshot Engine::snapshot() {
    if (m_orderViewStale && m_orders.isDurable())
        refreshOrderView();
    EngineSnapshot snapshot;
    snapshot.version = m_version;
    snapshot.at = m_now;
    snapshot.readiness = m_facts.readiness;
    snapshot.why = m_why;
    snapshot.kill = m_orders.book().kill();
    snapshot.sessionOpen = m_facts.sessionOpen;
    snapshot.account = m_facts.account;
    // The account is read every few seconds; what our trades gained since is known at once.
    if (m_facts.account && m_facts.account->equity) {
        const std::optional<Money> gain = tradingGain();
        const bool isKnown = gain && m_gainAtAccountRead;
        snapshot.equity = *m_facts.account->equity + (isKnown ? *gain - *m_gainAtAccountRead : Money());
    }
    if (snapshot.equity && m_facts.account->lastEquity)
        snapshot.dayProfit = *snapshot.equity - *m_facts.account->lastEquity;
    if (m_draft)
        snapshot.ticketCheck = std::make_shared<const trade::TicketCheck>(
            trade::checkTicket(*m_draft, m_orders.book(), m_orders.memory(), context()));
    for (const auto& [channel, state] : m_linkStates) {
        const auto reason = m_linkReasons.find(channel);
        snapshot.links[channel] =
            LinkView{state, reason == m_linkReasons.end() ? std::string() : reason->second,
                     channel == Channel::OrderStream ? market::Vendor::Alpaca : servingVendor(channel)};
    }
    if (!m_notStreamed) {
        std::set<Symbol> all;
        for (const auto& [channel, leftOut] : m_leftOut)
            all.insert(leftOut.begin(), leftOut.end());
        m_notStreamed = std::make_shared<const std::set<Symbol>>(std::move(all));
    }
    snapshot.notStreamed = m_notStreamed;
    snapshot.orders = m_orderView;
    snapshot.series = seriesView();
    snapshot.quotes = std::make_shared<market::QuoteBoard>(m_quotes);
    snapshot.notices.assign(m_notices.begin(), m_notices.end());
    return snapshot;
}

} // namespace strikedesk::engine
