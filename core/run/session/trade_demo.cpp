// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/trade_demo.h"

#include "core/base/zone.h"
#include "core/trade/orders/trade_book.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace strikedesk::session {

namespace {

constexpr int kEntryAttempts = 8;
constexpr int kLookEveryMs = 100;

std::string clockText(Timestamp at) {
    const NewYorkTime time = toNewYork(at);
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", time.hour(), time.minute(), time.second());
    return text;
}

/// How good a contract is for the demonstration; lower is better, nothing when it cannot be used.
std::optional<double> unfitness(const alpaca::Snapshot& row, Price spot, Date today) {
    const auto option = OptionSymbol::tryFrom(row.symbol);
    if (!option || option->right() != OptionRight::Call || !row.latestQuote || !row.latestQuote->isSane())
        return std::nullopt;
    const int days = option->expiry() - today;
    const double spread = row.latestQuote->spreadFraction().value_or(1.0);
    const Price mid = *row.latestQuote->mid();
    if (days < 1 || days > 60 || spread > 0.15 || mid < Price::fromCents(40) || row.latestQuote->askSize < 1)
        return std::nullopt;
    const double away = std::abs(option->strike().toDoubleLossy() / spot.toDoubleLossy() - 1.0);
    return away * 10.0 + spread + days / 400.0;
}

Money profitOf(const std::vector<trade::Fill>& fills) {
    Money sum;
    for (const trade::Fill& fill : fills) {
        const Money value = notional(fill.price, fill.quantity, fill.multiplier);
        sum += fill.side == trade::Side::Sell ? value : -value;
        sum -= fill.fee;
    }
    return sum;
}

} // namespace

TradeDemo::TradeDemo(Session& session, TradeDemoPlan plan) : m_session(session), m_plan(plan) {}

void TradeDemo::start() {
    m_session.snapshotReady = [this] { onSnapshot(); };
    m_session.journaled = [this](const store::JournalEntry& entry) {
        if (entry.id != m_tradeId.text())
            return;
        m_report.journal = entry;
        m_journaled = true;
    };
    m_session.watch({{m_plan.underlying}});
    m_patience.setSingleShot(true);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience,
                     [this] { fail("The demonstration did not come to an end in time."); });
    m_patience.start(static_cast<int>(m_plan.giveUpAfter.toMilliseconds()));
    QObject::connect(&m_look, &QTimer::timeout, &m_look, [this] { onSnapshot(); });
    m_look.start(kLookEveryMs);
}

void TradeDemo::tell(const std::string& line) {
    if (say)
        say(clockText(m_session.now().market) + "  " + line);
}

void TradeDemo::fail(const std::string& why) {
    if (m_stage == Stage::Over)
        return;
    m_report.failure = why;
    finish();
}

void TradeDemo::finish() {
    m_stage = Stage::Over;
    m_patience.stop();
    m_look.stop();
    if (finished)
        finished(m_report);
}

void TradeDemo::onSnapshot() {
    const auto snapshot = m_session.snapshot();
    if (!snapshot)
        return;
    tellNotices(*snapshot);
    switch (m_stage) {
    case Stage::WaitReady:
        return waitReady(*snapshot);
    case Stage::WaitUnderlying:
        return chooseContract(*snapshot);
    case Stage::WaitChain:
        return submit(*snapshot);
    case Stage::WaitFill:
        return watchEntry(*snapshot);
    case Stage::Holding:
    case Stage::Closing:
        return watchTrade(*snapshot);
    case Stage::Settling:
        return settle(*snapshot);
    case Stage::Over:
        return;
    }
}

void TradeDemo::tellNotices(const engine::EngineSnapshot& snapshot) {
    for (const engine::NumberedNotice& notice : snapshot.notices)
        if (notice.number > m_noticesTold) {
            m_noticesTold = notice.number;
            tell("notice: " + notice.notice.message);
        }
    for (std::size_t i = m_fillsTold; i < snapshot.orders->fills.size(); ++i) {
        const trade::Fill& fill = snapshot.orders->fills[i];
        if (fill.tradeId == m_tradeId)
            tell(std::string(fill.side == trade::Side::Buy ? "bought " : "sold ") + fill.quantity.text() +
                 " at " + fill.price.text());
    }
    m_fillsTold = snapshot.orders->fills.size();
}

