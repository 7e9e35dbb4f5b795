// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/trade/risk/figure_text.h"
#include "core/trade/risk/gate_run.h"

namespace strikedesk::trade {

namespace {

/// Late prices price nothing. Altered ones may on an account without real money, whose owner chose that feed,
/// and it is said.
bool requirePromptQuote(const GateInput& input, GateRun& run) {
    const market::BoardRow* row = input.context.quotes.find(input.ticket.symbol);
    const market::Grade grade = row == nullptr ? market::Grade::RealTime : row->quote.grade;
    const bool isLive = input.context.settings.environment == "live";
    if (!run.require(grade != market::Grade::Delayed, "quote_delayed",
                     "The quotes of this feed are 15 minutes late: no entry is priced by them. Choose a "
                     "real-time feed in the settings."))
        return false;
    if (!run.require(grade != market::Grade::Indicative || !isLive, "quote_indicative",
                     "Indicative quotes are altered: with real money no entry is priced by them. Set "
                     "alpaca.option_feed to opra; the plan must include it."))
        return false;
    if (grade == market::Grade::Indicative)
        run.remark("quote_indicative",
                   [] { return std::string("Indicative quotes: altered, not the market's own"); });
    return true;
}

} // namespace

void gateKill(const GateInput& input, GateRun& run) {
    const KillLevel kill = input.book.kill();
    if (!run.require(kill < KillLevel::BlockEntries, "kill",
                     "The kill switch is on: no new position may be opened. Release it first."))
        return;
    if (!run.require(kill < KillLevel::Disarm || input.ticket.origin != OrderOrigin::Machine, "disarmed",
                     "Automatic entries are disarmed. Release the kill switch and arm again."))
        return;
    run.pass("kill", [kill] {
        return std::string(kill == KillLevel::None ? "Kill switch off"
                                                   : "Kill switch lets a person's orders through");
    });
}

void gateReadiness(const GateInput& input, GateRun& run) {
    const GateFacts& facts = input.context.facts;
    if (!run.require(facts.leaseHeld, "lease",
                     "Another process holds this account. Close it, then start again."))
        return;
    const bool isMachine = input.ticket.origin == OrderOrigin::Machine;
    if (!run.require(facts.readiness >= (isMachine ? Readiness::Armed : Readiness::Ready), "not_ready",
                     isMachine ? "Automatic entries are not armed. Arm them with a scope and a budget."
                               : "The broker's book is not known yet. Wait for READY."))
        return;
    run.pass("not_ready", [&facts] { return "Desk is " + std::string(toText(facts.readiness)); });
}

void gateSession(const GateInput& input, GateRun& run) {
    if (!run.require(input.context.facts.sessionOpen, "session",
                     "The market is closed. Options trade from 09:30 to 16:00 New York time."))
        return;
    const auto option = OptionSymbol::tryFrom(input.ticket.symbol);
    const auto halted = [&input](const Symbol& symbol) {
        const market::BoardRow* row = input.context.quotes.find(symbol);
        return row != nullptr && row->isHalted;
    };
    if (!run.require(!halted(input.ticket.symbol) && (!option || !halted(option->underlying())), "halted",
                     "Trading in this symbol is halted. Wait for the resume."))
        return;
    run.pass("session", [] { return std::string("Market open, no halt"); });
}

void gateStream(const GateInput& input, GateRun& run) {
    const GateFacts& facts = input.context.facts;
    if (!run.require(facts.streamReady, "stream",
                     "The broker's order stream is down. Wait until it is back and swept."))
        return;
    const Duration age = input.context.now.mono - facts.accountReadAt;
    if (!run.require(facts.account && age <= input.context.settings.accountAge, "account_stale",
                     "The account has not been read lately. Wait for the next sweep."))
        return;
    if (!run.require(!facts.account->tradingBlocked && !facts.account->accountBlocked &&
                         !facts.account->tradeSuspendedByUser &&
                         (facts.account->status.empty() || facts.account->status == "ACTIVE"),
                     "account_blocked", "The broker has blocked trading in this account. Ask the broker."))
        return;
    run.pass("stream", [&] {
        return "Order stream up, account read " + ageText(age) + " ago (≤ " +
               limitText(input.context.settings.accountAge) + ")";
    });
}

void gateQuote(const GateInput& input, GateRun& run) {
    const TradeContext& context = input.context;
    if (!requirePromptQuote(input, run))
        return;
    const bool isMachine = input.ticket.origin == OrderOrigin::Machine;
    const auto age = context.quotes.age(input.ticket.symbol, context.now.market);
    const Duration limit = isMachine ? context.settings.automaticQuoteAge : context.settings.manualQuoteAge;
    if (!run.require(age && *age <= limit, "quote_stale",
                     "The quote is too old to trade on. Try again when it has been read.", true))
        return;
    run.pass("quote_stale", [&] { return "Quote age " + ageText(*age) + " ≤ " + limitText(limit); });
    const market::Quote& quote = context.quotes.find(input.ticket.symbol)->quote;
    if (!run.require(quote.isSane(), "quote_unusable",
                     "One side of the quote is missing, or it is locked or crossed.", true))
        return;
    const double spread = quote.spreadFraction().value_or(1.0) * 10'000;
    const bool isNarrow = spread <= static_cast<double>(context.settings.maxSpreadPercentHundredths);
    if (!run.require(isNarrow || !isMachine, "spread", "The spread is wider than automatic entries allow."))
        return;
    // A person may cross a wide spread; it is said, not forbidden.
    const auto words = [&] {
        return "Spread " + percentText(spread / 100) + (isNarrow ? " ≤ " : " > ") +
               hundredthsText(context.settings.maxSpreadPercentHundredths) +
               (isNarrow ? "" : " (automatic orders only)");
    };
    isNarrow ? run.pass("spread", words) : run.remark("spread", words);
}

void gateContract(const GateInput& input, GateRun& run) {
    const Symbol& symbol = input.ticket.symbol;
    const auto option = OptionSymbol::tryFrom(symbol);
    if (!run.require(!symbol.looksLikeOption() || (option && !option->isAdjusted()), "adjusted",
                     "This is an adjusted contract: it can be closed but not opened here."))
        return;
    if (!run.require(!input.context.facts.untradable.contains(symbol), "untradable",
                     "The broker does not take new orders in this contract."))
        return;
    if (!run.require(!input.memory.quarantined.contains(symbol), "quarantined",
                     "Our books and the broker's differ in this contract. Settle that before you add to it."))
        return;
    // Level 2 buys options; 0 and 1 do not (protocol facts, section 4). Not told: the broker decides.
    const auto& account = input.context.facts.account;
    const auto level = account ? account->optionsTradingLevel : std::nullopt;
    if (!run.require(!option || !level || *level >= 2, "options_level",
                     "The broker has not allowed this account to buy options. Ask the broker for level 2."))
        return;
    run.pass("contract", [&option] { return std::string(option ? "Contract tradable" : "Symbol tradable"); });
}

} // namespace strikedesk::trade
