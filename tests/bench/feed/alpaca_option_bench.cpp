// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// feed.decode.alpaca_option: MessagePack quotes into our values, beside a bare visitor over the same frames.
#include "tests/bench/feed/feed_frames.h"

#include <msgpack.hpp>

using namespace strikedesk;

namespace {

constexpr int kFrames = 2'000;
constexpr int kPerFrame = 25;

void packText(msgpack::packer<msgpack::sbuffer>& out, const std::string& text) {
    out.pack_str(static_cast<std::uint32_t>(text.size()));
    out.pack_str_body(text.data(), static_cast<std::uint32_t>(text.size()));
}

void packTime(msgpack::packer<msgpack::sbuffer>& out, std::int64_t ns) {
    const auto seconds = static_cast<std::uint64_t>(ns / 1'000'000'000);
    const std::uint64_t both = static_cast<std::uint64_t>(ns % 1'000'000'000) << 34 | seconds;
    char bytes[8];
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(both >> (56 - 8 * i));
    out.pack_ext(8, -1);
    out.pack_ext_body(bytes, 8);
}

std::string frameBytes(const std::vector<bench::FeedQuote>& batch) {
    msgpack::sbuffer buffer;
    msgpack::packer<msgpack::sbuffer> out(buffer);
    out.pack_array(static_cast<std::uint32_t>(batch.size()));
    for (const bench::FeedQuote& quote : batch) {
        out.pack_map(10);
        for (const auto& [key, text] : {std::pair<std::string, std::string>{"T", "q"},
                                        {"S", quote.symbol},
                                        {"bx", "C"},
                                        {"ax", "C"},
                                        {"c", "B"}}) {
            packText(out, key);
            packText(out, text);
        }
        packText(out, "bp");
        out.pack(quote.bid);
        packText(out, "ap");
        out.pack(quote.ask);
        packText(out, "bs");
        out.pack(quote.bidSize);
        packText(out, "as");
        out.pack(quote.askSize);
        packText(out, "t");
        packTime(out, quote.atNs);
    }
    return {buffer.data(), buffer.size()};
}

const std::vector<std::string>& frames() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> bytes;
        for (const auto& batch : bench::feedBatches(true, kFrames, kPerFrame))
            bytes.push_back(frameBytes(batch));
        return bytes;
    }();
    return made;
}

std::int64_t decodeAll() {
    bench::CountingSink sink;
    for (const std::string& frame : frames())
        (void)alpaca::decodeOptionFrame(frame, sink).ok();
    return sink.quotes;
}

/// Keys compared and values kept in one struct per message, no checks: the floor of a visitor.
struct BareVisitor : msgpack::null_visitor {
    bool start_map(std::uint32_t) {
        ++quotes;
        return true;
    }
    bool start_map_key() {
        inKey = true;
        return true;
    }
    bool end_map_key() {
        inKey = false;
        return true;
    }
    bool visit_str(const char* bytes, std::uint32_t size) {
        if (!inKey) {
            text = {bytes, size};
            return true;
        }
        const std::string_view name(bytes, size);
        key = name == "bp"   ? 1
              : name == "ap" ? 2
              : name == "bs" ? 3
              : name == "as" ? 4
              : name == "S"  ? 5
              : name == "t"  ? 6
                             : 0;
        return true;
    }
    bool visit_float64(double value) {
        numbers[key] = value;
        sum += value;
        return true;
    }
    bool visit_positive_integer(std::uint64_t value) {
        numbers[key] = static_cast<double>(value);
        return true;
    }
    bool visit_ext(const char* bytes, std::uint32_t size) {
        sum += static_cast<double>(bytes[size - 1]);
        return true;
    }
    std::int64_t quotes = 0;
    double sum = 0;
    double numbers[7] = {};
    std::string_view text;
    int key = 0;
    bool inKey = false;
};

std::int64_t bareAll() {
    BareVisitor visitor;
    for (const std::string& frame : frames()) {
        std::size_t read = 0;
        (void)msgpack::parse(frame.data(), frame.size(), read, visitor);
    }
    benchmark::DoNotOptimize(visitor.sum);
    return visitor.quotes;
}

void optionFrameDecoder(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeAll());
    state.SetItemsProcessed(state.iterations() * kFrames * kPerFrame);
}
BENCHMARK(optionFrameDecoder);

void bareVisitor(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(bareAll());
    state.SetItemsProcessed(state.iterations() * kFrames * kPerFrame);
}
BENCHMARK(bareVisitor);

} // namespace

int main(int argc, char** argv) {
    if (!bench::benchWanted("feed.decode.alpaca_option"))
        return 0;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    const std::int64_t messages = std::int64_t{kFrames} * kPerFrame;
    if (decodeAll() != messages || bareAll() != messages)
        return 1;
    const bench::Rates best = bench::bestRates(messages, 25, decodeAll, bareAll);
    return bench::writeBenchRecordOrComplain(
        {"feed.decode.alpaca_option", best.ours / 1e6, "M msg/s", "bare msgpack visitor", best.bare / 1e6});
}
