// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/session/session_host.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace strikedesk::test {

namespace {

constexpr int kLookEveryMs = 5;

/// Every line at once, with this machine's time; for looking at a test that does not do what it should.
class ErrorStreamLog final : public Log {
public:
    bool wants(LogLevel) const override { return true; }
    void write(LogLevel level, std::string_view area, std::string_view message,
               std::span<const LogField> fields) override {
        std::string line = std::to_string(handover::MarketClock::monotonic().nanoseconds() / 1'000'000) +
                           " " + std::string(logLevelName(level)) + " " + std::string(area) + ": " +
                           std::string(message);
        for (const LogField& field : fields)
            line += ", " + std::string(field.key) + "=" + field.value;
        std::fprintf(stderr, "%s\n", line.c_str());
    }
};

std::unique_ptr<Log> testLog() {
    if (std::getenv("STRIKEDESK_TEST_LOG") == nullptr)
        return std::make_unique<NullLog>();
    return std::make_unique<ErrorStreamLog>();
}

} // namespace

Settings testSettings(const std::map<std::string, std::string>& more) {
    SettingLayers layers;
    layers.commandLine = {{"orders.horizon_seconds", "10"},
                          {"quotes.manual_age_seconds", "60"},
                          {"quotes.display_age_seconds", "60"},
                          {"orders.duplicate_seconds", "0"},
                          {"alpaca.data_requests_per_minute", "10000"}};
    for (const auto& [key, value] : more)
        layers.commandLine[key] = value;
    auto settings = Settings::tryFrom(layers);
    EXPECT_TRUE(settings.ok()) << (settings ? "" : settings.error().message);
    return settings ? *settings : Settings();
}

session::SessionConfig sandboxSession(std::uint16_t port, const std::filesystem::path& folder, double speed,
                                      const std::map<std::string, std::string>& settings) {
    session::SessionConfig config;
    config.mode = session::Mode::Demo;
    config.settings = testSettings(settings);
    config.endpoints = alpaca::AlpacaEndpoints::sandbox(port);
    config.keys = alpaca::AlpacaKeys{Secret("SANDBOX-KEY"), Secret("sandbox-secret")};
    config.dataDirectory = folder;
    config.speed = speed;
    return config;
}

SessionHost::SessionHost(session::SessionConfig config)
    : m_log(testLog()), m_session(std::make_unique<session::Session>(std::move(config), *m_log)) {
    m_session->startFailed = [this](const Error& error, bool isFinal) {
        startErrors.push_back(error);
        finalErrors += isFinal ? 1 : 0;
    };
    m_session->troubled = [this](const Error& error) { troubles.push_back(error); };
    m_session->started = [this](const trade::BrokerAccount&) { isStarted = true; };
    m_session->journaled = [this](const store::JournalEntry& entry) { journaled.push_back(entry); };
}

SessionHost::~SessionHost() { m_session->stop(); }

bool SessionHost::until(const std::function<bool()>& wanted, Duration patience) {
    if (wanted())
        return true;
    QEventLoop loop;
    bool came = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        came = wanted();
        if (came)
            loop.quit();
    });
    look.start(kLookEveryMs);
    QTimer::singleShot(static_cast<int>(patience.toMilliseconds()), &loop, &QEventLoop::quit);
    loop.exec();
    return came;
}

bool SessionHost::untilShown(const std::function<bool(const engine::EngineSnapshot&)>& wanted,
                             Duration patience) {
    return until(
        [&] {
            const auto newest = snapshot();
            return newest && wanted(*newest);
        },
        patience);
}

bool SessionHost::untilReady() {
    return untilShown([](const engine::EngineSnapshot& snapshot) {
        return snapshot.readiness >= trade::Readiness::Ready && snapshot.account && snapshot.sessionOpen;
    });
}

std::shared_ptr<const trade::Notice> SessionHost::notice(const std::string& code) {
    const auto newest = snapshot();
    if (!newest)
        return nullptr;
    for (auto row = newest->notices.rbegin(); row != newest->notices.rend(); ++row)
        if (row->notice.code == code)
            return std::make_shared<const trade::Notice>(row->notice);
    return nullptr;
}

bool SessionHost::untilNotice(const std::string& code, Duration patience) {
    return until([&] { return notice(code) != nullptr; }, patience);
}

const engine::TradeView* SessionHost::trade(const engine::EngineSnapshot& snapshot,
                                            const IntentId& id) const {
    const auto& trades = snapshot.orders->trades;
    const auto found =
        std::find_if(trades.begin(), trades.end(), [&id](const auto& view) { return view.state.id == id; });
    return found == trades.end() ? nullptr : &*found;
}

std::vector<trade::OrderState> SessionHost::orders(const IntentId& tradeId, trade::OrderRole role) {
    std::vector<trade::OrderState> found;
    if (const auto newest = snapshot())
        for (const trade::OrderState& order : newest->orders->orders)
            if (order.intent.tradeId == tradeId && order.intent.role == role)
                found.push_back(order);
    return found;
}

} // namespace strikedesk::test
