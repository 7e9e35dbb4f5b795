// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/option_symbol.h"
#include "core/run/session/crash_point.h"
#include "tests/integration/session/trading.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <exception>

// trade_program PORT FOLDER SPEED: one trade on a venue that runs already, from entry over take-profit to a
// close by hand. Started again on the same folder it takes the trade up where it was. Ends with 0 once a
// trade was entered, closed and journaled.

namespace strikedesk::test {
namespace {

constexpr int kAttempts = 4;
constexpr std::int64_t kContracts = 4;

int fail(const char* why) {
    std::fprintf(stderr, "%s\n", why);
    return 1;
}

/// The trade to go on with: one that is open in any way, else one that was held; empty when none was.
IntentId tradeToTakeUp(SessionHost& host) {
    IntentId held;
    for (const engine::TradeView& view : host.snapshot()->orders->trades) {
        if (view.state.phase != trade::TradePhase::Closed)
            return view.state.id;
        if (view.totals.entered.isPositive())
            held = view.state.id;
    }
    return held;
}

IntentId enter(SessionHost& host) {
    const auto contract = pickCall(host);
    if (!contract)
        return {};
    trade::EntryTicket ticket = withTarget(ticketFor(host, *contract, kContracts), 30);
    ticket.fillWait = Duration::minutes(15);
    send(host, ticket);
    host.untilShown([&](const auto& snapshot) { return host.trade(snapshot, ticket.intentId) != nullptr; },
                    Duration::seconds(5));
    return ticket.intentId;
}

/// Nothing of the entry is under way any more, and what is held rests at the target or is being sold.
bool isSettledIn(SessionHost& host, const IntentId& id) {
    const auto snapshot = host.snapshot();
    const engine::TradeView* view = host.trade(*snapshot, id);
    if (view == nullptr || view->state.phase == trade::TradePhase::Closed ||
        view->state.phase == trade::TradePhase::Exiting)
        return true;
    Quantity resting;
    for (const trade::OrderState& order : snapshot->orders->orders)
        if (order.intent.tradeId == id && order.isLive()) {
            if (order.intent.isEntry() || order.phase != trade::OrderPhase::Working)
                return false;
            resting += order.remaining();
        }
    return resting == view->open;
}

/// True when the trade was held and is now in the journal.
bool manage(SessionHost& host, const IntentId& id) {
    if (const engine::TradeView* view = host.trade(*host.snapshot(), id))
        if (const auto option = OptionSymbol::tryFrom(view->state.symbol))
            host.session().watch({{option->root()}, {view->state.symbol}});
    host.until([&] { return isSettledIn(host, id); });
    const auto snapshot = host.snapshot();
    const engine::TradeView* view = host.trade(*snapshot, id);
    if (view == nullptr)
        return false;
    if (view->open.isPositive() && view->state.phase == trade::TradePhase::Open)
        host.session().post(engine::CloseRequested{id, trade::ExitReason::Manual});
    if (!untilTradeClosed(host, id))
        return false;
    const auto closed = host.snapshot();
    if (host.trade(*closed, id)->totals.entered.isZero())
        return false;
    return host.until([&] {
        return std::any_of(host.journaled.begin(), host.journaled.end(),
                           [&id](const auto& row) { return row.id == id.text(); });
    });
}

int run(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc != 4)
        return fail("trade_program PORT FOLDER SPEED");
    session::SessionConfig config =
        sandboxSession(static_cast<std::uint16_t>(std::atoi(argv[1])), argv[2], std::atof(argv[3]));
    config.atCrashPoint = session::crashPointFromEnvironment();
    SessionHost host(std::move(config));
    if (const Status started = host.start(); !started)
        return fail(started.error().message.c_str());
    if (!host.untilReady())
        return fail("never READY");
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        IntentId id = tradeToTakeUp(host);
        if (id.isEmpty())
            id = enter(host);
        if (!id.isEmpty() && manage(host, id)) {
            host.stop();
            std::printf("traded %s\n", id.text().c_str());
            return 0;
        }
    }
    for (const engine::NumberedNotice& notice : host.snapshot()->notices)
        std::fprintf(stderr, "%s\n", notice.notice.message.c_str());
    return fail("no trade came about");
}

} // namespace
} // namespace strikedesk::test

int main(int argc, char** argv) {
    try {
        return strikedesk::test::run(argc, argv);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
