// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/trade_words.h"

namespace strikedesk::ui {

using trade::OrderEnd;
using trade::OrderPhase;
using trade::OrderStatus;

QString TradeWords::intent(trade::PositionIntent intent) {
    switch (intent) {
    case trade::PositionIntent::BuyToOpen:
        return tr("Buy to open");
    case trade::PositionIntent::BuyToClose:
        return tr("Buy to close");
    case trade::PositionIntent::SellToOpen:
        return tr("Sell to open");
    case trade::PositionIntent::SellToClose:
        return tr("Sell to close");
    case trade::PositionIntent::Unspecified:
        break;
    }
    return tr("Unspecified");
}

QString TradeWords::side(trade::Side side) { return side == trade::Side::Buy ? tr("Buy") : tr("Sell"); }

QString TradeWords::role(trade::OrderRole role) {
    switch (role) {
    case trade::OrderRole::Entry:
        return tr("Entry");
    case trade::OrderRole::TakeProfit:
        return tr("Take-profit");
    case trade::OrderRole::Exit:
        return tr("Exit");
    }
    return {};
}

QString TradeWords::exitReason(std::string_view word) {
    using trade::ExitReason;
    const auto is = [&](ExitReason reason) { return word == trade::toText(reason); };
    if (word.empty() || is(ExitReason::None))
        return QString(QChar(0x2014));
    if (is(ExitReason::ProfitTarget))
        return tr("Profit target");
    if (is(ExitReason::StopLoss))
        return tr("Stop");
    if (is(ExitReason::TimeExit))
        return tr("Time");
    if (is(ExitReason::Manual))
        return tr("By hand");
    if (is(ExitReason::KillSwitch))
        return tr("Kill switch");
    if (is(ExitReason::Broker))
        return tr("At the broker");
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

namespace {

QString endWord(OrderEnd end) {
    switch (end) {
    case OrderEnd::None:
        return TradeWords::tr("Ended");
    case OrderEnd::Filled:
        return TradeWords::tr("Filled");
    case OrderEnd::Canceled:
        return TradeWords::tr("Cancelled");
    case OrderEnd::Expired:
        return TradeWords::tr("Expired");
    case OrderEnd::Replaced:
        return TradeWords::tr("Replaced");
    case OrderEnd::Rejected:
        return TradeWords::tr("Rejected");
    case OrderEnd::NotSent:
        return TradeWords::tr("Not sent");
    case OrderEnd::Unseen:
        return TradeWords::tr("Never seen");
    }
    return {};
}

QString workingWord(const trade::OrderState& order) {
    if (order.cancelWanted)
        return TradeWords::tr("Cancelling");
    if (order.filled.isPositive())
        return TradeWords::tr("Part filled");
    switch (order.status) {
    case OrderStatus::PendingNew:
        return TradeWords::tr("Arriving");
    case OrderStatus::PendingCancel:
        return TradeWords::tr("Cancelling");
    case OrderStatus::PendingReplace:
        return TradeWords::tr("Replacing");
    case OrderStatus::Held:
        return TradeWords::tr("Held");
    case OrderStatus::Suspended:
    case OrderStatus::Stopped:
        return TradeWords::tr("Suspended");
    case OrderStatus::DoneForDay:
        return TradeWords::tr("Done for today");
    default:
        return TradeWords::tr("Working");
    }
}

} // namespace

QString TradeWords::state(const trade::OrderState& order) {
    switch (order.phase) {
    case OrderPhase::Recording:
        return tr("Recording");
    case OrderPhase::Sending:
        return tr("Sending");
    case OrderPhase::Unknown:
        return tr("UNKNOWN");
    case OrderPhase::Working:
        return workingWord(order);
    case OrderPhase::Ended:
        return endWord(order.end);
    }
    return {};
}

WordTone TradeWords::tone(const trade::OrderState& order) {
    switch (order.phase) {
    case OrderPhase::Recording:
    case OrderPhase::Sending:
        return WordTone::Busy;
    case OrderPhase::Unknown:
        return WordTone::Warn;
    case OrderPhase::Working:
        return order.cancelWanted ? WordTone::Busy : WordTone::Plain;
    case OrderPhase::Ended:
        if (!order.missing().isZero())
            return WordTone::Warn;
        if (order.end == OrderEnd::Filled)
            return WordTone::Good;
        return order.end == OrderEnd::Rejected || order.end == OrderEnd::Unseen ||
                       order.end == OrderEnd::NotSent
                   ? WordTone::Bad
                   : WordTone::Quiet;
    }
    return WordTone::Plain;
}

QString TradeWords::stateHelp(const trade::OrderState& order) {
    switch (order.phase) {
    case OrderPhase::Recording:
        return tr("The decision is being written to disk. Nothing has left yet.");
    case OrderPhase::Sending:
        return tr("Written to disk. The one request to the broker is on its way.");
    case OrderPhase::Unknown:
        return tr("The request left but no answer came, so the order may or may not be at the broker. It "
                  "counts as if it were and is never sent again. It is being looked up; nothing is needed "
                  "from you.");
    case OrderPhase::Working:
        return order.cancelWanted ? tr("A cancel was asked for. It may still fill until the broker confirms.")
                                  : tr("At the broker.");
    case OrderPhase::Ended:
        break;
    }
    if (!order.missing().isZero())
        return tr("The broker counts more filled than the fills that have arrived. The rest is being asked "
                  "for.");
    if (order.end == OrderEnd::NotSent)
        return tr("Stopped here. The broker never saw it.");
    if (order.end == OrderEnd::Unseen)
        return tr("Looked for at the broker until the time limit and never found. Check the broker's own "
                  "page if you are in doubt.");
    return {};
}

QString TradeWords::foreignState(const trade::BrokerOrder& order) {
    if (order.status == OrderStatus::Unrecognised)
        return QString::fromStdString(order.statusWord);
    if (order.status == OrderStatus::PartiallyFilled)
        return tr("Part filled");
    if (!trade::isTerminal(order.status))
        return order.status == OrderStatus::PendingCancel ? tr("Cancelling") : tr("Working");
    switch (order.status) {
    case OrderStatus::Filled:
        return tr("Filled");
    case OrderStatus::Canceled:
        return tr("Cancelled");
    case OrderStatus::Expired:
        return tr("Expired");
    case OrderStatus::Replaced:
        return tr("Replaced");
    default:
        return tr("Rejected");
    }
}

} // namespace strikedesk::ui
