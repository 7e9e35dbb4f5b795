// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/host/hosted_session.h"
#include "core/base/zone.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <cstdio>

namespace strikedesk::ctl {

using host::HostedSession;

namespace {

/// What the command line says of a headless engine.
struct EngineOptions {
    std::vector<std::string> watch = {"SPY"};
    double speed = 0;
    bool unlockLive = false;
};

/// Prints what changes: readiness, kill, notices, trades.
class StatusPrinter {
public:
    void print(const engine::EngineSnapshot& snapshot) {
        const std::string state = std::string(trade::toText(snapshot.readiness)) +
                                  (snapshot.why.empty() ? "" : " (" + snapshot.why + ")") +
                                  (snapshot.kill == trade::KillLevel::None
                                       ? ""
                                       : ", kill level " + std::to_string(static_cast<int>(snapshot.kill)));
        if (state != m_state)
            line(snapshot.at.market, state);
        m_state = state;
        for (const engine::NumberedNotice& notice : snapshot.notices)
            if (notice.number > m_notice) {
                m_notice = notice.number;
                line(notice.at, notice.notice.message);
            }
        if (snapshot.orders->trades.size() != m_trades) {
            m_trades = snapshot.orders->trades.size();
            line(snapshot.at.market,
                 std::to_string(m_trades) + " trades, realised " + snapshot.orders->realisedNet.text());
        }
    }

private:
    static void line(Timestamp at, const std::string& text) {
        const NewYorkTime time = toNewYork(at);
        std::printf("%02d:%02d:%02d  %s\n", time.hour(), time.minute(), time.second(), text.c_str());
        std::fflush(stdout);
    }

    std::string m_state;
    std::uint64_t m_notice = 0;
    std::size_t m_trades = 0;
};

Result<std::set<Symbol>> symbolsOf(const std::vector<std::string>& words) {
    std::set<Symbol> symbols;
    for (const std::string& word : words) {
        const auto symbol = Symbol::tryFrom(word);
        if (!symbol)
            return symbol.error();
        symbols.insert(*symbol);
    }
    return symbols;
}

int runEngine(CommonOptions& common, const EngineOptions& options) {
    QCoreApplication application(common.argc, common.argv);
    auto environment = prepare(common);
    const auto symbols = symbolsOf(options.watch);
    if (!environment || !symbols) {
        printError(environment ? symbols.error() : environment.error());
        return 2;
    }
    if (environment->mode == session::Mode::Live && !options.unlockLive) {
        printError(Error{ErrorKind::Refused, "ctl.live_locked",
                         "Live trading is locked. Add --unlock-live to allow it for this run only."});
        return 2;
    }
    int code = 0;
    HostedSession hosted(std::move(*environment));
    hosted.speed = options.speed > 0 ? options.speed
                                     : hosted.environment().settings.decimal("sandbox.speed").toDoubleLossy();
    StatusPrinter printer;
    const auto giveUp = [&code](const Error& error) {
        printError(error);
        code = 1;
        QCoreApplication::quit();
    };
    hosted.failed = giveUp;
    hosted.prepared = [&](session::Session& session) {
        session.startFailed = [&giveUp](const Error& error, bool isFinal) {
            isFinal ? giveUp(error) : printError(error);
        };
        session.troubled = [](const Error& error) { printError(error); };
        session.snapshotReady = [&session, &printer] {
            if (const auto snapshot = session.snapshot())
                printer.print(*snapshot);
        };
        session.started = [&session, &symbols](const trade::BrokerAccount&) {
            std::vector<session::StreamWish> wishes;
            for (const Symbol& symbol : *symbols)
                wishes.push_back({symbol});
            session.watch(std::move(wishes));
        };
    };
    quitOnSignals([] { QCoreApplication::quit(); });
    hosted.start(host::ownProgram());
    if (code == 0)
        QCoreApplication::exec();
    hosted.stop();
    return code;
}

} // namespace

void addEngineCommand(CLI::App& app, CommonOptions& common, int& result) {
    auto options = std::make_shared<EngineOptions>();
    CLI::App* command = app.add_subcommand("engine", "The engine alone, without a window, until Ctrl+C");
    addCommonOptions(*command, common);
    command->add_option("--watch", options->watch, "Underlyings to stream");
    command->add_option("--speed", options->speed, "Market seconds per second of the simulated venue");
    command->add_flag("--unlock-live", options->unlockLive, "Allow real money for this run");
    command->callback([&common, options, &result] { result = runEngine(common, *options); });
}

} // namespace strikedesk::ctl
