// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/ticket/ticket_progress.h"

#include "core/base/option_symbol.h"
#include "core/base/zone.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace strikedesk::ui {

namespace {

struct ProgressWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::TicketProgress)
};

QString fromStd(const std::string& text) { return QString::fromStdString(text); }

/// Average price of the fills known of one order.
std::optional<Price> averageFill(const engine::OrderView& view, const ClientOrderId& order) {
    Money value;
    Quantity quantity;
    for (const trade::Fill& fill : view.fills)
        if (fill.clientOrderId == order)
            if (const auto part = tryNotional(fill.price, fill.quantity, 1)) {
                value += *part;
                quantity += fill.quantity;
            }
    return quantity.isPositive() ? std::optional(trade::averagePrice(value, quantity, 1)) : std::nullopt;
}

TicketProgress ended(const engine::OrderView& view, const trade::OrderState& order) {
    const auto price = averageFill(view, order.intent.clientOrderId);
    const QString filled =
        ProgressWords::tr("%1 filled at %2").arg(quantityText(order.filled), priceText(price));
    const bool partly = order.filled.isPositive();
    switch (order.end) {
    case trade::OrderEnd::Filled:
        return {TicketStage::Filled,
                ProgressWords::tr("Filled: %1 at %2.").arg(quantityText(order.filled), priceText(price))};
    case trade::OrderEnd::Rejected:
        return {TicketStage::Refused,
                order.message.empty()
                    ? ProgressWords::tr("The broker refused the order.")
                    : ProgressWords::tr("The broker refused: %1").arg(fromStd(order.message))};
    case trade::OrderEnd::NotSent:
        return {TicketStage::Refused,
                order.message.empty() ? ProgressWords::tr("Not sent. Check the list and try again.")
                                      : ProgressWords::tr("Not sent: %1").arg(sentenceText(order.message))};
    case trade::OrderEnd::Unseen:
        return {TicketStage::Ended, ProgressWords::tr("The broker never saw the order.")};
    case trade::OrderEnd::Expired:
        return {TicketStage::Ended,
                partly ? ProgressWords::tr("Expired, %1.").arg(filled) : ProgressWords::tr("Expired.")};
    case trade::OrderEnd::Canceled:
    case trade::OrderEnd::Replaced:
    case trade::OrderEnd::None:
        break;
    }
    return {TicketStage::Ended,
            partly ? ProgressWords::tr("Cancelled, %1.").arg(filled) : ProgressWords::tr("Cancelled.")};
}

TicketProgress progressOf(const engine::OrderView& view, const trade::OrderState& order) {
    switch (order.phase) {
    case trade::OrderPhase::Recording:
        return {TicketStage::Recorded, ProgressWords::tr("Being written down…")};
    case trade::OrderPhase::Sending:
        return {TicketStage::Sending, ProgressWords::tr("Recorded, on its way to the broker…")};
    case trade::OrderPhase::Unknown:
        return {TicketStage::Unknown,
                ProgressWords::tr("No answer yet. Being looked up; do not send it again.")};
    case trade::OrderPhase::Working:
        return {TicketStage::Working,
                order.filled.isPositive()
                    ? ProgressWords::tr("Working: %1 of %2 filled.")
                          .arg(quantityText(order.filled), quantityText(order.quantity))
                    : ProgressWords::tr("Working at the broker: %1 at %2.")
                          .arg(quantityText(order.quantity), priceText(order.intent.limitPrice))};
    case trade::OrderPhase::Ended:
        break;
    }
    return ended(view, order);
}

void add(std::vector<CheckLine>& lines, const QString& text) { lines.push_back({text, false, false}); }

/// What stands against any order in the contract now.
std::vector<CheckLine> obstacles(const engine::EngineSnapshot& snapshot, const Symbol& contract,
                                 Timestamp now, Duration oldestQuote) {
    std::vector<CheckLine> lines;
    if (snapshot.kill >= trade::KillLevel::BlockEntries)
        add(lines, ProgressWords::tr("The kill switch is on. Release it first."));
    if (snapshot.readiness < trade::Readiness::Ready)
        add(lines, snapshot.why.empty()
                       ? ProgressWords::tr("The desk is not ready yet.")
                       : ProgressWords::tr("The desk is not ready: %1").arg(sentenceText(snapshot.why)));
    if (!snapshot.sessionOpen)
        add(lines,
            ProgressWords::tr("The market is closed. Options trade from 09:30 to 16:00 New York time."));
    const market::BoardRow* row = snapshot.quotes ? snapshot.quotes->find(contract) : nullptr;
    if (row == nullptr || !row->confirmed.market.isSet()) {
        add(lines, ProgressWords::tr("No quote of %1 yet.").arg(contractText(contract)));
        return lines;
    }
    if (row->quote.grade == market::Grade::Delayed) {
        add(lines, ProgressWords::tr("The quotes are 15 minutes late: no entry is priced by them."));
        return lines;
    }
    if (row->quote.grade == market::Grade::Indicative)
        lines.push_back({ProgressWords::tr("Indicative quotes: altered, not the market's own"), true, true});
    if (row->isHalted)
        add(lines, ProgressWords::tr("Trading is halted. Wait for the resume."));
    if (!row->quote.isSane())
        add(lines, ProgressWords::tr("One side of the quote is missing, or it is locked or crossed."));
    if (now.isSet() && now - row->confirmed.market > oldestQuote)
        add(lines, ProgressWords::tr("The quote is %1 old; it is read again before an order leaves.")
                       .arg(durationText(now - row->confirmed.market)));
    return lines;
}

} // namespace

TicketProgress progressOf(const engine::EngineSnapshot& snapshot, const IntentId& intentId) {
    if (snapshot.orders)
        for (const trade::OrderState& order : snapshot.orders->orders)
            if (order.intent.id == intentId)
                return progressOf(*snapshot.orders, order);
    // A ticket the gate refused never became an order; only the notice names it.
    const std::string tail = "-" + intentId.text();
    for (auto notice = snapshot.notices.rbegin(); notice != snapshot.notices.rend(); ++notice)
        if (notice->notice.clientOrderId.text().ends_with(tail) &&
            notice->notice.code.starts_with("refused."))
            return {TicketStage::Refused,
                    ProgressWords::tr("Not sent: %1").arg(sentenceText(notice->notice.message))};
    return {TicketStage::Asked, ProgressWords::tr("Asked for…")};
}

std::vector<CheckLine> checkLines(const engine::EngineSnapshot& snapshot, const Symbol& contract,
                                  const trade::TicketCheck* check, Timestamp now, Duration oldestQuote) {
    std::vector<CheckLine> lines;
    if (contract.isEmpty())
        return lines;
    const auto option = OptionSymbol::tryFrom(contract);
    if (option && now.isSet() && option->expiry() < newYorkDate(now))
        add(lines, ProgressWords::tr("This contract expired on %1. Choose another.")
                       .arg(dateText(option->expiry())));
    if (check == nullptr) {
        const auto against = obstacles(snapshot, contract, now, oldestQuote);
        lines.insert(lines.end(), against.begin(), against.end());
        return lines;
    }
    for (const trade::GateCheck& gate : check->checks)
        lines.push_back({sentenceText(gate.label), gate.passed, gate.isRemark});
    const auto weight = [](const CheckLine& line) { return !line.passed ? 0 : line.isRemark ? 1 : 2; };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const CheckLine& a, const CheckLine& b) { return weight(a) < weight(b); });
    return lines;
}

} // namespace strikedesk::ui
