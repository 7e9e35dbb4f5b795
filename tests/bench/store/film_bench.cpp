// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many bytes and how much processor a recorded quote costs, on real quotes where they are at hand.
#include "core/base/archive.h"
#include "core/market/quote.h"
#include "core/run/film/film_reader.h"
#include "core/run/film/film_recorder.h"
#include "tests/support/bench_record.h"
#include "tests/unit/store/temporary_directory.h"

#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace strikedesk;

namespace {

struct QuoteEvent {
    Moment at;
    std::string bytes;
};

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::string archived(const market::Quote& quote) {
    BinaryWriter writer;
    writer.value(std::uint64_t{2}); // The alternative of the event's variant.
    writer.value(quote);
    return writer.take();
}

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',')
            cells.emplace_back();
        else if (c != '\n' && c != '\r')
            cells.back().push_back(c);
    }
    return cells;
}

/// The two sides of each tick brought together, in the order of time; empty where the data is not at hand.
std::vector<market::Quote> realQuotes() {
    const char* folder = std::getenv("STRIKEDESK_SHARED_DIR");
    const std::string shared = folder ? folder : STRIKEDESK_SOURCE_DIR "/../shared";
    std::vector<market::Quote> quotes;
    const gzFile file = gzopen((shared + "/data/ticks_quotes.csv.gz").c_str(), "rb");
    if (!file)
        return quotes;
    std::map<std::string, market::Quote> books;
    char buffer[512];
    while (gzgets(file, buffer, sizeof buffer)) {
        const std::vector<std::string> cells = split(buffer);
        const auto symbol = Symbol::tryFrom(cells[0]);
        if (cells.size() < 6 || !symbol || cells[1] == "ts_ms")
            continue;
        market::Quote& book = books[cells[0]];
        book.symbol = *symbol;
        book.at = Timestamp::fromMilliseconds(std::atoll(cells[1].c_str()));
        if (!cells[2].empty()) {
            book.bid = Price::tryFromText(cells[2], ExtraDigits::RoundEven).valueOr(Price());
            book.bidSize = std::atoll(cells[3].c_str());
        }
        if (!cells[4].empty()) {
            book.ask = Price::tryFromText(cells[4], ExtraDigits::RoundEven).valueOr(Price());
            book.askSize = std::atoll(cells[5].c_str());
        }
        quotes.push_back(book);
    }
    gzclose(file);
    std::stable_sort(quotes.begin(), quotes.end(),
                     [](const market::Quote& a, const market::Quote& b) { return a.at < b.at; });
    return quotes;
}

/// Quotes of 60 contracts that step a tick now and then, 20,000 a second, with times to the nanosecond.
std::vector<market::Quote> madeQuotes(int count) {
    std::mt19937_64 chance(5);
    std::vector<market::Quote> books;
    for (int i = 0; i < 60; ++i) {
        market::Quote quote;
        quote.symbol = Symbol::of("SPY260302C00" + std::to_string(600 + i) + "000");
        quote.bid = Price::fromCents(200 + i);
        quote.ask = Price::fromCents(205 + i);
        books.push_back(quote);
    }
    std::vector<market::Quote> quotes;
    std::int64_t ns = 1'772'461'800'000'000'000;
    for (int i = 0; i < count; ++i) {
        market::Quote& book = books[chance() % books.size()];
        ns += static_cast<std::int64_t>(chance() % 100'000);
        book.at = Timestamp::fromNanoseconds(ns);
        const Price step = Price::fromCents(static_cast<std::int64_t>(chance() % 3) - 1);
        if (chance() % 4 == 0 && (book.bid + step).isPositive()) {
            book.bid = book.bid + step;
            book.ask = book.ask + step;
        }
        book.bidSize = static_cast<std::int64_t>(chance() % 50) + 1;
        book.askSize = static_cast<std::int64_t>(chance() % 50) + 1;
        quotes.push_back(book);
    }
    return quotes;
}

/// As the engine hands them over: some milliseconds after the venue's time, both clocks running alike.
std::vector<QuoteEvent> eventsOf(const std::vector<market::Quote>& quotes) {
    std::mt19937_64 chance(6);
    std::vector<QuoteEvent> events;
    std::int64_t last = 0;
    for (const market::Quote& quote : quotes) {
        last = std::max(last + 500,
                        quote.at.nanoseconds() + 3'000'000 + static_cast<std::int64_t>(chance() % 20'000));
        events.push_back(
            {Moment{Timestamp::fromNanoseconds(last), MonoTime::fromNanoseconds(last - 1'000'000'000)},
             archived(quote)});
    }
    return events;
}

struct Cost {
    double bytesPerEvent = 0;
    double cpuNsPerEvent = 0;
    double seekMs = 0;
    std::uint64_t lost = 0;
};

Cost measure(const std::vector<QuoteEvent>& events) {
    const test::TemporaryDirectory directory;
    film::FilmRecorderOptions options;
    options.ringBytes = 1u << 27;
    film::FilmHeader header;
    header.startedAt = events.front().at.market;
    auto recorder = film::FilmRecorder::start(directory / "bench.film", header, options);
    const std::string state(200'000, 's');
    const double before = cpuSeconds();
    Timestamp checkpointed;
    for (const QuoteEvent& event : events) {
        if (event.at.market - checkpointed >= Duration::seconds(60)) {
            checkpointed = event.at.market;
            (*recorder)->recordCheckpoint(event.at, state);
        }
        (*recorder)->record(event.at, event.bytes, 0);
    }
    const Status stopped = (*recorder)->stop();
    Cost cost;
    const auto count = static_cast<double>(events.size());
    cost.cpuNsPerEvent = (cpuSeconds() - before) / count * 1e9;
    cost.bytesPerEvent = static_cast<double>((*recorder)->bytesWritten()) / count;
    cost.lost = (*recorder)->lost() + (stopped ? 0 : 1);
    const auto start = std::chrono::steady_clock::now();
    auto reader = film::FilmReader::open(directory / "bench.film");
    const Timestamp middle = events[events.size() / 2].at.market;
    const bool found = (*reader)->seek(middle).ok() && (*reader)->next().ok();
    cost.seekMs = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return found ? cost : Cost{};
}

} // namespace

int main() {
    if (!bench::benchWanted("film.bytes") && !bench::benchWanted("film.record_cpu"))
        return 0;
    const std::vector<QuoteEvent> made = eventsOf(madeQuotes(1'000'000));
    const std::vector<QuoteEvent> real = eventsOf(realQuotes());
    const Cost cost = measure(made);
    if (cost.lost != 0)
        return 1;
    // Share of one processor at 20,000 events a second.
    int failed = bench::writeBenchRecordOrComplain(
        {"film.record_cpu", cost.cpuNsPerEvent * 20'000 / 1e7, "% of a core", "", 0});
    failed += bench::writeBenchRecordOrComplain({"film.seek", cost.seekMs, "ms", "", 0});
    failed += bench::writeBenchRecordOrComplain({"film.bytes_worst", cost.bytesPerEvent, "B/event", "", 0});
    if (!real.empty()) {
        const Cost onReal = measure(real);
        failed += bench::writeBenchRecordOrComplain({"film.bytes", onReal.bytesPerEvent, "B/event", "", 0});
    }
    return failed;
}
