// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// feed.decode.alpaca_stock: JSON quotes into our values, beside simdjson reading the same members in one
// pass.
#include "tests/bench/feed/feed_frames.h"

#include <simdjson.h>

using namespace strikedesk;

namespace {

constexpr int kFrames = 2'000;
constexpr int kPerFrame = 25;

std::string frameText(const std::vector<bench::FeedQuote>& batch) {
    std::string text = "[";
    for (const bench::FeedQuote& quote : batch) {
        char line[320];
        std::snprintf(
            line, sizeof line,
            R"(%s{"T":"q","S":"%s","bx":"U","bp":%.2f,"bs":%lld,"ax":"Q","ap":%.2f,"as":%lld,"c":["R"],"z":"C","t":"%s"})",
            text.size() > 1 ? "," : "", quote.symbol.c_str(), quote.bid,
            static_cast<long long>(quote.bidSize), quote.ask, static_cast<long long>(quote.askSize),
            Timestamp::fromNanoseconds(quote.atNs).rfc3339().c_str());
        text += line;
    }
    return text + "]";
}

const std::vector<std::string>& frames() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> texts;
        for (const auto& batch : bench::feedBatches(false, kFrames, kPerFrame))
            texts.push_back(frameText(batch));
        return texts;
    }();
    return made;
}

std::int64_t decodeAll() {
    static alpaca::StockStreamDecoder decoder;
    bench::CountingSink sink;
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
            std::string_view texts[5];
            for (auto field : object) {
                const std::string_view key = field.unescaped_key();
                auto value = field.value();
                if (key == "bp" || key == "ap")
                    sum += value.get_double().value();
                else if (key == "bs" || key == "as")
                    sum += static_cast<double>(value.get_int64().value());
                else if (key == "S")
                    texts[0] = value.get_string();
                else if (key == "t")
                    texts[1] = value.get_string();
                else if (key == "T")
                    texts[2] = value.get_string();
                else if (key == "bx")
                    texts[3] = value.get_string();
                else if (key == "ax")
                    texts[4] = value.get_string();
            }
            sum += static_cast<double>(texts[0].size() + texts[1].size());
            ++quotes;
        }
    }
    benchmark::DoNotOptimize(sum);
    return quotes;
}

void stockFrameDecoder(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeAll());
    state.SetItemsProcessed(state.iterations() * kFrames * kPerFrame);
}
BENCHMARK(stockFrameDecoder);

void bareSimdjson(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(bareAll());
    state.SetItemsProcessed(state.iterations() * kFrames * kPerFrame);
}
BENCHMARK(bareSimdjson);

} // namespace

int main(int argc, char** argv) {
    if (!bench::benchWanted("feed.decode.alpaca_stock"))
        return 0;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    const std::int64_t messages = std::int64_t{kFrames} * kPerFrame;
    if (decodeAll() != messages || bareAll() != messages)
        return 1;
    const bench::Rates best = bench::bestRates(messages, 25, decodeAll, bareAll);
    return bench::writeBenchRecordOrComplain(
        {"feed.decode.alpaca_stock", best.ours / 1e6, "M msg/s", "bare simdjson one pass", best.bare / 1e6});
}
