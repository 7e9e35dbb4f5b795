// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/matrix/ladder_commands.h"

#include "ui/theme/format.h"

#include <QCoreApplication>

namespace strikedesk::ui {

namespace {

struct Ladder {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::LadderCommands)
};

LadderAnswer said(const QString& sentence) {
    LadderAnswer answer;
    answer.sentence = sentence;
    return answer;
}

LadderAnswer refused(const QString& sentence) {
    LadderAnswer answer = said(sentence);
    answer.tone = LadderTone::Refused;
    return answer;
}

/// The price `from` is shown at, for finding what is drawn in the same row.
bool isSameRow(const LadderModel& ladder, Price a, Price b) {
    return ladder.grid().indexBelow(a) == ladder.grid().indexBelow(b);
}

/// The plan of every trade that holds something, with one change.
template <class Change>
LadderAnswer replan(const LadderModel& ladder, const QString& sentence, Change change,
                    bool mayFillAtOnce = false) {
    LadderAnswer answer = said(sentence);
    for (const HeldTrade& trade : ladder.book().trades) {
        engine::PlanRequested request{trade.id, trade.plan, mayFillAtOnce};
        if (change(trade, request.plan))
            answer.events.emplace_back(std::move(request));
    }
    return answer;
}

trade::TakeProfit targetAt(Price price) {
    trade::TakeProfit target;
    target.kind = trade::TakeProfit::Kind::AtPrice;
    target.price = price;
    return target;
}

/// Why the trades may not aim at a price, or empty.
QString whyNoTarget(const LadderModel& ladder, Price price) {
    for (const HeldTrade& trade : ladder.book().trades) {
        if (trade.isExiting)
            return Ladder::tr("This position is being closed already.");
        if (trade.plan.stop && *trade.plan.stop >= price)
            return Ladder::tr("%1 is at or below your stop at %2. Flatten with F, or move the stop first.")
                .arg(priceText(price), priceText(*trade.plan.stop));
    }
    return {};
}

/// Why the stop may not lie at a price, or empty. One at or above the market would act at once.
QString whyNoStop(const LadderModel& ladder, Price price) {
    for (const HeldTrade& trade : ladder.book().trades)
        if (trade.target && price >= *trade.target)
            return Ladder::tr("The stop must stay below the take-profit at %1.")
                .arg(priceText(*trade.target));
    const auto middle = ladder.book().middle();
    if (middle && price >= *middle)
        return Ladder::tr("A stop at %1 would act at once: the market is at %2. Flatten with F to leave now.")
            .arg(priceText(price), priceText(*middle));
    return {};
}

} // namespace

LadderAnswer buyAt(const LadderModel& ladder, Price price, bool isArmed) {
    if (ladder.book().contract.isEmpty())
        return refused(Ladder::tr("Choose a contract first."));
    if (!ladder.grid().holds(price))
        return refused(Ladder::tr("%1 is not a price this contract trades at.").arg(priceText(price)));
    LadderAnswer answer = said(
        isArmed ? Ladder::tr("Buy at %1 handed to the ticket.").arg(priceText(price))
                : Ladder::tr("Ticket filled at %1. Arm one-click to send from here.").arg(priceText(price)));
    TicketRequest request;
    request.contract = ladder.book().contract;
    request.intent = trade::PositionIntent::BuyToOpen;
    request.limit = price;
    request.submit = isArmed;
    answer.ticket = std::move(request);
    return answer;
}

LadderAnswer sellAt(const LadderModel& ladder, Price price, bool mayFillAtOnce) {
    const LadderBook& book = ladder.book();
    if (book.held == 0)
        return refused(book.heldOutside != 0
                           ? Ladder::tr("This position was opened elsewhere. Close it where it was opened.")
                           : Ladder::tr("Nothing is held here. Selling to open is not offered."));
    if (!ladder.grid().holds(price))
        return refused(Ladder::tr("%1 is not a price this contract trades at.").arg(priceText(price)));
    if (const QString why = whyNoTarget(ladder, price); !why.isEmpty())
        return refused(why);
    if (!mayFillAtOnce && book.bid && price <= *book.bid)
        return refused(
            Ladder::tr("A sale at %1 would fill at once: the bid is %2. Arm one-click to sell there, "
                       "or flatten with F.")
                .arg(priceText(price), priceText(*book.bid)));
    return replan(
        ladder, Ladder::tr("Sell %1 at %2 asked for.").arg(book.held).arg(priceText(price)),
        [&](const HeldTrade&, trade::ExitPlan& plan) {
            plan.takeProfit = targetAt(price);
            return true;
        },
        true);
}

LadderAnswer joinBid(const LadderModel& ladder, bool isArmed) {
    const auto& bid = ladder.book().bid;
    if (!bid)
        return refused(Ladder::tr("There is no bid to join."));
    const auto price = ladder.grid().priceAt(ladder.grid().indexBelow(*bid));
    return price ? buyAt(ladder, *price, isArmed) : refused(Ladder::tr("There is no bid to join."));
}