void TradeDemo::waitReady(const engine::EngineSnapshot& snapshot) {
    if (snapshot.readiness < trade::Readiness::Ready || !snapshot.account || !snapshot.sessionOpen)
        return;
    m_cashBefore = snapshot.account->cash;
    tell("READY: account " + snapshot.account->number.text() + ", cash " +
         (m_cashBefore ? m_cashBefore->text() : "unknown"));
    m_stage = Stage::WaitUnderlying;
}

void TradeDemo::chooseContract(const engine::EngineSnapshot& snapshot) {
    const market::BoardRow* row = snapshot.quotes->find(m_plan.underlying);
    const auto spot = row == nullptr ? std::nullopt : row->quote.mid();
    if (!spot || m_askedAt)
        return;
    m_askedAt = snapshot.at.market;
    tell(m_plan.underlying.text() + " trades at " + spot->text() + "; reading its chain");
    alpaca::ContractFilter filter;
    filter.expiryFrom = newYorkDate(snapshot.at.market);
    filter.expiryTo = *filter.expiryFrom + 60;
    filter.right = OptionRight::Call;
    m_session.chain(
        m_plan.underlying, filter, Duration(),
        [this, spot = *spot](const Result<workers::ChainAnswer>& chain) { onChain(chain, spot); });
}

void TradeDemo::onChain(const Result<workers::ChainAnswer>& chain, Price spot) {
    if (m_stage != Stage::WaitUnderlying)
        return;
    if (!chain) {
        fail("The option chain could not be read: " + chain.error().message);
        return;
    }
    const Date today = newYorkDate(m_session.now().market);
    const alpaca::Snapshot* best = nullptr;
    double bestScore = 0;
    for (const alpaca::Snapshot& row : chain->rows)
        if (const auto score = unfitness(row, spot, today);
            score && (best == nullptr || *score < bestScore)) {
            best = &row;
            bestScore = *score;
        }
    if (best == nullptr) {
        // Right after the open some chains have no usable quote yet; look again.
        m_askedAt.reset();
        return;
    }
    m_report.contract = best->symbol;
    tell("picked " + best->symbol.text() + ", " + best->latestQuote->bid.text() + " bid, " +
         best->latestQuote->ask.text() + " ask, out of " + std::to_string(chain->rows.size()) + " contracts");
    m_session.watch({{best->symbol}, {m_plan.underlying}});
    m_stage = Stage::WaitChain;
}

void TradeDemo::submit(const engine::EngineSnapshot& snapshot) {
    const market::BoardRow* row = snapshot.quotes->find(m_report.contract);
    // The stream says only what changes; the first sight of a quiet contract may take a while, and the engine
    // reads a quote itself when it is too old to trade on.
    if (row == nullptr || !row->quote.isSane())
        return;
    if (++m_report.entryAttempts > kEntryAttempts)
        return fail("The entry was refused again and again; the notices above say why.");
    const Price ask = row->quote.ask;
    const Price limit = roundUpToTick(ask, trade::tickOf(m_report.contract, ask));
    trade::EntryTicket ticket;
    ticket.intentId = m_session.mintIntentId();
    ticket.symbol = m_report.contract;
    ticket.quantity = Quantity::whole(m_plan.contracts);
    ticket.limitPrice = limit;
    trade::TakeProfit target;
    target.kind = trade::TakeProfit::Kind::PlusPercent;
    target.percentUnits = m_plan.targetPercentHundredths;
    ticket.plan.takeProfit = target;
    const Price stop = Price::fromUnits(limit.units() * (100 - m_plan.stopPercent) / 100);
    ticket.plan.stop = roundDownToTick(stop, trade::tickOf(m_report.contract, stop));
    ticket.fillWait = m_session.settings().duration("orders.fill_wait_seconds");
    m_tradeId = ticket.intentId;
    m_report.entryLimitValue = notional(limit, ticket.quantity, ticket.multiplier);
    tell("buying " + ticket.quantity.text() + " at " + limit.text() + ", take-profit +" +
         std::to_string(m_plan.targetPercentHundredths / 100) + " %, stop " + ticket.plan.stop->text());
    m_session.post(engine::TicketSubmitted{ticket});
    m_askedAt = snapshot.at.market;
    m_stage = Stage::WaitFill;
}

