// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// feed.to_snapshot: from the bytes of a quote given to a loopback socket to a published snapshot that shows
// it, at 20,000 quotes a second through the whole program: socket, decoder, inbox, engine.
#include "core/run/handover/market_clock.h"
#include "tests/bench/feed/fire_hose.h"
#include "tests/integration/session/session_host.h"
#include "tests/support/bench_record.h"
#include "tests/unit/store/temporary_directory.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace strikedesk;

namespace {

constexpr int kSymbols = 200;
constexpr int kPerSecond = 20'000;
constexpr double kWarmUp = 2.0; ///< seconds
constexpr double kMeasured = 10.0;

std::vector<std::string> symbolNames() {
    std::vector<std::string> names;
    for (int i = 0; i < kSymbols; ++i)
        names.push_back(std::string("Q") + static_cast<char>('A' + i / 26) + static_cast<char>('A' + i % 26));
    return names;
}

double quantile(std::vector<double> values, double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

/// Milliseconds from the socket to the first look at a snapshot that shows the quote; the newest quote of
/// each snapshot is taken. Looks come every 50 microseconds, which is part of the figure.
std::vector<double> delaysOf(test::SessionHost& host, const bench::FireHose& hose, double seconds) {
    std::vector<double> delays;
    std::shared_ptr<const engine::EngineSnapshot> last;
    std::int64_t newest = 0;
    const MonoTime end =
        handover::MarketClock::monotonic() + Duration::milliseconds(static_cast<int>(seconds * 1'000));
    for (MonoTime now = handover::MarketClock::monotonic(); now < end;
         now = handover::MarketClock::monotonic()) {
        const auto snapshot = host.snapshot();
        if (snapshot == last) {
            std::this_thread::sleep_for(std::chrono::microseconds(50));
            continue;
        }
        last = snapshot;
        std::int64_t shown = 0;
        for (const auto& [symbol, row] : snapshot->quotes->rows())
            shown = std::max(shown, row.quote.bidSize);
        if (shown > newest && shown <= hose.sent()) {
            newest = shown;
            delays.push_back((now - hose.sentAt(shown)).toSecondsLossy() * 1'000);
        }
    }
    return delays;
}

int measure(bench::FireHose& hose, QThread& thread, const std::vector<std::string>& names,
            const sandbox::SandboxConfig& venue) {
    sandbox::SandboxServer server(venue);
    const auto address = server.start();
    const test::TemporaryDirectory folder;
    if (!address)
        return 1;
    session::SessionConfig config = test::sandboxSession(address->port, folder / "demo", 1.0);
    int port = 0;
    QMetaObject::invokeMethod(
        &hose, [&] { port = hose.listen(); }, Qt::BlockingQueuedConnection);
    config.endpoints.stockStreamUrl = "ws://127.0.0.1:" + std::to_string(port) + "/v2/sip";
    test::SessionHost host(std::move(config));
    if (!host.start() || !host.untilReady())
        return 1;
    std::vector<session::StreamWish> wishes;
    for (const std::string& name : names)
        wishes.push_back({Symbol::of(name), market::Attention::Shown});
    host.session().watch(wishes);
    if (!host.until([&] { return hose.hasClient(); }))
        return 1;
    QMetaObject::invokeMethod(&hose, [&] { hose.open(kPerSecond); });
    host.until([] { return false; }, Duration::milliseconds(static_cast<int>(kWarmUp * 1'000)));
    const std::int64_t before = hose.sent();
    const std::vector<double> delays = delaysOf(host, hose, kMeasured);
    const double rate = static_cast<double>(hose.sent() - before) / kMeasured;
    QMetaObject::invokeMethod(
        &hose, [&] { hose.stop(); }, Qt::BlockingQueuedConnection);
    host.stop();
    thread.quit();
    thread.wait();
    if (delays.size() < 100)
        return 1;
    std::printf("%.0f quotes a second, %zu snapshots\n", rate, delays.size());
    return bench::writeBenchRecordOrComplain({"feed.to_snapshot", quantile(delays, 0.5), "ms p50", "", 0}) +
           bench::writeBenchRecordOrComplain(
               {"feed.to_snapshot_p99", quantile(delays, 0.99), "ms p99", "", 0});
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (!bench::benchWanted("feed.to_snapshot"))
        return 0;
    sandbox::SandboxConfig venue;
    venue.start = *Timestamp::tryFromRfc3339("2026-03-03T15:30:00Z");
    const std::vector<std::string> names = symbolNames();
    QThread thread;
    auto* hose = new bench::FireHose(names, *venue.start);
    hose->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, hose, &QObject::deleteLater);
    thread.start();
    return measure(*hose, thread, names, venue);
}
