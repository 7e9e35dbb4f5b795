#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants bugs into copies of the order path, to prove that the simulation finds them.

Usage: plant_mutants.py SOURCE_ROOT OUTPUT_FOLDER FILE...

Each FILE is copied; where a mutant of MUTANTS touches it, the expression is made to ask mutated() which bug is wanted.
The product's own sources hold no trace of this. A rule whose text is not found exactly once is an error: the code it was
written for has changed, and the rule must follow it. Also writes generated/mutant_list.inc with the names.
"""

import re
import sys
from pathlib import Path

CORE = "core/trade/orders/order_core.cpp"
BROKER = "core/trade/orders/order_core_broker.cpp"
RESOLVER = "core/trade/orders/order_resolver.cpp"
SWEEP = "core/trade/orders/order_sweep.cpp"
INTENT = "core/trade/orders/order_intent.cpp"
ADOPTION = "core/trade/orders/order_adoption.cpp"
BOOK = "core/trade/orders/trade_book.cpp"
RECORDS = "core/trade/orders/trade_book_records.cpp"
LEDGER = "core/trade/ledger/ledger.cpp"
EXITS = "core/trade/exits/exit_driver.cpp"
STOPS = "core/trade/exits/stop_watch.cpp"
WORLD_GATES = "core/trade/risk/gates_world.cpp"
TICKET_GATES = "core/trade/risk/gates_ticket.cpp"
LIMIT_GATES = "core/trade/risk/gates_limits.cpp"
ENGINE = "core/engine/engine.cpp"
VIEW = "core/engine/engine_view.cpp"

_FORGET = """    if (M)
        std::erase_if(append.records, [](const OrderRecord& made) {
            return std::holds_alternative<IntentRecorded>(made);
        });
