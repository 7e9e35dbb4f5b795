// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/exits/plan_gate.h"

#include "core/base/option_symbol.h"
#include "core/trade/ledger/mark.h"
#include "core/trade/risk/gate_run.h"

namespace strikedesk::trade {

namespace {

std::optional<Refusal> checkFigures(const TradeState& trade, const ExitPlan& plan,
                                    const std::optional<Price>& target) {
    const auto refuse = [](const char* code, const char* sentence) { return Refusal{code, sentence}; };
    if (!areFiguresSane(plan))
        return refuse("plan", "The exits hold a figure that cannot be. Enter them again.");
    if (plan.stop && !plan.stop->isPositive())
        return refuse("stop", "The stop must be above zero.");
    if (!target)
        return std::nullopt;
    if (!target->isPositive() || roundDownToTick(*target, tickOf(trade.symbol, *target)) != *target)
        return refuse("target_tick", "The take-profit is not on the price grid of this contract.");
    if (plan.stop && (trade.isLong() ? *plan.stop >= *target : *plan.stop <= *target))
        return refuse("stop", "The stop must lie on the losing side of the take-profit.");
    return std::nullopt;
}

std::optional<Refusal> checkStopSide(const TradeState& trade, const ExitPlan& plan,
                                     const market::BoardRow& row) {
    const auto mid = row.quote.mid();
    if (!plan.stop || plan.stop == trade.plan.stop || !mid)
        return std::nullopt;
    if (trade.isLong() ? *mid > *plan.stop : *mid < *plan.stop)
        return std::nullopt;
    return Refusal{"stop_passed",
                   "The market is at " + mid->text() + ", beyond a stop of " + plan.stop->text() +
                       ": the position would be closed at once. Choose another stop, or close it."};
}

std::optional<Refusal> checkTargetSide(const TradeState& trade, const std::optional<Price>& target,
                                       const market::BoardRow& row) {
    const Price other = trade.isLong() ? row.quote.bid : row.quote.ask;
    if (!target || target == trade.target || !other.isPositive())
        return std::nullopt;
    if (trade.isLong() ? other < *target : other > *target)
        return std::nullopt;
    return Refusal{"target_passed",
                   "The market is at " + other.text() + ", beyond a take-profit of " + target->text() +
                       ": the position would be closed at once. Choose another take-profit, or close it."};
}

} // namespace

std::optional<Refusal> checkNewPlan(const TradeState& trade, const ExitPlan& plan, const TradeBook& book,
                                    const TradeContext& context, bool mayFillAtOnce) {
    const std::optional<Price> target = areFiguresSane(plan) ? book.targetOf(trade, plan) : std::nullopt;
    if (auto refusal = checkFigures(trade, plan, target))
        return refusal;
    const market::BoardRow* row = context.quotes.find(trade.symbol);
    if (row == nullptr || !context.facts.sessionOpen || !book.openQuantity(trade).isPositive())
        return std::nullopt;
    if (auto refusal = checkStopSide(trade, plan, *row))
        return refusal;
    return mayFillAtOnce ? std::nullopt : checkTargetSide(trade, target, *row);
}

std::vector<Notice> remarksOn(const TradeState& trade, const ExitPlan& plan, const TradeBook& book,
                              bool mayFillAtOnce) {
    std::vector<Notice> remarks;
    const auto remark = [&](NoticeLevel level, const char* code, std::string sentence) {
        remarks.push_back(Notice{level, code, std::move(sentence), {}});
    };
    const std::string name = contractName(trade.symbol);
    if (trade.plan.stop && !plan.stop)
        remark(NoticeLevel::Warning, "plan.stop_off",
               "The stop of " + name + " was taken off. Nothing limits its loss now.");
    if (trade.plan.takeProfit && !plan.takeProfit)
        remark(NoticeLevel::Info, "plan.target_off", "The take-profit of " + name + " was taken off.");
    if (mayFillAtOnce)
        return remarks;
    const std::optional<Price> target = book.targetOf(trade, plan);
    const TradeTotals* totals = book.ledger().trade(trade.id);
    if (!target || target == trade.target || totals == nullptr || !totals->entered.isPositive())
        return remarks;
    const Price entry = averagePrice(totals->entryValue, totals->entered, trade.multiplier);
    if (trade.isLong() ? *target < entry : *target > entry)
        remark(NoticeLevel::Warning, "plan.target_loses",
               "The take-profit of " + name + " at " + target->text() + " loses money: the entry was at " +
                   entry.text() + '.');
    return remarks;
}

} // namespace strikedesk::trade
