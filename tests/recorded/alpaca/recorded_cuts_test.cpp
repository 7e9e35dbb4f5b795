// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "core/io/venues/alpaca/codec/contract_codec.h"
#include "core/io/venues/alpaca/codec/market_codec.h"
#include "core/io/venues/alpaca/codec/order_codec.h"
#include "core/io/venues/alpaca/codec/reference_codec.h"
#include "core/io/venues/alpaca/codec/trade_updates_codec.h"
#include "tests/recorded/alpaca/fixtures.h"

#include <gtest/gtest.h>

#include <set>

// Every payload of the folder goes through its decoder, whole and cut at every byte. A cut payload must be an
// error; a stream frame that was cut may deliver only messages that were whole.

namespace strikedesk::alpaca {
namespace {

using test::allFixtures;
using test::fixture;
using test::Keeper;
using test::linesOf;

/// True when the text decoded.
using Decoder = std::function<bool(std::string_view)>;

bool decodesPosition(std::string_view t) { return decodePosition(t).ok(); }

Decoder decoderFor(const std::string& name) {
    const auto starts = [&](std::string_view prefix) { return name.rfind(prefix, 0) == 0; };
    if (starts("account/account_configurations"))
        return [](std::string_view t) { return decodeAccountConfiguration(t).ok(); };
    if (starts("account/"))
        return [](std::string_view t) { return decodeAccount(t).ok(); };
    if (starts("activity/"))
        return [](std::string_view t) { return decodeActivity(t).ok(); };
    if (starts("asset/"))
        return [](std::string_view t) { return decodeAssets(t).ok(); };
    if (starts("clock-calendar/calendar"))
        return [](std::string_view t) { return decodeCalendar(t).ok(); };
    if (starts("clock-calendar/clock"))
        return [](std::string_view t) { return decodeClock(t).ok(); };
    if (starts("corporate-action/"))
        return [](std::string_view t) { return decodeCorporateActions(t).ok(); };
    if (starts("error/"))
        return [](std::string_view t) { return decodeRefusal(t).ok(); };
    if (starts("meta/"))
        return [](std::string_view t) { return decodeCodeTable(t).ok(); };
    if (starts("news/"))
        return [](std::string_view t) { return decodeNews(t).ok(); };
    if (starts("option-bars/") || starts("stock-bars/"))
        return [](std::string_view t) { return decodeBars(t).ok(); };
    if (starts("option-contract/option_contracts"))
        return [](std::string_view t) { return decodeContracts(t).ok(); };
    if (starts("option-contract/"))
        return [](std::string_view t) { return decodeContract(t).ok(); };
    if (starts("option-quotes/") || starts("stock-quotes/"))
        return [](std::string_view t) { return decodeQuotes(t).ok(); };
    if (starts("option-snapshot/") || starts("stock-snapshot/"))
        return [](std::string_view t) { return decodeSnapshots(t).ok(); };
    if (starts("option-trades/") || starts("stock-trades/"))
        return [](std::string_view t) { return decodeTrades(t).ok(); };
    if (starts("order/orders_cancel_all") || starts("position/positions_close_all"))
        return [](std::string_view t) { return decodeMultiStatus(t).ok(); };
    if (starts("order/"))
        return [](std::string_view t) { return decodeOrder(t).ok(); };
    if (starts("portfolio-history/"))
        return [](std::string_view t) { return decodePortfolioHistory(t).ok(); };
    if (starts("position/positions_list"))
        return [](std::string_view t) { return decodePositions(t).ok(); };
    if (starts("position/"))
        return decodesPosition;
    if (starts("screener/index"))
        return [](std::string_view t) { return decodeIndexValues(t).ok(); };
    if (starts("screener/most"))
        return [](std::string_view t) { return decodeMostActives(t).ok(); };
    if (starts("screener/movers"))
        return [](std::string_view t) { return decodeMovers(t).ok(); };
    if (starts("stock-auction/"))
        return [](std::string_view t) { return decodeAuctions(t).ok(); };
    if (starts("trade-updates/"))
        return [](std::string_view t) { return decodeTradeUpdatesFrame(t).ok(); };
    if (starts("watchlist/"))
        return [](std::string_view t) { return decodeWatchlist(t).ok(); };
    return {};
}

/// Requests we send, twins of binary frames, and REST news in a stream's folder have tests of their own.
bool isElsewhere(const std::string& name) {
    return name.rfind("order-request/", 0) == 0 || name.rfind("ws-", 0) == 0;
}

std::string withoutTrailingBlanks(std::string text) {
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.pop_back();
    return text;
}

TEST(AlpacaRecorded, EveryAnswerPayloadDecodesAndNoCutOneDoes) {
    STRIKEDESK_NEEDS_FIXTURES();
    int files = 0;
    for (const std::string& name : allFixtures()) {
        if (isElsewhere(name))
            continue;
        const Decoder decodes = decoderFor(name);
        ASSERT_TRUE(decodes) << "no decoder for " << name;
        const std::string whole = withoutTrailingBlanks(fixture(name));
        EXPECT_TRUE(decodes(whole)) << name;
        for (std::size_t cut = 0; cut < whole.size(); ++cut)
            if (decodes(std::string_view(whole).substr(0, cut)))
                ADD_FAILURE() << name << " decoded when cut at " << cut;
        ++files;
    }
    EXPECT_GE(files, 70);
}

TEST(AlpacaRecorded, NoTwistedByteCrashesADecoder) {
    STRIKEDESK_NEEDS_FIXTURES();
    std::uint64_t state = 1;
    const auto next = [&] {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return state >> 33;
    };
    for (const std::string& name : allFixtures()) {
        const Decoder decodes = decoderFor(name);
        if (isElsewhere(name) || !decodes)
            continue;
        const std::string whole = fixture(name);
        for (int round = 0; round < 200; ++round) {
            std::string twisted = whole;
            for (int change = 0; change < 3; ++change)
                twisted[next() % twisted.size()] = static_cast<char>(next() & 0xff);
            (void)decodes(twisted);
        }
    }
}

/// Everything delivered by `bytes` must be a prefix of what the whole frame delivers.
void expectPrefix(const Keeper& whole, const Keeper& part, const std::string& where) {
    EXPECT_LE(part.total(), whole.total()) << where;
    ASSERT_LE(part.quotes.size(), whole.quotes.size()) << where;
    ASSERT_LE(part.trades.size(), whole.trades.size()) << where;
    ASSERT_LE(part.bars.size(), whole.bars.size()) << where;
    EXPECT_TRUE(std::equal(part.quotes.begin(), part.quotes.end(), whole.quotes.begin())) << where;
    EXPECT_TRUE(std::equal(part.trades.begin(), part.trades.end(), whole.trades.begin())) << where;
    EXPECT_TRUE(std::equal(part.bars.begin(), part.bars.end(), whole.bars.begin())) << where;
}

TEST(AlpacaRecorded, CutStockFramesDeliverOnlyWholeMessages) {
    STRIKEDESK_NEEDS_FIXTURES();
    StockStreamDecoder decoder;
    for (const char* name :
         {"ws-stock/ws_stock_control_errors.jsonl", "ws-stock/ws_stock_control_success.jsonl",
          "ws-stock/ws_stock_data_frames.jsonl"})
        for (const std::string& line : linesOf(fixture(name))) {
            Keeper whole;
            const auto count = decoder.decode(line, whole);
            ASSERT_TRUE(count) << line;
            EXPECT_EQ(static_cast<std::size_t>(count->delivered), whole.total()) << line;
            EXPECT_EQ(count->unknown, 0) << line;
            for (std::size_t cut = 0; cut < line.size(); ++cut) {
                Keeper part;
                EXPECT_FALSE(decoder.decode(std::string_view(line).substr(0, cut), part))
                    << line << " cut at " << cut;
                expectPrefix(whole, part, line);
            }
        }
}

TEST(AlpacaRecorded, CutOptionFramesDeliverNothing) {
    STRIKEDESK_NEEDS_FIXTURES();
    for (const char* name : {"ws-option/ws_option_trade.msgpack", "ws-option/ws_option_quote.msgpack",
                             "ws-option/ws_option_control.msgpack"}) {
        const std::string whole = fixture(name);
        for (std::size_t cut = 0; cut < whole.size(); ++cut) {
            Keeper part;
            EXPECT_FALSE(decodeOptionFrame(std::string_view(whole).substr(0, cut), part))
                << name << " at " << cut;
            EXPECT_EQ(part.total(), 0u) << name << " at " << cut;
        }
        std::string longer = whole + '\x00';
        Keeper extra;
        EXPECT_FALSE(decodeOptionFrame(longer, extra)) << name;
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                std::string twisted = whole;
                twisted[at] = static_cast<char>(twisted[at] ^ (1 << bit));
                Keeper any;
                (void)decodeOptionFrame(twisted, any);
            }
    }
}

} // namespace
} // namespace strikedesk::alpaca
