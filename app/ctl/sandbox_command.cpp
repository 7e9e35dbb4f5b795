// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "core/run/sandbox/market/replay_days.h"
#include "core/run/sandbox/sandbox_server.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

namespace strikedesk::ctl {

namespace {

/// What the command line says of the sandbox.
struct SandboxOptions {
    sandbox::SandboxConfig config;
    std::vector<std::string> replaySymbols;
    std::string replayDate;
    std::string listDays;
    std::string start;
    std::string cash;
    bool endWithParent = false;
};

Status applyTexts(SandboxOptions& options) {
    if (!options.config.replayDirectory.empty()) {
        for (const std::string& name : options.replaySymbols) {
            auto symbol = Symbol::tryFrom(name);
            if (!symbol)
                return symbol.error();
            options.config.replaySymbols.push_back(*symbol);
        }
        if (options.replayDate.empty())
            return invalidInput(
                "ctl.sandbox.date",
                "A replay needs a day. Name it with --date; --list-days tells which there are.");
        auto date = Date::tryFromIso(options.replayDate);
        if (!date)
            return date.error();
        options.config.replayDate = *date;
    }
    if (!options.start.empty()) {
        auto start = Timestamp::tryFromRfc3339(options.start);
        if (!start)
            return start.error();
        options.config.start = *start;
    }
    if (!options.cash.empty()) {
        const auto cash = Money::tryFromText(options.cash);
        if (!cash || !cash->isPositive())
            return invalidInput("ctl.sandbox.cash", "The cash must be an amount of dollars above zero.");
        options.config.venue.startingCash = *cash;
    }
    return done();
}

/// One line a day: "2013-10-08  IBM trades ticks, quotes ticks; SPY …".
int printDays(const std::string& folder) {
    const auto days = sandbox::listRecordedDays(folder);
    if (!days) {
        printError(days.error());
        return 1;
    }
    for (const auto& [date, symbols] : *days) {
        std::string line = date.iso();
        const char* mark = "  ";
        for (const auto& [symbol, recorded] : symbols) {
            line += mark + symbol.text() + (recorded.isIndex ? " values " : " trades ");
            line += textOf(recorded.trades);
            if (!recorded.isIndex)
                line += ", quotes " + std::string(textOf(recorded.quotes));
            if (recorded.contracts > 0)
                line += ", " + std::to_string(recorded.contracts) + " contracts (quotes " +
                        std::string(textOf(recorded.optionQuotes)) + ", trades " +
                        std::string(textOf(recorded.optionTrades)) + ")";
            mark = "; ";
        }
        std::printf("%s\n", line.c_str());
    }
    return 0;
}

int runSandbox(SandboxOptions& options) {
    if (!options.listDays.empty())
        return printDays(options.listDays);
    int argc = 0;
    QCoreApplication application(argc, nullptr);
    if (const Status read = applyTexts(options); !read) {
        printError(read.error());
        return 2;
    }
    sandbox::SandboxServer server(options.config);
    const auto address = server.start();
    if (!address) {
        printError(address.error());
        return 1;
    }
    std::printf("listening %u\n", static_cast<unsigned>(address->port));
    std::printf("The simulated venue is at %s; key %s, secret %s. End it with Ctrl+C.\n",
                address->http().c_str(), options.config.keyId.c_str(), options.config.secretKey.c_str());
    std::fflush(stdout);
    quitOnSignals([] { QCoreApplication::quit(); });
    // A parent that ends, however it ends, closes our standard input.
    QSocketNotifier parent(STDIN_FILENO, QSocketNotifier::Read);
    parent.setEnabled(options.endWithParent);
    QObject::connect(&parent, &QSocketNotifier::activated, &parent, [&parent] {
        char ignored[64];
        if (::read(STDIN_FILENO, ignored, sizeof ignored) <= 0) {
            parent.setEnabled(false);
            QCoreApplication::quit();
        }
    });
    QCoreApplication::exec();
    server.stop();
    return 0;
}

} // namespace

void addSandboxCommand(CLI::App& app, int& result) {
    auto options = std::make_shared<SandboxOptions>();
    CLI::App* command =
        app.add_subcommand("sandbox", "A simulated venue on loopback that speaks the broker's protocols");
    command->add_option("--port", options->config.port, "Port on 127.0.0.1; 0 lets the system choose");
    command->add_option("--seed", options->config.seed, "Seed of the simulated market");
    command->add_option("--speed", options->config.speed, "Market seconds per second")
        ->check(CLI::Range(1.0, 1000.0));
    command
        ->add_option("--fills-in-parts", options->config.venue.partialPermille,
                     "Orders of a thousand that fill in two parts")
        ->check(CLI::Range(0, 1000));
    command->add_option("--stock-symbols", options->config.stockSymbols,
                        "Stocks with quotes or trades at once, as a data plan allows; 0: no limit");
    command->add_option("--option-symbols", options->config.optionSymbols,
                        "Option contracts with quotes or trades at once; 0: no limit");
    command->add_option("--start", options->start, "Market time of a new account, as 2026-03-02T14:40:00Z");
    command->add_option("--cash", options->cash, "Dollars in a new account, as 100000.00");
    command->add_option("--replay", options->config.replayDirectory, "Folder of recorded days to replay");
    command
        ->add_option("--symbol", options->replaySymbols,
                     "Stocks or indexes of the recorded day, as IBM,SPY; none: all of that day")
        ->delimiter(',');
    command->add_option("--date", options->replayDate, "The recorded day, as YYYY-MM-DD");
    command->add_option("--list-days", options->listDays, "Folder whose recorded days are listed; then ends");
    command->add_option("--venue-db", options->config.venueDbPath,
                        "File of the simulated account; none: memory only");
    command->add_flag("--fresh", options->config.fresh, "Forget the stored account and begin a new one");
    command->add_flag("--end-with-parent", options->endWithParent, "End when standard input closes");
    command->callback([options, &result] { result = runSandbox(*options); });
}

} // namespace strikedesk::ctl
