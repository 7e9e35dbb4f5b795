// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/stream_codec.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

using namespace strikedesk;

class CheckingSink final : public polygon::PolygonSink {
public:
    void onQuote(const market::Quote& quote) override {
        fuzz::mustHold(quote.bid >= Price() && quote.ask >= Price() && quote.bidSize >= 0 &&
                           quote.askSize >= 0,
                       "a quote is not negative");
        check(quote.symbol, quote.at);
    }
    void onTrade(const market::TradePrint& print) override {
        fuzz::mustHold(print.price >= Price() && print.size >= 0, "a print is not negative");
        check(print.symbol, print.at);
    }
    void onBar(const Symbol& symbol, const market::Bar& bar, polygon::WindowKind) override {
        fuzz::mustHold(bar.low >= Price() && bar.volume >= 0, "a bar is not negative");
        check(symbol, bar.start);
    }
    void onIndexValue(const Symbol& symbol, Price, Timestamp at) override { check(symbol, at); }
    void onPriceBand(const venues::PriceBand& band) override { check(band.symbol, band.at); }
    void onWord(polygon::StreamWord, std::string_view, std::string_view message) override {
        bool isJoined = false;
        (void)polygon::acknowledgedItem(message, isJoined);
        ++delivered;
    }
    int delivered = 0;

private:
    void check(const Symbol& symbol, Timestamp at) {
        fuzz::mustHold(!symbol.isEmpty(), "a message has a name");
        fuzz::mustHold(at.milliseconds() >= 100'000'000'000 && at.milliseconds() < 7'300'000'000'000,
                       "a time is of our years");
        ++delivered;
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static polygon::PolygonStreamDecoder decoder;
    CheckingSink sink;
    const auto count = decoder.decode(fuzz::textOf(data, size), sink);
    fuzz::mustHold(!count || sink.delivered == count->delivered, "as much is delivered as counted");
    return 0;
}