LadderAnswer improveBid(const LadderModel& ladder, bool isArmed) {
    const LadderBook& book = ladder.book();
    if (!book.bid)
        return refused(Ladder::tr("There is no bid to improve."));
    const auto price = ladder.grid().priceAt(ladder.grid().indexBelow(*book.bid) + 1);
    if (!price || (book.ask && *price >= *book.ask))
        return refused(Ladder::tr("One step above the bid meets the ask. Click the ask to pay it."));
    return buyAt(ladder, *price, isArmed);
}

LadderAnswer joinAsk(const LadderModel& ladder) {
    const auto& ask = ladder.book().ask;
    if (!ask)
        return refused(Ladder::tr("There is no ask to join."));
    const auto price = ladder.grid().priceAt(ladder.grid().indexAbove(*ask));
    return price ? sellAt(ladder, *price, false) : refused(Ladder::tr("There is no ask to join."));
}

LadderAnswer improveAsk(const LadderModel& ladder) {
    const LadderBook& book = ladder.book();
    if (!book.ask)
        return refused(Ladder::tr("There is no ask to improve."));
    const auto price = ladder.grid().priceAt(ladder.grid().indexAbove(*book.ask) - 1);
    if (!price || (book.bid && *price <= *book.bid))
        return refused(Ladder::tr("One step below the ask meets the bid. Flatten with F to sell there."));
    return sellAt(ladder, *price, false);
}

LadderAnswer flatten(const LadderModel& ladder) {
    if (ladder.book().trades.empty())
        return refused(ladder.book().heldOutside != 0
                           ? Ladder::tr("This position was opened elsewhere. Close it where it was opened.")
                           : Ladder::tr("Nothing is held in this contract."));
    LadderAnswer answer = said(Ladder::tr("Closing %1.").arg(ladder.book().held));
    for (const HeldTrade& trade : ladder.book().trades)
        answer.events.emplace_back(engine::CloseRequested{trade.id, trade::ExitReason::Manual});
    return answer;
}

LadderAnswer cancelAt(const LadderModel& ladder, Price price) {
    LadderAnswer answer = said(Ladder::tr("Cancel at %1 asked for.").arg(priceText(price)));
    for (const OwnOrder& order : ladder.book().orders)
        if (isSameRow(ladder, order.price, price))
            answer.events.emplace_back(engine::CancelRequested{order.id});
    if (answer.events.empty())
        return refused(Ladder::tr("No order of yours works at %1.").arg(priceText(price)));
    return answer;
}

LadderAnswer cancelAll(const LadderModel& ladder) {
    LadderAnswer answer = said(Ladder::tr("Cancel of everything working here asked for."));
    for (const OwnOrder& order : ladder.book().orders)
        answer.events.emplace_back(engine::CancelRequested{order.id});
    if (answer.events.empty())
        return refused(Ladder::tr("No order of yours works in this contract."));
    return answer;
}

std::optional<DragStart> dragFrom(const LadderModel& ladder, Price price) {
    for (const OwnOrder& order : ladder.book().orders)
        if (isSameRow(ladder, order.price, price))
            return DragStart{order.role == trade::OrderRole::Entry ? DragKind::Entry : DragKind::Target,
                             order.price, order.quantity};
    for (const HeldTrade& trade : ladder.book().trades) {
        if (trade.target && isSameRow(ladder, *trade.target, price))
            return DragStart{DragKind::Target, *trade.target, trade.open};
        if (trade.plan.stop && isSameRow(ladder, *trade.plan.stop, price))
            return DragStart{DragKind::Stop, *trade.plan.stop, trade.open};
    }
    return std::nullopt;
}

LadderAnswer dragTo(const LadderModel& ladder, const DragStart& start, Price to) {
    if (isSameRow(ladder, start.from, to))
        return {};
    if (start.kind == DragKind::Entry)
        return refused(Ladder::tr("An entry order cannot be moved yet. Cancel it with ✕ and place it at %1.")
                           .arg(priceText(to)));
    const bool isStop = start.kind == DragKind::Stop;
    if (const QString why = isStop ? whyNoStop(ladder, to) : whyNoTarget(ladder, to); !why.isEmpty())
        return refused(why);
    if (const auto& bid = ladder.book().bid; !isStop && bid && to <= *bid)
        return refused(
            Ladder::tr(
                "A take-profit at %1 would sell at once: the bid is %2. Sell there, or flatten with F.")
                .arg(priceText(to), priceText(*bid)));
    const QString sentence = isStop ? Ladder::tr("Stop to %1 asked for.").arg(priceText(to))
                                    : Ladder::tr("Take-profit to %1 asked for.").arg(priceText(to));
    LadderAnswer answer = replan(ladder, sentence, [&](const HeldTrade& trade, trade::ExitPlan& plan) {
        const auto& old = isStop ? plan.stop : trade.target;
        if (!old || !isSameRow(ladder, *old, start.from))
            return false;
        if (isStop)
            plan.stop = to;
        else
            plan.takeProfit = targetAt(to);
        return true;
    });
    if (answer.events.empty())
        return refused(Ladder::tr("That is an exit under way. It cannot be moved by hand."));
    return answer;
}

} // namespace strikedesk::ui