const engine::TradeView* TradeDemo::trade(const engine::EngineSnapshot& snapshot) const {
    const auto& trades = snapshot.orders->trades;
    const auto found = std::find_if(trades.begin(), trades.end(),
                                    [this](const auto& view) { return view.state.id == m_tradeId; });
    return found == trades.end() ? nullptr : &*found;
}

void TradeDemo::watchEntry(const engine::EngineSnapshot& snapshot) {
    const engine::TradeView* view = trade(snapshot);
    if (view == nullptr ||
        (view->state.phase == trade::TradePhase::Closed && view->totals.entered.isZero())) {
        // Refused or not filled: look at the market again and try with a new ticket.
        const Duration waited = snapshot.at.market - m_askedAt.value_or(snapshot.at.market);
        const bool ended = view != nullptr;
        if (ended || waited > Duration::minutes(2))
            m_stage = Stage::WaitChain;
        return;
    }
    if (view->open.isPositive()) {
        m_heldSince = snapshot.at.market;
        m_stage = Stage::Holding;
    } else if (view->state.phase == trade::TradePhase::Closed) {
        m_stage = Stage::Closing;
    }
}

void TradeDemo::watchTrade(const engine::EngineSnapshot& snapshot) {
    const engine::TradeView* view = trade(snapshot);
    if (view == nullptr)
        return;
    for (const trade::OrderState& order : snapshot.orders->orders)
        if (order.intent.tradeId == m_tradeId && order.intent.role == trade::OrderRole::TakeProfit &&
            order.phase == trade::OrderPhase::Working && m_ordersTold == 0) {
            ++m_ordersTold;
            tell("take-profit for " + order.quantity.text() + " works at the venue at " +
                 (order.intent.limitPrice ? order.intent.limitPrice->text() : "?"));
        }
    if (view->state.phase == trade::TradePhase::Closed) {
        m_report.exitReason = std::string(trade::toText(view->state.reason));
        tell("flat again, exit reason " + m_report.exitReason);
        m_closedAt = snapshot.at.market;
        m_stage = Stage::Settling;
        return;
    }
    if (m_stage == Stage::Holding && m_heldSince && snapshot.at.market - *m_heldSince > m_plan.holdAtMost) {
        tell("held long enough; closing by hand");
        m_session.post(engine::CloseRequested{m_tradeId, trade::ExitReason::Manual});
        m_stage = Stage::Closing;
    }
}

void TradeDemo::settle(const engine::EngineSnapshot& snapshot) {
    m_report.fills.clear();
    for (const trade::Fill& fill : snapshot.orders->fills)
        if (fill.tradeId == m_tradeId)
            m_report.fills.push_back(fill);
    m_report.profitFromFills = profitOf(m_report.fills);
    if (snapshot.account && snapshot.account->cash && m_cashBefore)
        m_report.cashChange = *snapshot.account->cash - *m_cashBefore;
    // The broker's cash is read by the next sweep; wait until it tells of this trade.
    const bool cashAgrees = m_report.cashChange && *m_report.cashChange == m_report.profitFromFills;
    if (!m_journaled || !cashAgrees)
        return;
    m_report.passed = m_report.journal.netPnl == m_report.profitFromFills;
    if (!m_report.passed)
        m_report.failure = "The journal's profit differs from the fills'.";
    finish();
}

} // namespace strikedesk::session
