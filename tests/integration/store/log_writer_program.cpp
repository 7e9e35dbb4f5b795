// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A process to be killed: opens the order log of a folder, appends intent after intent, and prints the number
// of each record once it is acknowledged. Arguments: folder, and optionally a crash point and which visit of
// it is the last.
#include "core/io/store/order_log.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <variant>

using namespace strikedesk;

namespace {

/// Says a line at once, so that the reader knows it even if the next instruction is the last.
void say(const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

store::OrderLogRecord intent(std::int64_t number) {
    const std::string text = std::to_string(number);
    return {Moment{Timestamp::fromSeconds(number), MonoTime::fromNanoseconds(number)}, "intent",
            IntentId("intent-" + text), ClientOrderId("order-" + text), "{\"number\":" + text + "}"};
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return 2;
    store::OrderLogOptions options;
    options.directory = argv[1];
    options.environment = "paper";
    options.account = AccountId("PA3X");
    options.buildId = "build-1";
    options.reserveBytes = 4'096;
    const std::string crashPoint = argc > 3 ? argv[2] : "";
    int visits = argc > 3 ? std::atoi(argv[3]) : 0;
    options.atCrashPoint = [&](std::string_view point) {
        if (point == crashPoint && --visits == 0)
            std::raise(SIGKILL);
    };
    auto opening = store::OrderLog::open(options);
    if (!opening) {
        say("refused " + opening.error().messageId);
        return 3;
    }
    if (std::holds_alternative<store::OrderLogDamage>(*opening)) {
        say("damaged");
        return 4;
    }
    store::OrderLog& log = *std::get<std::unique_ptr<store::OrderLog>>(*opening);
    say("open " + std::to_string(log.lastSeq()));
    while (true) {
        const std::int64_t next = log.lastSeq() + 1;
        // Every fifth commit holds two records, and now and then the write-ahead file is moved.
        const store::OrderLogRecord batch[] = {intent(next), intent(next + 1)};
        const auto seq = log.append(std::span(batch, next % 5 == 0 ? 2 : 1));
        if (!seq) {
            say("failed " + seq.error().messageId);
            return 5;
        }
        say("ack " + std::to_string(*seq));
        if (next % 40 == 0 && !log.checkpoint())
            return 6;
    }
}
