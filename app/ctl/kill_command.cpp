// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/host/hosted_session.h"
#include "core/run/watch/kill_client.h"
#include "core/run/watch/kill_mark.h"

#include <QCoreApplication>
#include <QTimer>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

namespace strikedesk::ctl {

using host::HostedSession;

namespace {

constexpr const char* kWho = "the command line";
constexpr int kGiveUpMs = 60'000;
constexpr int kSettleMs = 1'500;

/// Nothing the kill was meant to end is left.
bool isDone(const engine::EngineSnapshot& snapshot, trade::KillLevel level) {
    const auto& orders = snapshot.orders->orders;
    const auto& trades = snapshot.orders->trades;
    const bool orderLeft = std::any_of(orders.begin(), orders.end(), [level](const trade::OrderState& order) {
        const bool meant = level >= trade::KillLevel::CancelAll ||
                           (level >= trade::KillLevel::BlockEntries && order.intent.isEntry());
        return meant && order.isLive();
    });
    const bool tradeLeft = level >= trade::KillLevel::Flatten &&
                           std::any_of(trades.begin(), trades.end(),
                                       [](const engine::TradeView& view) { return view.open.isPositive(); });
    return snapshot.kill == level && !orderLeft && !tradeLeft;
}

/// Nobody holds the profile: start an engine, let it kill, wait until the broker confirms.
int killByOwnEngine(Environment environment, trade::KillLevel level, double speed) {
    int code = 1;
    HostedSession hosted(std::move(environment));
    hosted.speed = speed;
    bool asked = false;
    const auto giveUp = [](const Error& error) {
        printError(error);
        QCoreApplication::quit();
    };
    hosted.failed = giveUp;
    hosted.prepared = [&](session::Session& session) {
        session.startFailed = [&giveUp](const Error& error, bool isFinal) {
            isFinal ? giveUp(error) : printError(error);
        };
        session.snapshotReady = [&] {
            const auto snapshot = session.snapshot();
            if (!snapshot || snapshot->readiness < trade::Readiness::Ready)
                return;
            if (!asked) {
                asked = true;
                session.kill(level, kWho);
            } else if (code != 0 && isDone(*snapshot, level)) {
                code = 0;
                std::printf("kill level %d is set and confirmed by the broker\n", static_cast<int>(level));
                // A moment for the last records to reach the disk and the store.
                QTimer::singleShot(kSettleMs, QCoreApplication::instance(), [] { QCoreApplication::quit(); });
            }
        };
    };
    QTimer::singleShot(kGiveUpMs, QCoreApplication::instance(), [&giveUp] {
        giveUp(Error{ErrorKind::Timeout, "ctl.kill.timeout",
                     "The broker did not confirm in a minute. The kill is recorded; check the account at the "
                     "broker now."});
    });
    quitOnSignals([] { QCoreApplication::quit(); });
    hosted.start(host::ownProgram());
    QCoreApplication::exec();
    hosted.stop();
    return code;
}

int runKill(CommonOptions& common, int level, double speed) {
    QCoreApplication application(common.argc, common.argv);
    auto environment = prepare(common);
    if (!environment) {
        printError(environment.error());
        return 2;
    }
    const auto wanted = static_cast<trade::KillLevel>(level);
    const auto sent = watch::sendKill(environment->dataDirectory, wanted, kWho);
    if (sent) {
        std::printf("%s\n", sent->c_str());
        return 0;
    }
    // Whatever happens next, the next session of this profile begins killed.
    if (wanted != trade::KillLevel::None) {
        const Status marked = watch::writeKillMark(environment->dataDirectory, AccountId(), {wanted, kWho});
        if (!marked)
            printError(marked.error());
    }
    if (sent.error().kind != ErrorKind::NotFound) {
        printError(sent.error());
        return 1;
    }
    std::printf("no Strikedesk is running on this profile; doing it from here\n");
    return killByOwnEngine(std::move(*environment), wanted, speed);
}

} // namespace

void addKillCommand(CLI::App& app, CommonOptions& common, int& result) {
    CLI::App* command = app.add_subcommand(
        "kill", "The kill switch: 0 releases, 1 disarms, 2 blocks entries, 3 cancels everything, 4 flattens");
    addCommonOptions(*command, common);
    auto level = std::make_shared<int>(2);
    auto speed = std::make_shared<double>(1.0);
    command->add_option("LEVEL", *level, "0 to 4")->check(CLI::Range(0, 4));
    command->add_option("--speed", *speed, "Market seconds per second of the simulated venue");
    command->callback([&common, level, speed, &result] { result = runKill(common, *level, *speed); });
}

} // namespace strikedesk::ctl
