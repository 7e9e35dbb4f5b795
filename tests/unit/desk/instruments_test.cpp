// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_instruments.h"

#include <gtest/gtest.h>

namespace strikedesk::desk {
namespace {

const std::vector<ui::FoundInstrument> kListed = {
    {Symbol::of("AAPL"), "Apple Inc. Common Stock", true, true},
    {Symbol::of("APLE"), "Apple Hospitality REIT", true, true},
    {Symbol::of("S"), "SentinelOne, Inc.", true, true},
    {Symbol::of("SOFI"), "SoFi Technologies, Inc.", true, true},
    {Symbol::of("SPY"), "SPDR S&P 500 ETF Trust", true, true},
};

std::vector<std::string> found(const std::string& text, std::size_t limit = 5) {
    std::vector<std::string> symbols;
    for (const auto& each : bestMatches(kListed, text, limit))
        symbols.push_back(each.symbol.text());
    return symbols;
}

TEST(InstrumentSearch, TheSymbolItselfComesFirst) {
    EXPECT_EQ(found("s"), (std::vector<std::string>{"S", "SOFI", "SPY", "AAPL"}));
}

TEST(InstrumentSearch, FindsAWordOfTheName) { EXPECT_EQ(found("tech"), std::vector<std::string>{"SOFI"}); }

TEST(InstrumentSearch, FindsNamesWhateverTheCase) {
    EXPECT_EQ(found("aPPle"), (std::vector<std::string>{"AAPL", "APLE"}));
}

TEST(InstrumentSearch, NothingForNothing) {
    EXPECT_TRUE(found("").empty());
    EXPECT_TRUE(found("QQQQ").empty());
    EXPECT_TRUE(found("\xff\xfe").empty());
}

TEST(InstrumentSearch, KeepsToTheLimit) { EXPECT_EQ(found("s", 2).size(), 2U); }

} // namespace
} // namespace strikedesk::desk
