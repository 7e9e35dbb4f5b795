// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/trade/exits/exit_quote.h"
#include "core/trade/exits/expiry.h"
#include "core/trade/orders/order_core.h"

#include <algorithm>
#include <set>

// Stops are watched here and not at the broker: which quotes may stop a trade out, which are asked for, and
// what is said when none of them can be believed.

namespace strikedesk::trade {

namespace {

/// A stop that cannot be judged for this long is said, and again after each pause.
constexpr Duration kBlindIsNews = Duration::seconds(30);
constexpr Duration kBlindSaidAgain = Duration::minutes(2);

/// A quote beyond the stop that none has confirmed this long after it was due is forgotten: what lies between
/// (a halt, a sleep, quotes that prove nothing) is unknown.
constexpr Duration kConfirmLapses = Duration::seconds(5);

bool isLate(const TradeState& trade, const TradeContext& context) {
    const market::BoardRow* row = context.quotes.find(trade.symbol);
    return row != nullptr && row->quote.grade == market::Grade::Delayed;
}

} // namespace

void OrderCore::watchStop(TradeState& trade, const TradeContext& context) {
    // Quotes outside the session are wide and nobody trades on them: they stop nobody out, and what was seen
    // at its end confirms nothing at the next open.
    if (trade.phase != TradePhase::Open || !trade.plan.stop || !context.facts.sessionOpen) {
        trade.stopConfirmAt.reset();
        return;
    }
    if (trade.stopConfirmAt && context.now.mono - *trade.stopConfirmAt > kConfirmLapses)
        trade.stopConfirmAt.reset();
    // What the market was 15 minutes ago stops nobody out now; the person must know that nobody watches.
    if (isLate(trade, context)) {
        trade.stopConfirmAt.reset();
        return sayLate(trade, NoticeLevel::Critical, "stop.late",
                       "The stop of " + contractName(trade.symbol) +
                           " is not watched: its quotes are 15 minutes late. Watch it yourself, or choose a "
                           "real-time feed.");
    }
    trade.lateQuoteSaid = false;
    const StopVerdict verdict =
        judgeStop(trade, *trade.plan.stop, context.quotes, context.now.market, context.settings);
    // What proves nothing takes nothing back either: the next quote beyond the stop is the second one.
    if (verdict == StopVerdict::Unknown)
        return;
    trade.blindSince.reset();
    if (verdict == StopVerdict::Away) {
        trade.stopConfirmAt.reset();
        return;
    }
    const Timestamp quotedAt = context.quotes.find(trade.symbol)->quote.at;
    if (!trade.stopConfirmAt) {
        trade.stopConfirmAt = context.now.mono + context.settings.stopConfirm;
        trade.stopSeenQuote = quotedAt;
        return;
    }
    const bool confirmed = quotedAt > trade.stopSeenQuote || context.now.mono >= *trade.stopConfirmAt;
    if (!confirmed || !exitsAllowed(trade, context))
        return;
    notice(NoticeLevel::Warning, "stop.triggered",
           "The stop of " + contractName(trade.symbol) + " was reached.");
    beginExit(trade, ExitReason::StopLoss, context);
    driveTrade(trade, context);
}

/// A stop nobody can judge protects nothing, and its owner must know.
void OrderCore::noteBlindStop(TradeState& trade, const TradeContext& context) {
    const QuoteTrust trust = trustOf(trade.symbol, context.quotes, context.now.market, context.settings);
    const bool isBlind = judgeStop(trade, *trade.plan.stop, context.quotes, context.now.market,
                                   context.settings) == StopVerdict::Unknown;
    if (!isBlind || isLate(trade, context)) {
        trade.blindSince.reset();
        return;
    }
    if (!trade.blindSince) {
        trade.blindSince = context.now.mono;
        trade.nextBlindNotice = context.now.mono + kBlindIsNews;
    }
    if (context.now.mono < trade.nextBlindNotice)
        return;
    trade.nextBlindNotice = context.now.mono + kBlindSaidAgain;
    notice(NoticeLevel::Critical, "stop.blind",
           "The stop of " + contractName(trade.symbol) + " cannot be judged: " + std::string(toText(trust)) +
               ". Look at the market and close the position yourself if you must.");
}

void OrderCore::readStopQuotes(const TradeContext& context) {
    if (!context.facts.sessionOpen || context.now.mono < m_nextStopRead)
        return;
    std::set<Symbol> unsure;
    for (const IntentId& id : m_book.openTrades()) {
        TradeState& trade = *m_book.trade(id);
        if (trade.phase != TradePhase::Open || !trade.plan.stop ||
            hasExpired(trade.symbol, context.now.market))
            continue;
        noteBlindStop(trade, context);
        const auto age = context.quotes.age(trade.symbol, context.now.market);
        if (!age || *age > context.settings.automaticQuoteAge || trade.blindSince)
            unsure.insert(trade.symbol);
    }
    if (unsure.empty())
        return;
    // A quiet contract looks like a mute one: both are read, all of them with one request.
    m_nextStopRead = context.now.mono + context.settings.automaticQuoteAge;
    m_effects.push_back(ReadQuotes{{unsure.begin(), unsure.end()}});
}

void OrderCore::onQuote(const Symbol& symbol, const TradeContext& context) {
    forEachOpenTrade([&](TradeState& trade) {
        if (trade.symbol != symbol || trade.phase == TradePhase::Closed)
            return;
        watchStop(trade, context);
        if (trade.phase == TradePhase::Exiting)
            driveTrade(trade, context);
    });
    const bool awaited = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const WaitingTicket& waiting) {
        return waiting.ticket.symbol == symbol;
    });
    if (awaited)
        onQuotesRead(context);
}

} // namespace strikedesk::trade
