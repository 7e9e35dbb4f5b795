// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/company_codec.h"
#include "core/io/venues/polygon/codec/market_codec.h"
#include "core/io/venues/polygon/codec/reference_codec.h"
#include "core/io/venues/polygon/codec/snapshot_codec.h"
#include "tests/recorded/polygon/fixtures.h"
#include "tests/unit/polygon/keeper.h"

#include <gtest/gtest.h>

#include <functional>

// Every payload of the folder goes through its decoder, whole and cut at every byte. A cut payload must be an
// error; a stream frame that was cut may deliver only messages that were whole.

namespace strikedesk::polygon {
namespace {

using test::allFixtures;
using test::asPage;
using test::fixture;
using test::Keeper;
using test::linesOf;

/// True when the text decoded.
using Decoder = std::function<bool(std::string_view)>;

const Symbol kAny = Symbol::of("ANY");

Decoder decoderFor(const std::string& name) {
    const auto starts = [&](std::string_view prefix) { return name.rfind(prefix, 0) == 0; };
    if (starts("aggs/grouped"))
        return [](std::string_view t) { return decodeGroupedDay(t).ok(); };
    if (starts("aggs/open_close"))
        return [](std::string_view t) { return decodeOpenClose(t).ok(); };
    if (starts("aggs/"))
        return [](std::string_view t) { return decodeBars(t).ok(); };
    if (starts("corporate/dividend"))
        return [](std::string_view t) { return decodeDividends(t).ok(); };
    if (starts("error/"))
        return [](std::string_view t) { return decodeVenueError(t).ok(); };
    if (starts("last/last_quote"))
        return [](std::string_view t) { return decodeLastQuote(t).ok(); };
    if (starts("last/last_trade"))
        return [](std::string_view t) { return decodeLastTrade(t).ok(); };
    if (starts("market-status/"))
        return [](std::string_view t) { return decodeMarketStatus(t).ok(); };
    if (starts("news/"))
        return [](std::string_view t) { return decodeNews(t).ok(); };
    if (starts("option-chain/") || starts("unified-snapshot/"))
        return [](std::string_view t) { return decodeSnapshots(t).ok(); };
    if (starts("option-contracts/"))
        return [](std::string_view t) { return decodeContracts(t).ok(); };
    if (starts("quotes/"))
        return [](std::string_view t) { return decodeQuotes(t, kAny).ok(); };
    if (starts("trades/"))
        return [](std::string_view t) { return decodeTrades(t, kAny).ok(); };
    if (starts("reference/exchanges"))
        return [](std::string_view t) { return decodeExchanges(t).ok(); };
    if (starts("short/float"))
        return [](std::string_view t) { return decodeFreeFloat(t).ok(); };
    if (starts("short/short_volume"))
        return [](std::string_view t) { return decodeShortVolume(t).ok(); };
    if (starts("stock-snapshot/"))
        return [](std::string_view t) { return decodeStockSnapshots(t).ok(); };
    if (starts("tickers/ticker_details"))
        return [](std::string_view t) { return decodeTickerDetails(t).ok(); };
    if (starts("tickers/"))
        return [](std::string_view t) { return decodeTickers(t).ok(); };
    return {};
}

/// Indicators and CSV are not asked for (they are computed here); frames have a test of their own.
bool isElsewhere(const std::string& name) {
    return name.rfind("indicators/", 0) == 0 || name.rfind("csv/", 0) == 0 || name.rfind("ws/", 0) == 0;
}

/// Rows that were recorded without the answer around them.
bool isRow(const std::string& name) {
    return name == "corporate/dividend_go.json" || name == "news/news_article_go.json" ||
           name == "option-chain/option_chain_row1_go.json" || name.find("_row_go") != std::string::npos;
}

std::string payload(const std::string& name) {
    std::string text = fixture(name);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.pop_back();
    return isRow(name) ? asPage(text) : text;
}

TEST(PolygonRecorded, EveryAnswerPayloadDecodesAndNoCutOneDoes) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    int files = 0;
    for (const std::string& name : allFixtures()) {
        if (isElsewhere(name))
            continue;
        const Decoder decodes = decoderFor(name);
        ASSERT_TRUE(decodes) << "no decoder for " << name;
        const std::string whole = payload(name);
        EXPECT_TRUE(decodes(whole)) << name;
        for (std::size_t cut = 0; cut < whole.size(); ++cut)
            if (decodes(std::string_view(whole).substr(0, cut)))
                ADD_FAILURE() << name << " decoded when cut at " << cut;
        ++files;
    }
    EXPECT_GE(files, 38);
}

TEST(PolygonRecorded, NoTwistedByteCrashesADecoder) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    std::uint64_t state = 1;
    const auto next = [&] {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return state >> 33;
    };
    for (const std::string& name : allFixtures()) {
        const Decoder decodes = decoderFor(name);
        if (isElsewhere(name) || !decodes)
            continue;
        const std::string whole = payload(name);
        for (int round = 0; round < 200; ++round) {
            std::string twisted = whole;
            for (int change = 0; change < 3; ++change)
                twisted[next() % twisted.size()] = static_cast<char>(next() & 0xff);
            (void)decodes(twisted);
        }
    }
}

TEST(PolygonRecorded, CutFramesDeliverOnlyWholeMessages) {
    STRIKEDESK_NEEDS_POLYGON_FIXTURES();
    PolygonStreamDecoder decoder;
    for (const char* name : {"ws/ws_data_frames.jsonl", "ws/ws_status_connected_auth_subscribe.jsonl"})
        for (const std::string& line : linesOf(fixture(name))) {
            Keeper whole;
            const auto count = decoder.decode(line, whole);
            ASSERT_TRUE(count) << line;
            EXPECT_EQ(static_cast<std::size_t>(count->delivered), whole.total()) << line;
            for (std::size_t cut = 0; cut < line.size(); ++cut) {
                Keeper part;
                EXPECT_FALSE(decoder.decode(std::string_view(line).substr(0, cut), part))
                    << line << " cut at " << cut;
                EXPECT_TRUE(part.isPrefixOf(whole)) << line << " cut at " << cut;
            }
        }
}

} // namespace
} // namespace strikedesk::polygon
