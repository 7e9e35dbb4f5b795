// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/host/hosted_session.h"
#include "core/run/film/film_reader.h"
#include "core/run/session/trade_demo.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace strikedesk::ctl {

using host::HostedSession;

namespace {

/// What the command line says of the demonstration.
struct DemoOptions {
    std::string realDay;
    std::string symbol;
    std::string date = "2014-06-05";
    double speed = 30.0;
    std::int64_t minutes = 20;
    std::int64_t contracts = 2;
    bool json = false;
};

/// Everything found out by one run.
struct DemoResult {
    session::TradeDemoReport report;
    std::string film;
    std::uint64_t filmEvents = 0;
    bool filmIdentical = false;
    std::string filmHash;
    bool checkpointHolds = false;
    std::string trouble;

    bool passed() const { return report.passed && filmIdentical && checkpointHolds && trouble.empty(); }
};

void checkFilm(const session::Session& session, DemoResult& result) {
    if (session.filmFile().empty()) {
        result.trouble = "No film was recorded.";
        return;
    }
    result.film = session.filmFile().string();
    auto reader = film::FilmReader::open(session.filmFile());
    if (!reader) {
        result.trouble = reader.error().message;
        return;
    }
    const auto replayed = session::replayFilm(**reader);
    if (!replayed) {
        result.trouble = replayed.error().message;
        return;
    }
    result.filmEvents = replayed->replayed;
    result.filmIdentical = replayed->isIdentical();
    char hash[32];
    std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(replayed->runningHash));
    result.filmHash = hash;
}

void checkCheckpoint(const session::Session& session, DemoResult& result) {
    if (session.engine() == nullptr)
        return;
    const std::string saved = session.engine()->save();
    const auto loaded = engine::Engine::tryLoad(saved);
    result.checkpointHolds = loaded.ok() && loaded->save() == saved;
}

void printText(const DemoResult& result) {
    const session::TradeDemoReport& report = result.report;
    const store::JournalEntry& row = report.journal;
    std::printf("\n");
    if (report.passed) {
        std::printf("contract     %s\n", row.symbol.text().c_str());
        std::printf("entry        %s at %s\n", row.quantity.text().c_str(), row.averageEntry.text().c_str());
        std::printf("exit         at %s, %s\n", row.averageExit.text().c_str(), row.exitReason.c_str());
        std::printf("P&L          %s net of %s fees; the fills say %s; the broker's cash changed by %s\n",
                    row.netPnl.text().c_str(), row.fees.text().c_str(), report.profitFromFills.text().c_str(),
                    report.cashChange ? report.cashChange->text().c_str() : "?");
    } else {
        std::printf("failed       %s\n", report.failure.c_str());
    }
    std::printf("film         %s\n", result.film.c_str());
    std::printf("replay       %llu events, command hash %s, %s\n",
                static_cast<unsigned long long>(result.filmEvents), result.filmHash.c_str(),
                result.filmIdentical ? "identical" : "NOT identical");
    std::printf("checkpoint   round trip %s\n", result.checkpointHolds ? "holds" : "FAILS");
    if (!result.trouble.empty())
        std::printf("trouble      %s\n", result.trouble.c_str());
    std::printf("%s\n", result.passed() ? "PASS" : "FAIL");
}

void printJson(const DemoResult& result) {
    const session::TradeDemoReport& report = result.report;
    nlohmann::json fills = nlohmann::json::array();
    for (const trade::Fill& fill : report.fills)
        fills.push_back({{"side", std::string(trade::toWire(fill.side))},
                         {"quantity", fill.quantity.text()},
                         {"price", fill.price.text()},
                         {"fee", fill.fee.text()},
                         {"at", fill.at.rfc3339()},
                         {"order_id", fill.brokerOrderId.text()},
                         {"cumulative", fill.cumulativeAfter.text()}});
    const nlohmann::json document = {{"passed", result.passed()},
                                     {"failure", report.failure.empty() ? result.trouble : report.failure},
                                     {"contract", report.contract.text()},
                                     {"exit_reason", report.exitReason},
                                     {"entry_attempts", report.entryAttempts},
                                     {"average_entry", report.journal.averageEntry.text()},
                                     {"average_exit", report.journal.averageExit.text()},
                                     {"net_pnl", report.journal.netPnl.text()},
                                     {"profit_from_fills", report.profitFromFills.text()},
                                     {"cash_change", report.cashChange ? report.cashChange->text() : ""},
                                     {"fills", fills},
                                     {"film", result.film},
                                     {"film_events", result.filmEvents},
                                     {"film_hash", result.filmHash},
                                     {"film_identical", result.filmIdentical},
                                     {"checkpoint_round_trip", result.checkpointHolds}};
    std::printf("%s\n", document.dump(2).c_str());
}

