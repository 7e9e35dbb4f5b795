// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// feed.decode.polygon: quotes of stocks and contracts into our values, beside simdjson reading the same
// members in one pass.
#include "core/io/venues/polygon/codec/stream_codec.h"
#include "tests/bench/feed/feed_frames.h"

#include <simdjson.h>

using namespace strikedesk;

namespace {

constexpr int kFrames = 1'000;
constexpr int kPerFrame = 25;

std::string frameText(const std::vector<bench::FeedQuote>& batch, const char* prefix) {
    std::string text = "[";
    for (const bench::FeedQuote& quote : batch) {
        char line[320];
        std::snprintf(
            line, sizeof line,
            R"(%s{"ev":"Q","sym":"%s%s","bx":4,"bp":%.2f,"bs":%lld,"ax":7,"ap":%.2f,"as":%lld,"c":0,"i":[604],"t":%lld,"q":50385480,"z":3})",
            text.size() > 1 ? "," : "", prefix, quote.symbol.c_str(), quote.bid,
            static_cast<long long>(quote.bidSize), quote.ask, static_cast<long long>(quote.askSize),
            static_cast<long long>(quote.atNs / 1'000'000));
        text += line;
    }
    return text + "]";
}

/// Half stocks, half contracts, in turns.
const std::vector<std::string>& frames() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> texts;
        const auto stocks = bench::feedBatches(false, kFrames, kPerFrame);
        const auto options = bench::feedBatches(true, kFrames, kPerFrame);
        for (std::size_t i = 0; i < stocks.size(); ++i) {
            texts.push_back(frameText(stocks[i], ""));
            texts.push_back(frameText(options[i], "O:"));
        }
        return texts;
    }();
    return made;
}

struct PolygonCount final : polygon::PolygonSink {
    void onQuote(const market::Quote& quote) override {
        ++quotes;
        sum += quote.bid.units() + quote.at.nanoseconds();
    }
    void onTrade(const market::TradePrint&) override {}
    std::int64_t quotes = 0;
    std::int64_t sum = 0;
};

std::int64_t decodeAll() {
    static polygon::PolygonStreamDecoder decoder;
    PolygonCount sink;
    for (const std::string& frame : frames())
        (void)decoder.decode(frame, sink).ok();
    return sink.quotes;
}

/// What one would write with the library alone: members in one pass, numbers as double, texts as views.
std::int64_t bareAll() {
    static simdjson::ondemand::parser parser;
    std::int64_t quotes = 0;
    double sum = 0;
    for (const std::string& frame : frames()) {
        const simdjson::padded_string padded(frame);
        simdjson::ondemand::document document;
        if (parser.iterate(padded).get(document) != simdjson::SUCCESS)
            continue;
        for (auto element : document.get_array()) {
            simdjson::ondemand::object object;
            if (element.get_object().get(object) != simdjson::SUCCESS)
                continue;
            std::string_view kind;
            std::string_view name;
            for (auto field : object) {
                const std::string_view key = field.unescaped_key();
                auto value = field.value();
                if (key == "bp" || key == "ap")
                    sum += value.get_double().value();
                else if (key == "bs" || key == "as" || key == "t")
                    sum += static_cast<double>(value.get_int64().value());
                else if (key == "sym")
                    name = value.get_string();
                else if (key == "ev")
                    kind = value.get_string();
            }
            sum += static_cast<double>(kind.size() + name.size());
            ++quotes;
        }
    }
    benchmark::DoNotOptimize(sum);
    return quotes;
}

void polygonFrameDecoder(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeAll());
    state.SetItemsProcessed(state.iterations() * 2 * kFrames * kPerFrame);
}
BENCHMARK(polygonFrameDecoder);

void bareSimdjson(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(bareAll());
    state.SetItemsProcessed(state.iterations() * 2 * kFrames * kPerFrame);
}
BENCHMARK(bareSimdjson);

} // namespace

int main(int argc, char** argv) {
    if (!bench::benchWanted("feed.decode.polygon"))
        return 0;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    const std::int64_t messages = std::int64_t{2} * kFrames * kPerFrame;
    if (decodeAll() != messages || bareAll() != messages)
        return 1;
    const bench::Rates best = bench::bestRates(messages, 25, decodeAll, bareAll);
    return bench::writeBenchRecordOrComplain(
        {"feed.decode.polygon", best.ours / 1e6, "M msg/s", "bare simdjson one pass", best.bare / 1e6});
}
