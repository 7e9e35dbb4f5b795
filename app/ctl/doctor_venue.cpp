// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/doctor_venue.h"

#include "core/run/workers/source_list.h"

#include <QCoreApplication>
#include <QTimer>

#include <array>
#include <chrono>

namespace strikedesk::ctl {

namespace {

constexpr int kPatienceMs = 20'000;
constexpr double kSkewToMention = 1.0; // seconds

constexpr std::array kShown = {market::Capability::StockStream, market::Capability::StockBars,
                               market::Capability::OptionStream, market::Capability::Chain,
                               market::Capability::News};

alpaca::RestOptions optionsFor(const std::string& url) {
    alpaca::RestOptions options;
    options.baseUrl = url;
    return options;
}

/// What a level of the broker allows (protocol facts, section 4).
std::string levelText(std::int64_t level) {
    switch (level) {
    case 1:
        return "covered calls and cash-secured puts only";
    case 2:
        return "calls and puts can be bought";
    case 3:
        return "calls, puts and spreads";
    default:
        return "options are off";
    }
}

} // namespace

VenueDoctor::VenueDoctor(const workers::DataAccess& access, const workers::NetTuning& tuning,
                         bool compareClock, Findings& findings)
    : m_findings(findings), m_compareClock(compareClock),
      m_rest(optionsFor(access.alpaca.tradingBaseUrl), access.alpacaKeys, m_clock), m_broker(m_rest) {
    m_sources = std::make_unique<workers::DataSources>(workers::makeSources(access, tuning, m_clock).sources,
                                                       m_clock, m_log);
}

void VenueDoctor::run() {
    m_broker.account([this](const Result<trade::BrokerAccount>& account) { onAccount(account); });
    m_broker.clock([this](const Result<trade::BrokerClock>& clock) { onClock(clock); });
    m_sources->changed = [this] {
        if (!m_sources->report().isAsking && !std::exchange(m_isDataTold, true))
            onData();
    };
    m_sources->probe();
    QTimer::singleShot(kPatienceMs, QCoreApplication::instance(), [this] {
        if (m_left > 0)
            m_findings.bad("reach", "The venue did not answer in time. Check the network and a firewall.");
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
}

void VenueDoctor::part() {
    if (--m_left == 0)
        QCoreApplication::quit();
}

void VenueDoctor::onAccount(const Result<trade::BrokerAccount>& account) {
    if (!account) {
        m_findings.bad("account", account.error().message);
    } else {
        m_findings.good("account", account->number.text() + ", status " + account->status);
        sayRights(*account);
    }
    part();
}

void VenueDoctor::sayRights(const trade::BrokerAccount& account) {
    if (account.status != "ACTIVE")
        m_findings.bad("account", "Only an ACTIVE account may trade. Finish its opening at the broker.");
    if (account.tradingBlocked || account.accountBlocked)
        m_findings.bad("account", "The broker has blocked trading. Ask the broker why.");
    if (account.tradeSuspendedByUser)
        m_findings.bad("account", "Trading is suspended in the account's own settings at the broker. Switch "
                                  "it on there.");
    const std::int64_t level = account.optionsTradingLevel.value_or(0);
    const std::string what = "level " + std::to_string(level) + ": " + levelText(level);
    if (level >= 2)
        m_findings.good("options", what);
    else
        m_findings.bad("options", what + ". Buying options needs level 2; ask the broker to raise it.");
    if (level == 2)
        m_findings.note("options", "Spreads need level 3.");
}

void VenueDoctor::onClock(const Result<trade::BrokerClock>& clock) {
    if (!clock) {
        m_findings.bad("clock", clock.error().message);
        return part();
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

void VenueDoctor::sayVendor(const market::DataReport& report, market::Vendor vendor) {
    const std::string name(market::nameOf(vendor));
    for (const market::Capability capability : kShown) {
        const market::GrantState& state = report.grants.state(vendor, capability);
        std::string line =
            std::string(market::nameOf(capability)) + ": " + std::string(market::toText(state.grant));
        if (!state.why.empty())
            line += ". " + state.why;
        if (state.grant == market::Grant::RealTime)
            m_findings.good(name, line);
        else
            m_findings.note(name, line);
    }
}

void VenueDoctor::onData() {
    const market::DataReport report = m_sources->report();
    for (const market::Vendor vendor : report.grants.order())
        sayVendor(report, vendor);
    for (const auto& [capability, what] : {std::pair(market::Capability::StockStream, "stock"),
                                           std::pair(market::Capability::OptionStream, "option")}) {
        bool isAny = false;
        for (const market::Vendor vendor : report.grants.order()) {
            const market::Grant grant = report.grants.state(vendor, capability).grant;
            isAny = isAny || grant == market::Grant::RealTime || grant == market::Grant::Delayed;
        }
        if (!isAny)
            m_findings.bad("market data", std::string("No key gives live ") + what +
                                              " prices. See the lines above for what to change.");
    }
    for (const std::string& sentence : report.advice)
        m_findings.note("advice", sentence);
    part();
}

} // namespace strikedesk::ctl
