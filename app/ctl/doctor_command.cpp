// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/ctl/doctor_findings.h"
#include "app/ctl/doctor_venue.h"
#include "app/host/hosted_session.h"
#include "core/io/keys/keychain_store.h"
#include "core/io/store/migrations.h"
#include "core/io/store/order_log.h"
#include "core/run/sandbox/sandbox_server.h"
#include "core/run/session/build_info.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>

namespace strikedesk::ctl {

namespace {

void checkStore(const Environment& environment, Findings& findings) {
    const auto store = store::openStore(environment.dataDirectory / "store.db");
    if (store)
        findings.good("store", "opens and is up to date");
    else
        findings.bad("store", store.error().message);
}

void checkOrderLogs(const Environment& environment, Findings& findings) {
    std::error_code ignored;
    int logs = 0;
    for (const auto& file : std::filesystem::directory_iterator(environment.dataDirectory, ignored)) {
        const std::string name = file.path().filename().string();
        const std::string prefix = "orders-" + std::string(session::toText(environment.mode)) + "-";
        if (!name.starts_with(prefix) || !name.ends_with(".db"))
            continue;
        ++logs;
        store::OrderLogOptions options;
        options.directory = environment.dataDirectory;
        options.environment = std::string(session::toText(environment.mode));
        options.account = AccountId(name.substr(prefix.size(), name.size() - prefix.size() - 3));
        options.buildId = session::kBuildId;
        const auto opening = store::OrderLog::open(options);
        if (!opening)
            findings.bad("order log", name + ": " + opening.error().message);
        else if (const auto* damage = std::get_if<store::OrderLogDamage>(&*opening))
            findings.bad("order log", name + " is damaged: " + damage->what + ". Restore the newest backup.");
        else
            findings.good("order log", name + ", " + std::to_string(std::get<0>(*opening)->lastSeq()) +
                                           " records, chain intact");
    }
    if (logs == 0)
        findings.good("order log", "none yet; it is made at the first start");
}

/// The broker's keys, waiting for the key store's answer.
Result<alpaca::AlpacaKeys> findKeys(const Environment& environment) {
    keys::KeychainStore store;
    const host::BrokerKeyFinder finder(store, environment.settings.text("profile.name"));
    std::optional<Result<alpaca::AlpacaKeys>> answer;
    finder.find(environment.mode, environment.redactor, [&](Result<alpaca::AlpacaKeys> found) {
        answer = std::move(found);
        QCoreApplication::quit();
    });
    if (!answer)
        QCoreApplication::exec();
    return std::move(*answer);
}

/// The key of Polygon's data, waiting for the key store's answer; empty without one.
Secret findDataKey(const Environment& environment, Findings& findings) {
    keys::KeychainStore store;
    const host::BrokerKeyFinder finder(store, environment.settings.text("profile.name"));
    std::optional<Result<Secret>> answer;
    finder.findDataKey(environment.redactor, [&](Result<Secret> found) {
        answer = std::move(found);
        QCoreApplication::quit();
    });
    if (!answer)
        QCoreApplication::exec();
    if (!*answer) {
        findings.bad("Polygon key", answer->error().message);
        return {};
    }
    if ((*answer)->isEmpty())
        findings.note("Polygon key", "none; Alpaca alone is asked for market data");
    else
        findings.good("Polygon key", "found");
    return std::move(**answer);
}

workers::DataAccess accessOf(const Environment& environment, std::uint16_t sandboxPort) {
    workers::DataAccess access;
    access.order = market::vendorsFrom(environment.settings.text("net.data_providers")).valueOr(access.order);
    access.alpaca = host::endpointsOf(environment, sandboxPort);
    access.polygon = host::polygonEndpointsOf(environment, sandboxPort);
    return access;
}

void probeSandbox(const Environment& environment, Findings& findings) {
    sandbox::SandboxServer server{sandbox::SandboxConfig()};
    const auto address = server.start();
    if (!address) {
        findings.bad("sandbox", address.error().message);
        return;
    }
    findings.good("sandbox", "starts, " + address->http());
    workers::DataAccess access = accessOf(environment, address->port);
    access.alpacaKeys = sandboxKeys();
    access.polygonKey = host::sandboxDataKey();
    VenueDoctor(access, session::netTuningFrom(environment.settings), false, findings).run();
}

void probeVenue(Environment& environment, Findings& findings) {
    if (environment.mode == session::Mode::Demo)
        return probeSandbox(environment, findings);
    auto keys = findKeys(environment);
    if (!keys) {
        findings.bad("keys", keys.error().message);
        return;
    }
    const auto given = host::keysFromEnvironment();
    findings.good("keys", given.ok() && given->has_value() ? "found in the environment"
                                                           : "found in the system's key store");
    workers::DataAccess access = accessOf(environment, 0);
    access.alpacaKeys = std::move(*keys);
    access.polygonKey = findDataKey(environment, findings);
    VenueDoctor(access, session::netTuningFrom(environment.settings), true, findings).run();
}

int runDoctor(CommonOptions& common) {
    QCoreApplication application(common.argc, common.argv);
    auto environment = prepare(common);
    if (!environment) {
        printError(environment.error());
        return 2;
    }
    Findings findings;
    findings.good("build", session::kBuildId);
    findings.good("settings", "valid; mode " + environment->settings.text("mode"));
    findings.good("data folder", environment->dataDirectory.string());
    checkStore(*environment, findings);
    checkOrderLogs(*environment, findings);
    probeVenue(*environment, findings);
    std::printf("%s\n",
                findings.anyBad() ? "Something needs you; see the lines marked BAD." : "All is well.");
    return findings.anyBad() ? 1 : 0;
}

} // namespace

void addDoctorCommand(CLI::App& app, CommonOptions& common, int& result) {
    CLI::App* command =
        app.add_subcommand("doctor", "Checks settings, keys, reach, store and clock, and says what to do");
    addCommonOptions(*command, common);
    command->callback([&common, &result] { result = runDoctor(common); });
}

} // namespace strikedesk::ctl
