// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "core/run/sandbox/sandbox_server.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>

namespace strikedesk::ctl {

namespace {

/// What the command line says of the sandbox.
struct SandboxOptions {
    sandbox::SandboxConfig config;
    std::string replaySymbol = "TWX";
    std::string replayDate = "2014-06-05";
    std::string start;
    std::string cash;
    bool endWithParent = false;
};

Status applyTexts(SandboxOptions& options) {
    if (!options.config.replayDirectory.empty()) {
        auto symbol = Symbol::tryFrom(options.replaySymbol);
        if (!symbol)
            return symbol.error();
        options.config.replaySymbol = *symbol;
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

int runSandbox(SandboxOptions& options) {
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
        ->check(CLI::Range(0.1, 1000.0));
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
    command->add_option("--symbol", options->replaySymbol, "Underlying of the recorded day");
    command->add_option("--date", options->replayDate, "The recorded day, as YYYY-MM-DD");
    command->add_option("--venue-db", options->config.venueDbPath,
                        "File of the simulated account; none: memory only");
    command->add_flag("--fresh", options->config.fresh, "Forget the stored account and begin a new one");
    command->add_flag("--end-with-parent", options->endWithParent, "End when standard input closes");
    command->callback([options, &result] { result = runSandbox(*options); });
}

} // namespace strikedesk::ctl