"""

# name -> [(file, text as it stands, text with M where the bug is wanted), ...]
# A tuple of such rows: one of them fits.
MUTANTS = {
    "NewIdOnRetry": [(
        BROKER, "    if (order->phase == OrderPhase::Unknown)\n        startResolving(*order, context);",
        """    if (M && order->phase == OrderPhase::Unknown && order->intent.isEntry()) {
        OrderIntent again = order->intent;
        again.id = IntentId(context.ids.uuid7(context.now.market));
        again.clientOrderId =
            ClientOrderId(context.settings.environment + context.settings.accountTail + "-" + again.id.text());
        record(IntentRecorded{again});
    }
    if (order->phase == OrderPhase::Unknown)
        startResolving(*order, context);""")],
    "IdOnlyInRam": [
        ((CORE, "        commands.emplace_back(std::move(append));", _FORGET + "        commands.emplace_back(std::move(append));"),
         (CORE, "    return append;\n", _FORGET + "    return append;\n"))],
    "NotFoundIsRejected": [(RESOLVER, "((horizonPassed && order", "(((horizonPassed || M) && order")],
    "SendBeforeCommit": [(
        CORE, "    record(IntentRecorded{intentOf(ticket, context)});",
        "    record(IntentRecorded{intentOf(ticket, context)});\n"
        "    if (M)\n        releaseDurable(clientIdOf(ticket.intentId, context.settings), context);")],
    "GiveUpAfter8s": [(RESOLVER, ">= context.settings.horizon;", ">= (M ? Duration::seconds(8) : context.settings.horizon);")],
    "NoFillDedupe": [
        (LEDGER, "return FillVerdict::Duplicate;", "return M ? FillVerdict::Applied : FillVerdict::Duplicate;"),
        (LEDGER, "    if (supersedes)", "    if (supersedes && !M)")],
    "StreamOnly": [(ENGINE, "    m_orders.onSweep(event.sweep, context());",
                    "    if (!M || !m_sweptSinceOpen)\n        m_orders.onSweep(event.sweep, context());")],
    "KillStopsResolver": [(RESOLVER, "    if (order.phase != OrderPhase::Unknown)\n        return;",
                           "    if (order.phase != OrderPhase::Unknown || (M && m_book.kill() >= KillLevel::BlockEntries))\n"
                           "        return;")],
    "RestartMeansNotSent": [(RESOLVER, "outcome.verdict = WriteVerdict::Unknown;",
                             "outcome.verdict = M ? WriteVerdict::NotSent : WriteVerdict::Unknown;")],
    "RestartResends": [(
        RESOLVER, "            record(std::move(outcome));",
        """            if (M) {
                TransmitOrder again;
                again.clientOrderId = order.intent.clientOrderId;
                again.addsExposure = order.intent.isEntry();
                if (order.intent.isReplace())
                    again.request = toReplaceRequest(order.intent);
                else
                    again.request = toRequest(order.intent);
                order.phase = OrderPhase::Sending;
                m_effects.push_back(std::move(again));
                return;
            }
            record(std::move(outcome));""")],
    "FailedLookUpCounts": [(RESOLVER, "} else if (definite && order", "} else if ((definite || M) && order")],
    "ReplacedTargetGivesUp": [(RESOLVER, "target->end != OrderEnd::Replaced;", "(M || target->end != OrderEnd::Replaced);")],
    "TakenIdIsRefusal": [(BROKER, "if (outcome.clientOrderIdTaken)", "if (outcome.clientOrderIdTaken && !M)")],
    "CancelBeforeSendIgnored": [(CORE, "    if (order->cancelWanted) {", "    if (order->cancelWanted && !M) {")],
    "FailedCommitCounts": [(ENGINE, "            orders.onLogFailed(e.ticket, e.message, engine.context());",
                            "            M ? orders.onLogAppended(e.ticket, engine.context())\n"
                            "              : orders.onLogFailed(e.ticket, e.message, engine.context());")],
    "LogFailureForgotten": [(CORE, "    m_logFailed = true;", "    m_logFailed = !M;")],
    "RecheckSkipped": [(CORE, "if (const auto refusal = recheckEntry(", "if (const auto refusal = M ? std::nullopt : recheckEntry(")],
    "ReadyUnswept": [
        (ENGINE, "m_facts.streamReady = streamOpen && m_sweptSinceOpen;",
         "m_facts.streamReady = streamOpen && (M || m_sweptSinceOpen);"),
        (ENGINE, "    else if (!m_sweptSinceOpen)", "    else if (!M && !m_sweptSinceOpen)")],
    "StreamDownIsReady": [
        (ENGINE, "const bool streamOpen = stream != m_linkStates.end() &&",
         "const bool streamOpen = stream != m_linkStates.end() && M ? true : stream != m_linkStates.end() &&"),
        (ENGINE, "    m_sweptSinceOpen = false;\n    // What happened while the stream was away",
         "    m_sweptSinceOpen = M && m_sweptSinceOpen;\n    // What happened while the stream was away")],
    "SweepForgetsThePast": [(ENGINE, "sweep.since = from - kSweepOverlap;", "sweep.since = M ? m_now.market : from - kSweepOverlap;")],
    "StaleQuoteAccepted": [(WORLD_GATES, "run.require(age && *age <= limit,", "run.require(age && (M || *age <= limit),")],
    "StaleAccountAccepted": [(WORLD_GATES, "facts.account && age <= input.context.settings.accountAge",
                              "facts.account && (M || age <= input.context.settings.accountAge)")],
    "HaltIgnored": [(WORLD_GATES, "return row != nullptr && row->isHalted;", "return !M && row != nullptr && row->isHalted;")],
    "LimitsIgnored": [(LIMIT_GATES, "counts.open < settings.maxOpenTrades", "(M || counts.open < settings.maxOpenTrades)")],
    "UnsentNotInRate": [
        (TICKET_GATES, "within(Duration::minutes(1)) + leaving;", "within(Duration::minutes(1)) + (M ? 0 : leaving);"),
        (TICKET_GATES, "within(Duration::seconds(1)) + leaving", "within(Duration::seconds(1)) + (M ? 0 : leaving)")],
    "RateForgotten": [(CORE, "    m_memory.sentAt.push_back(context.now.mono);",
                       "    if (!M)\n        m_memory.sentAt.push_back(context.now.mono);")],
    "SameTicketTwice": [(TICKET_GATES, "!input.book.hasIntent(ticket.intentId)", "(M || !input.book.hasIntent(ticket.intentId))")],
    "DuplicateWindowOff": [(TICKET_GATES, "asked == input.memory.askedAt.end() ||", "M || asked == input.memory.askedAt.end() ||")],
    "CollarOfEntriesOff": [(TICKET_GATES, "buys ? ticket.limitPrice <= reference + room", "M ? true : buys ? ticket.limitPrice <= reference + room")],
    "KillWeakens": [(CORE, "level = asked == KillLevel::None ? asked", "level = asked == KillLevel::None || M ? asked")],
    "KillNotRecorded": [(CORE, "    record(KillRecorded{level, by});",
                         "    if (M)\n        m_book.apply(KillRecorded{level, by});\n    else\n        record(KillRecorded{level, by});")],
    "KillSparesEntries": [(CORE, "(level >= KillLevel::BlockEntries && order.intent.isEntry());",
                           "(!M && level >= KillLevel::BlockEntries && order.intent.isEntry());")],
    "Level3LetsExitsGo": [(EXITS, "return m_book.kill() < KillLevel::CancelAll ||", "return M || m_book.kill() < KillLevel::CancelAll ||")],
    "CancelNeverAskedAgain": [(BROKER, "        return;\n    order->cancelInFlight = false;", "        return;\n    order->cancelInFlight = M;")],
    "FillWaitForgotten": [(RESOLVER, "if (order.fillWaitUntil && context.now.market >=", "if (!M && order.fillWaitUntil && context.now.market >=")],
    "ExitIgnoresCoverage": [(EXITS, "    const Quantity covered = m_book.closingCoverage(trade);\n    if (covered < open && !waits)",
                             "    const Quantity covered = M ? Quantity() : m_book.closingCoverage(trade);\n    if (covered < open && !waits)")],
    "CoverageForgetsUnknown": [(BOOK, "state->intent.isEntry() || state->isSettled())",
                                "state->intent.isEntry() || state->isSettled() ||\n"
                                "            (M && state->phase == OrderPhase::Unknown))")],
    "SharesWhatTheTargetSold": [(BOOK, "target != nullptr ? target->unexecuted() : Quantity();",
                                 "target == nullptr ? Quantity() : M ? target->remaining() : target->unexecuted();")],
    "PatchesBesideOthers": [(EXITS, "trade.target && ownsAllOfIt(trade);", "trade.target && (M || ownsAllOfIt(trade));")],
    "PatchesAPartlyFilled": [(EXITS, "resting->filled.isZero()", "(M || resting->filled.isZero())"),
                             (EXITS, "resting->reported.isZero()", "(M || resting->reported.isZero())")],
    "LateFillDropped": [(RECORDS, "    const FillVerdict verdict = m_ledger.apply(record.fill);",
                         "    if (const OrderState* late = order(record.fill.clientOrderId);\n"
                         "        M && late != nullptr && late->phase == OrderPhase::Ended)\n        return;\n"
                         "    const FillVerdict verdict = m_ledger.apply(record.fill);")],
    "TerminalRevives": [
        (RECORDS, "const bool cameBack =", "const bool cameBack = (M && state->phase == OrderPhase::Ended) ||"),
        (BROKER, "const bool settled = linked &&", "const bool settled = !M && linked &&")],
    "OlderStateWins": [(BROKER, "const bool older = seen", "const bool older = !M && seen"),
                       (BROKER, "const bool goesBack = linked", "const bool goesBack = !M && linked")],
    # Shares its line with NoFillDedupe, which comes first.
    "RealFillAddsToInferred": [(LEDGER, "    if (supersedes && ", "    if (supersedes && !M && ")],
    "InfersTheWholeAverage": [(SWEEP, "const Money rest = *total -", "const Money rest = M ? *total : *total -")],
    "ForeignLotsFirst": [(LEDGER, "left = closeLots(position, fill, true, left);", "left = M ? left : closeLots(position, fill, true, left);")],
    "MultiplierOne": [(SWEEP, "fill.multiplier = order.intent.multiplier;", "fill.multiplier = M ? 1 : order.intent.multiplier;")],
    "ShowsUndurable": [(VIEW, "m_orderViewStale && m_orders.isDurable()", "m_orderViewStale && (M || m_orders.isDurable())")],
    "StopOnOneQuote": [(STOPS, "const bool confirmed = quotedAt", "const bool confirmed = M || quotedAt")],
    "CollarOfExitsOff": [
        (EXITS, "trade.isLong() ? std::max(onGrid, limit)", "M ? onGrid : trade.isLong() ? std::max(onGrid, limit)"),
        (EXITS, "next = trade.isLong() ? std::max(next, limit)", "next = M ? next : trade.isLong() ? std::max(next, limit)")],
    "OrphanUnsaid": [
        ((BROKER, "if (isNew && seen.clientOrderId", "if (!M && isNew && seen.clientOrderId"),
         (ADOPTION, "if (isNew && seen.clientOrderId", "if (!M && isNew && seen.clientOrderId"))],
    "PendingCostForgotten": [
        ((LIMIT_GATES, "*power - (pendingEntryCost(book) +", "*power - ((M ? Money() : pendingEntryCost(book)) +"),
         (LIMIT_GATES, "*power - (pendingEntryCost(book, except) +", "*power - ((M ? Money() : pendingEntryCost(book, except)) +"))],
    "RepriceNamesQuantity": [(INTENT, "if (intent.role != OrderRole::Exit)", "if (M || intent.role != OrderRole::Exit)")],
    "RefusedTargetLoops": [(RECORDS, "== OrderRole::TakeProfit)\n        owner->takeProfitRefused = true;",
                            "== OrderRole::TakeProfit)\n        owner->takeProfitRefused = !M;")],
}


def fill(mutant, after):
    call = f"mutated(Mutant::{mutant})"
    return re.sub(r"(?<![A-Za-z0-9_])M(?![A-Za-z0-9_])", call, after)


def plant(texts):
    """Puts every mutant into the texts; the sentences about those that found no place."""
    problems = []
    for mutant, edits in MUTANTS.items():
        for edit in edits:
            choices = edit if isinstance(edit[0], tuple) else (edit,)
            fitting = [choice for choice in choices if texts.get(choice[0], "").count(choice[1]) == 1]
            if len(fitting) != 1:
                problems.append(f"{mutant}: its place in {choices[0][0]} is not there any more, or not once")
                continue
            file, before, after = fitting[0]
            texts[file] = texts[file].replace(before, fill(mutant, after))
    return problems


def main():
    if len(sys.argv) < 4:
        print(__doc__, file=sys.stderr)
        return 2
    root, out, names = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    texts = {name: (root / name).read_text(encoding="utf-8") for name in names}
    problems = plant(texts)
    for name, text in texts.items():
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        words = '#include "tests/simulation/mutants.h"\n' + text
        if not target.exists() or target.read_text(encoding="utf-8") != words:
            target.write_text(words, encoding="utf-8")
    rows = "".join(f"STRIKEDESK_MUTANT({mutant})\n" for mutant in MUTANTS)
    listing = out / "generated/mutant_list.inc"
    listing.parent.mkdir(parents=True, exist_ok=True)
    if not listing.exists() or listing.read_text(encoding="utf-8") != rows:
        listing.write_text(rows, encoding="utf-8")
    for problem in problems:
        print(f"plant_mutants.py: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
