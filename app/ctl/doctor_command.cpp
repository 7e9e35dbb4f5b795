// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "app/host/hosted_session.h"
#include "core/io/keys/keychain_store.h"
#include "core/io/store/migrations.h"
#include "core/io/store/order_log.h"
#include "core/io/venues/alpaca/alpaca_broker.h"
#include "core/io/venues/alpaca/alpaca_market_data.h"
#include "core/run/handover/market_clock.h"
#include "core/run/sandbox/sandbox_server.h"
#include "core/run/session/build_info.h"

#include <QCoreApplication>
#include <QTimer>

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>

namespace strikedesk::ctl {

namespace {

constexpr int kProbePatienceMs = 15'000;
constexpr double kSkewToMention = 1.0; // seconds

/// Collects the findings and prints each as it comes.
class Findings {
public:
    void good(const std::string& what, const std::string& detail) { print("ok  ", what, detail); }
    void bad(const std::string& what, const std::string& whatToDo) {
        print("BAD ", what, whatToDo);
        m_bad = true;
    }
    bool anyBad() const { return m_bad; }

private:
    static void print(const char* mark, const std::string& what, const std::string& detail) {
        std::printf("%s %-14s %s\n", mark, what.c_str(), detail.c_str());
        std::fflush(stdout);
    }
    bool m_bad = false;
};

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

/// Asks the venue who we are, what time it is and whether data comes; quits the event loop when all have
/// answered.
class VenueProbe {
public:
    VenueProbe(const alpaca::AlpacaEndpoints& endpoints, const alpaca::AlpacaKeys& keys, bool compareClock,
               Findings& findings)
        : m_findings(findings), m_compareClock(compareClock),
          m_rest(optionsFor(endpoints.tradingBaseUrl), keys, m_clock),
          m_dataRest(optionsFor(endpoints.dataBaseUrl), keys, m_clock), m_broker(m_rest),
          m_data(m_dataRest, m_rest, endpoints) {}

    void run() {
        m_broker.account([this](const Result<trade::BrokerAccount>& account) { onAccount(account); });
        m_broker.clock([this](const Result<trade::BrokerClock>& clock) { onClock(clock); });
        m_data.latestQuotes({Symbol::of("SPY")}, [this](const Result<std::vector<market::Quote>>& quotes) {
            if (quotes)
                m_findings.good("market data", quotes->empty()
                                                   ? "answers, but has no quote for SPY now"
                                                   : "SPY " + quotes->front().bid.text() + " bid");
            else
                m_findings.bad("market data", quotes.error().message);
            part();
        });
        QTimer::singleShot(kProbePatienceMs, QCoreApplication::instance(), [this] {
            if (m_left > 0)
                m_findings.bad("reach",
                               "The venue did not answer in time. Check the network and a firewall.");
            QCoreApplication::quit();
        });
        QCoreApplication::exec();
    }

private:
    static alpaca::RestOptions optionsFor(const std::string& url) {
        alpaca::RestOptions options;
        options.baseUrl = url;
        return options;
    }

    void part() {
        if (--m_left == 0)
            QCoreApplication::quit();
    }

    void onAccount(const Result<trade::BrokerAccount>& account) {
        if (!account) {
            m_findings.bad("account", account.error().message);
        } else {
            const auto level = account->optionsTradingLevel;
            m_findings.good("account", account->number.text() + ", status " + account->status);
            if (account->tradingBlocked || account->accountBlocked)
                m_findings.bad("account", "The broker has blocked trading. Ask the broker why.");
            if (level && *level >= 2)
                m_findings.good("options",
                                "level " + std::to_string(*level) + ": calls and puts can be bought");
            else
                m_findings.bad("options", "Buying options needs level 2. Ask the broker to raise it.");
        }
        part();
    }

    void onClock(const Result<trade::BrokerClock>& clock) {
        if (!clock) {
            m_findings.bad("clock", clock.error().message);
            part();
            return;
        }
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        const double here = std::chrono::duration<double>(now).count();
        const double skew = static_cast<double>(clock->now.nanoseconds()) / 1e9 - here;
        char text[64];
        std::snprintf(text, sizeof text, "%.1f s from this machine's", skew);
        if (!m_compareClock)
            m_findings.good("clock", "the simulated market is at " + clock->now.rfc3339());
        else if (skew > kSkewToMention || skew < -kSkewToMention)
            m_findings.bad("clock", std::string("The venue's clock is ") + text +
                                        ". Set this machine's clock by network time.");
        else
            m_findings.good("clock", std::string("the venue's is ") + text);
        m_findings.good("session", clock->isOpen ? "open" : "closed, opens " + clock->nextOpen.rfc3339());
        part();
    }

    Findings& m_findings;
    bool m_compareClock;
    handover::MarketClock m_clock;
    alpaca::AlpacaRest m_rest;
    alpaca::AlpacaRest m_dataRest;
    alpaca::AlpacaBroker m_broker;
    alpaca::AlpacaMarketData m_data;
    int m_left = 3;
};

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

void probeVenue(Environment& environment, Findings& findings) {
    if (environment.mode == session::Mode::Demo) {
        sandbox::SandboxServer server{sandbox::SandboxConfig()};
        const auto address = server.start();
        if (!address) {
            findings.bad("sandbox", address.error().message);
            return;
        }
        findings.good("sandbox", "starts, " + address->http());
        VenueProbe(alpaca::AlpacaEndpoints::sandbox(address->port), sandboxKeys(), false, findings).run();
        return;
    }
    const auto keys = findKeys(environment);
    if (!keys) {
        findings.bad("keys", keys.error().message);
        return;
    }
    const auto given = host::keysFromEnvironment();
    findings.good("keys", given.ok() && given->has_value() ? "found in the environment"
                                                           : "found in the system's key store");
    VenueProbe(host::endpointsOf(environment), *keys, true, findings).run();
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
