// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a press on "buy" to the bytes of the order, and from a fill to its take-profit at the venue. The whole
// program runs in this process on a simulated venue, with real sockets and a real order log.
#include "core/run/handover/market_clock.h"
#include "tests/integration/session/trading.h"
#include "tests/support/bench_record.h"
#include "tests/unit/store/temporary_directory.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <mutex>

using namespace strikedesk;

namespace {

constexpr int kTrades = 25; // within the request budget of a minute
constexpr double kSpeed = 20.0;

double milliseconds(Duration span) { return span.toSecondsLossy() * 1'000; }

double quantile(std::vector<double> values, double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

/// When the labelled points of the order path were passed; told on the orders thread.
class Points {
public:
    void passed(std::string_view label) {
        const MonoTime now = handover::MarketClock::monotonic();
        const std::lock_guard lock(m_mutex);
        if (label == "submit.body_taken")
            m_bodies.push_back(now);
        else if (label == "submit.answer_received")
            m_answers.push_back(now);
        else if (label == "update.received")
            m_updates.push_back(now);
    }
    void forget() {
        const std::lock_guard lock(m_mutex);
        m_bodies.clear();
        m_answers.clear();
        m_updates.clear();
    }
    std::vector<MonoTime> bodies() { return copy(m_bodies); }
    std::vector<MonoTime> answers() { return copy(m_answers); }
    std::vector<MonoTime> updates() { return copy(m_updates); }

private:
    std::vector<MonoTime> copy(const std::vector<MonoTime>& from) {
        const std::lock_guard lock(m_mutex);
        return from;
    }
    std::mutex m_mutex;
    std::vector<MonoTime> m_bodies;
    std::vector<MonoTime> m_answers;
    std::vector<MonoTime> m_updates;
};

struct Spans {
    std::vector<double> clickToWire;
    std::vector<double> fillToTarget;
};

/// One trade with a take-profit, closed by hand; false when it did not come about.
bool tradeOnce(test::SessionHost& host, const Symbol& contract, Points& points, Spans& spans) {
    points.forget();
    const trade::EntryTicket ticket = test::withTarget(test::ticketFor(host, contract, 1), 60);
    const MonoTime clicked = handover::MarketClock::monotonic();
    test::send(host, ticket);
    if (!test::untilTargetWorks(host, ticket.intentId, 1))
        return false;
    const auto bodies = points.bodies();
    const auto answers = points.answers();
    const auto updates = points.updates();
    if (bodies.size() < 2 || answers.size() < 2)
        return false;
    spans.clickToWire.push_back(milliseconds(bodies.front() - clicked));
    // The message that told of the fill is the last one before the take-profit left.
    const auto after = std::upper_bound(updates.begin(), updates.end(), bodies[1]);
    if (after != updates.begin())
        spans.fillToTarget.push_back(milliseconds(answers[1] - *(after - 1)));
    host.session().post(engine::CloseRequested{ticket.intentId, trade::ExitReason::Manual});
    return test::untilTradeClosed(host, ticket.intentId);
}

int record(const char* id, const std::vector<double>& values, double share, const char* unit) {
    return values.empty() ? 1 : bench::writeBenchRecordOrComplain({id, quantile(values, share), unit, "", 0});
}

int run() {
    const test::TemporaryDirectory folder;
    sandbox::SandboxConfig venue;
    venue.speed = kSpeed;
    venue.venue.partialPermille = 0;
    venue.tradingRequestsPerMinute = 100'000;
    sandbox::SandboxServer server(venue);
    const auto address = server.start();
    if (!address)
        return 1;
    Points points;
    session::SessionConfig config = test::sandboxSession(address->port, folder / "demo", kSpeed,
                                                         {{"orders.max_per_minute", "1000"},
                                                          {"orders.max_per_second", "100"},
                                                          {"risk.max_trades_per_day", "1000"},
                                                          {"risk.daily_loss_amount", "1000000"},
                                                          {"risk.daily_loss_percent", "100"}});
    config.atCrashPoint = [&points](std::string_view label) { points.passed(label); };
    test::SessionHost host(std::move(config));
    if (!host.start() || !host.untilReady())
        return 1;
    const auto contract = test::pickCall(host);
    if (!contract)
        return 1;
    Spans spans;
    for (int i = 0; i < kTrades; ++i)
        if (!tradeOnce(host, *contract, points, spans))
            break;
    std::printf("%zu trades\n", spans.clickToWire.size());
    int failed = record("order.click_to_wire", spans.clickToWire, 0.5, "ms p50");
    failed += record("order.click_to_wire_p99", spans.clickToWire, 0.99, "ms p99");
    failed += record("order.fill_to_target", spans.fillToTarget, 0.5, "ms p50");
    failed += record("order.fill_to_target_p99", spans.fillToTarget, 0.99, "ms p99");
    host.stop();
    return failed;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (!bench::benchWanted("order.click_to_wire") && !bench::benchWanted("order.fill_to_target"))
        return 0;
    return run();
}
