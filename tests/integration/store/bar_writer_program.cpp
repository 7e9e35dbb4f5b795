// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A process to be killed: saves bars and coverage into a file, batch after batch, and prints the last minute
// of each acknowledged one. Arguments: file, and optionally the number of the statement before which it kills
// itself.
#include "tests/unit/store/bar_fixture.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace strikedesk;

namespace {

/// Dies in front of the statement with a given number, wherever in a transaction that is.
class MortalDatabase final : public store::Database {
public:
    MortalDatabase(store::Database& database, int statementsToLive)
        : m_database(database), m_left(statementsToLive) {}

    Result<std::int64_t> execute(std::string_view sql, const std::vector<store::Value>& values) override {
        age();
        return m_database.execute(sql, values);
    }
    Status query(std::string_view sql, const std::vector<store::Value>& values,
                 const store::RowHandler& onRow) override {
        age();
        return m_database.query(sql, values, onRow);
    }
    Status runScript(std::string_view sql) override { return m_database.runScript(sql); }
    Status inTransaction(const std::function<Status()>& body) override {
        age();
        const Status status = m_database.inTransaction([&]() -> Status {
            const Status inner = body();
            age();
            return inner;
        });
        age();
        return status;
    }

private:
    void age() {
        if (m_left > 0 && --m_left == 0)
            std::raise(SIGKILL);
    }
    store::Database& m_database;
    int m_left;
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return 2;
    const auto sqlite = test::openBars(argv[1]);
    if (!sqlite || !sqlite->runScript("PRAGMA synchronous=NORMAL"))
        return 3;
    MortalDatabase database(*sqlite, argc > 2 ? std::atoi(argv[2]) : 0);
    store::BarRepository bars(database, 5'000);
    std::int64_t from = 0;
    if (const auto known = bars.load(test::minuteKey(), test::minutes(0, 1'000'000), test::minute(0)))
        from =
            known->bars.empty() ? 0 : (known->bars.back().start - test::minute(0)).count() / 60'000'000'000;
    for (int batch = 0; batch < 400; ++batch) {
        const std::int64_t to = from + 1 + (batch * 7) % 23;
        if (!bars.save(test::saveOf(test::minuteKey(), from, to), test::minute(to)))
            return 4;
        std::printf("saved %lld\n", static_cast<long long>(to));
        std::fflush(stdout);
        from = to;
    }
    return 0;
}