Result<session::TradeDemoPlan> planOf(const DemoOptions& options) {
    session::TradeDemoPlan plan;
    const std::string wanted =
        !options.symbol.empty() ? options.symbol : (options.realDay.empty() ? "SPY" : "TWX");
    const auto symbol = Symbol::tryFrom(wanted);
    if (!symbol)
        return symbol.error();
    plan.underlying = *symbol;
    plan.contracts = options.contracts;
    plan.holdAtMost = Duration::minutes(options.minutes);
    return plan;
}

int runDemo(CommonOptions& common, const DemoOptions& options) {
    QCoreApplication application(common.argc, common.argv);
    common.values.try_emplace("mode", "demo");
    auto environment = prepare(common);
    const auto plan = planOf(options);
    if (!environment || !plan) {
        printError(environment ? plan.error() : environment.error());
        return 2;
    }
    HostedSession hosted(std::move(*environment));
    hosted.speed = options.speed;
    // A demonstration always begins with a new account, so that its cash tells of this trade alone.
    hosted.sandboxArguments.push_back("--fresh");
    if (!options.realDay.empty())
        hosted.sandboxArguments.insert(
            hosted.sandboxArguments.end(),
            {"--replay", options.realDay, "--symbol", plan->underlying.text(), "--date", options.date});
    DemoResult result;
    std::unique_ptr<session::TradeDemo> demo;
    const auto giveUp = [&result](const std::string& why) {
        result.report.failure = why;
        QCoreApplication::quit();
    };
    hosted.failed = [&giveUp](const Error& error) { giveUp(error.message); };
    hosted.prepared = [&](session::Session& session) {
        session.startFailed = [&giveUp](const Error& error, bool isFinal) {
            if (isFinal)
                giveUp(error.message);
        };
        session.troubled = [&result](const Error& error) { result.trouble = error.message; };
        session.started = [&](const trade::BrokerAccount&) {
            demo = std::make_unique<session::TradeDemo>(session, *plan);
            if (!options.json)
                demo->say = [](const std::string& line) {
                    std::printf("%s\n", line.c_str());
                    std::fflush(stdout);
                };
            demo->finished = [&result](const session::TradeDemoReport& report) {
                result.report = report;
                QCoreApplication::quit();
            };
            demo->start();
        };
    };
    quitOnSignals([&giveUp] { giveUp("Interrupted."); });
    hosted.start(host::ownProgram());
    if (result.report.failure.empty())
        QCoreApplication::exec();
    hosted.stop();
    if (hosted.session() != nullptr) {
        checkFilm(*hosted.session(), result);
        checkCheckpoint(*hosted.session(), result);
    }
    options.json ? printJson(result) : printText(result);
    return result.passed() ? 0 : 1;
}

} // namespace

void addDemoCommand(CLI::App& app, CommonOptions& common, int& result) {
    auto options = std::make_shared<DemoOptions>();
    CLI::App* command = app.add_subcommand(
        "trade-demo", "One whole trade on the simulated venue, from live quote to journal row");
    addCommonOptions(*command, common);
    command->add_option("--real-day", options->realDay, "Folder of recorded days; the day is replayed");
    command->add_option("--symbol", options->symbol, "Underlying (SPY, or TWX on the recorded day)");
    command->add_option("--date", options->date, "The recorded day, as YYYY-MM-DD");
    command->add_option("--speed", options->speed, "Market seconds per second")
        ->check(CLI::Range(1.0, 100.0));
    command->add_option("--minutes", options->minutes, "Market minutes to hold before closing by hand")
        ->check(CLI::Range(1, 300));
    command->add_option("--contracts", options->contracts, "Contracts to buy")->check(CLI::Range(1, 20));
    command->add_flag("--json", options->json, "Print one JSON document instead of progress");
    command->callback([&common, options, &result] { result = runDemo(common, *options); });
}

} // namespace strikedesk::ctl
