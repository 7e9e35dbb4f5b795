// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/witness.h"

#include <algorithm>

// What is decided, made durable, and shown.

namespace strikedesk::simulation {

namespace {

constexpr Duration kRepeated = Duration::seconds(10);

/// Whether two states of an order are the same as far as the log tells.
bool isSame(const trade::OrderState& a, const trade::OrderState& b) {
    const auto phase = [](const trade::OrderState& order) {
        // That its request may have left is in no record; a restart treats both alike.
        return order.phase == trade::OrderPhase::Sending ? trade::OrderPhase::Recording : order.phase;
    };
    return phase(a) == phase(b) && a.end == b.end && a.brokerId == b.brokerId && a.status == b.status &&
           a.quantity == b.quantity && a.filled == b.filled && a.reported == b.reported &&
           a.cancelWanted == b.cancelWanted && a.replaceRefused == b.replaceRefused;
}

bool isSame(const trade::TradeState& a, const trade::TradeState& b) {
    return a.phase == b.phase && a.reason == b.reason && a.target == b.target && a.orders == b.orders &&
           a.plan.stop == b.plan.stop && a.exitSuspended == b.exitSuspended;
}

void raise(Quantity& highest, Quantity candidate) { highest = std::max(highest, candidate); }

/// The first of two maps' entries that differ, or empty.
template <class Map>
std::string difference(const Map& a, const Map& b) {
    for (const auto& [id, value] : a) {
        const auto other = b.find(id);
        if (other == b.end() || !isSame(value, other->second))
            return id.text();
    }
    return a.size() == b.size() ? std::string() : std::string("their number");
}

} // namespace

void Witness::fail(Check check, const std::string& what) {
    if (!m_breach)
        m_breach = Breach{check, what};
}

void Witness::onStart(const std::vector<trade::OrderRecord>& log, Moment now) {
    m_emitted = log;
    m_logFailed = false;
    m_changed.clear();
    m_asked.clear();
    m_quotes.clear();
    m_kill = m_durableKill;
    // What was decided and never became durable never happened; what is known of the broker stays.
    std::map<ClientOrderId, OrderNote> before = std::exchange(m_orders, {});
    m_trades.clear();
    m_intents.clear();
    for (const trade::OrderRecord& record : log)
        take(record, now);
    for (auto& [id, note] : before) {
        const auto kept = m_orders.find(id);
        if (kept == m_orders.end() && note.history.empty() && !note.wasSent)
            continue;
        OrderNote& after = m_orders[id];
        after.isDurable = note.isDurable;
        after.wasSent = note.wasSent;
        after.liedTo = note.liedTo;
        after.brokerId = note.brokerId;
        after.history = std::move(note.history);
    }
    m_changed.clear();
}

void Witness::onRestored(const trade::TradeBook& book) {
    count(Check::Kill);
    if (book.kill() != m_durableKill)
        fail(Check::Kill, "the kill switch did not survive the restart as it was written");
}

void Witness::takeIntent(const trade::OrderIntent& intent) {
    count(Check::LogOnce);
    OrderNote& note = m_orders[intent.clientOrderId];
    if (note.intent || !m_intents.insert(intent.id).second)
        fail(Check::LogOnce, "an intent was recorded twice: " + intent.clientOrderId.text());
    note.intent = intent;
    TradeNote& trade = m_trades[intent.tradeId];
    trade.orders.push_back(intent.clientOrderId);
    trade.symbol = intent.symbol;
    if (!intent.isEntry() || intent.isReplace())
        return;
    trade.plan = intent.plan;
    count(Check::OneOrder);
    if (!trade.opening.isEmpty())
        fail(Check::OneOrder, "two orders were decided for one ticket: " + intent.tradeId.text());
    trade.opening = intent.clientOrderId;
}

void Witness::take(const trade::OrderRecord& record, Moment now) {
    ++m_number;
    if (const auto* intent = std::get_if<trade::IntentRecorded>(&record)) {
        takeIntent(intent->intent);
    } else if (const auto* outcome = std::get_if<trade::OutcomeRecorded>(&record)) {
        OrderNote& note = m_orders[outcome->clientOrderId];
        if (outcome->verdict == trade::WriteVerdict::Unknown && !note.unknownSince) {
            note.unknownSince = now.mono;
            note.negatives = 0;
        }
    } else if (const auto* cancel = std::get_if<trade::CancelRecorded>(&record)) {
        // Kill level 3 cancels orders of others too; only ours have notes.
        if (const auto note = m_orders.find(cancel->clientOrderId); note != m_orders.end())
            note->second.cancelWanted.emplace(m_step);
    } else if (const auto* plan = std::get_if<trade::PlanChanged>(&record)) {
        m_trades[plan->tradeId].plan = plan->plan;
    } else if (const auto* exit = std::get_if<trade::ExitStarted>(&record)) {
        m_trades[exit->tradeId].exit = *exit;
        m_trades[exit->tradeId].exitNumber = m_number;
    } else if (const auto* kill = std::get_if<trade::KillRecorded>(&record)) {
        m_kill = kill->level;
        if (kill->level >= trade::KillLevel::CancelAll)
            m_suspendedAt = m_number;
    }
}

void Witness::onRecords(const std::vector<trade::OrderRecord>& records, const trade::TradeBook& book,
                        const trade::VenueBook& venue, Moment now) {
    const trade::KillLevel before = m_kill;
    for (const trade::OrderRecord& record : records) {
        if (const auto* unseen = std::get_if<trade::UnseenRecorded>(&record))
            checkGivenUp(unseen->clientOrderId, venue, now);
        if (const auto* exit = std::get_if<trade::ExitStarted>(&record))
            checkStop(*exit, now);
        take(record, now);
        if (const auto* kill = std::get_if<trade::KillRecorded>(&record)) {
            count(Check::Kill);
            if (kill->level < before && kill->level != trade::KillLevel::None)
                fail(Check::Kill, "a weaker kill took a stronger one back");
        }
        if (const auto* intent = std::get_if<trade::IntentRecorded>(&record)) {
            m_changed.insert(intent->intent.clientOrderId);
            checkPrice(intent->intent);
            if (!intent->intent.isEntry())
                continue;
            count(Check::Repeated);
            const trade::OrderIntent& asked = intent->intent;
            const std::string key =
                asked.symbol.text() + ' ' + asked.quantity.text() + ' ' + asked.limitPrice->text();
            const auto last = m_asked.find(key);
            if (last != m_asked.end() && now.mono - last->second < kRepeated)
                fail(Check::Repeated, "equal tickets became two orders within ten seconds: " + key);
            m_asked[key] = now.mono;
        } else if (const auto* observed = std::get_if<trade::OrderObserved>(&record)) {
            m_changed.insert(observed->clientOrderId);
        } else if (const auto* outcome = std::get_if<trade::OutcomeRecorded>(&record)) {
            m_changed.insert(outcome->clientOrderId);
        } else if (const auto* fill = std::get_if<trade::FillRecorded>(&record)) {
            m_changed.insert(fill->fill.clientOrderId);
        } else if (const auto* seen = std::get_if<trade::UnseenRecorded>(&record)) {
            m_changed.insert(seen->clientOrderId);
        } else if (const auto* cancel = std::get_if<trade::CancelRecorded>(&record)) {
            m_changed.insert(cancel->clientOrderId);
        }
    }
    m_emitted.insert(m_emitted.end(), records.begin(), records.end());
    count(Check::Kill);
    if (book.kill() != m_kill)
        fail(Check::Kill, "the kill switch in force is not the one recorded");
}

void Witness::onDurable(const std::vector<trade::OrderRecord>& records) {
    for (const trade::OrderRecord& record : records) {
        if (const auto* intent = std::get_if<trade::IntentRecorded>(&record))
            m_orders[intent->intent.clientOrderId].isDurable = true;
        if (const auto* fill = std::get_if<trade::FillRecorded>(&record))
            raise(m_durableFills[fill->fill.brokerOrderId], fill->fill.cumulativeAfter);
        if (const auto* kill = std::get_if<trade::KillRecorded>(&record))
            m_durableKill = kill->level;
    }
}

void Witness::checkReplay(const trade::TradeBook& book) {
    if (m_logFailed)
        return; // what failed to be written is known to the program only until it ends
    count(Check::Replay);
    trade::TradeBook folded;
    for (const trade::OrderRecord& record : m_emitted)
        folded.apply(record);
    if (const std::string id = difference(book.orders(), folded.orders()); !id.empty())
        return fail(Check::Replay, "the log does not give the order back: " + id);
    if (const std::string id = difference(book.trades(), folded.trades()); !id.empty())
        return fail(Check::Replay, "the log does not give the trade back: " + id);
    if (book.ledger().fills().size() != folded.ledger().fills().size() ||
        book.ledger().cash() != folded.ledger().cash() || book.kill() != folded.kill())
        fail(Check::Replay, "the log does not give the ledger back");
}

void Witness::onShown(const engine::OrderView& view) {
    count(Check::Shown);
    for (const trade::Fill& fill : view.fills)
        // A worked-out fill may have been cut to pieces since; none reaches beyond what is written.
        if (const auto written = m_durableFills.find(fill.brokerOrderId);
            written == m_durableFills.end() || written->second < fill.cumulativeAfter)
            return fail(Check::Shown, "a fill was shown before it was durable: " + fill.clientOrderId.text());
}

void Witness::checkGivenUp(const ClientOrderId& id, const trade::VenueBook& venue, Moment now) {
    constexpr Duration kHorizon = Duration::seconds(60);
    count(Check::GivesUpLate);
    const OrderNote& note = m_orders[id];
    const bool longEnough = note.unknownSince && note.negatives >= 3 &&
                            note.lastNegative - *note.unknownSince >= kHorizon &&
                            now.mono - *note.unknownSince >= kHorizon;
    const auto target =
        note.intent && note.intent->isReplace() ? venue.orderByClientId(note.intent->replaces) : std::nullopt;
    const bool lostTarget =
        target && isTerminal(target->status) && target->status != trade::OrderStatus::Replaced;
    if (!longEnough && !lostTarget)
        fail(Check::GivesUpLate, "an order was given up too early: " + id.text() + ", " +
                                     std::to_string(note.negatives) + " negatives");
}

} // namespace strikedesk::simulation
