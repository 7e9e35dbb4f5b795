// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/option_symbol.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>

namespace strikedesk {
namespace {

struct Contract {
    std::string_view text;
    std::string_view root;
    std::string_view expiry;
    OptionRight right;
    std::string_view strike;
    bool adjusted;
};

constexpr Contract kContracts[] = {
    {"AAPL250620C00100000", "AAPL", "2025-06-20", OptionRight::Call, "100.00", false},
    {"AAPL  250620C00100000", "AAPL", "2025-06-20", OptionRight::Call, "100.00", false},
    {"F     260116P00012500", "F", "2026-01-16", OptionRight::Put, "12.50", false},
    {"F260116P00012500", "F", "2026-01-16", OptionRight::Put, "12.50", false},
    {"SPXW260302P05995000", "SPXW", "2026-03-02", OptionRight::Put, "5995.00", false},
    {"GOOGL1260116C00150000", "GOOGL1", "2026-01-16", OptionRight::Call, "150.00", true},
    {"TSLA2 260116C00000001", "TSLA2", "2026-01-16", OptionRight::Call, "0.001", true},
    {"A280229C99999999", "A", "2028-02-29", OptionRight::Call, "99999.999", false},
};

TEST(OptionSymbol, ReadsContractsPaddedAndNot) {
    for (const Contract& row : kContracts) {
        const auto option = OptionSymbol::tryFromOcc(row.text);
        ASSERT_TRUE(option) << row.text;
        EXPECT_EQ(option->root().view(), row.root);
        EXPECT_EQ(option->expiry().iso(), row.expiry);
        EXPECT_EQ(option->right(), row.right);
        EXPECT_EQ(option->strike(), *Price::tryFromText(row.strike));
        EXPECT_EQ(option->isAdjusted(), row.adjusted) << row.text;
    }
}

TEST(OptionSymbol, BothFormsNameTheSameContract) {
    for (const Contract& row : kContracts) {
        const auto option = OptionSymbol::tryFromOcc(row.text);
        ASSERT_TRUE(option);
        EXPECT_EQ(option->padded().size(), 21u);
        EXPECT_EQ(*OptionSymbol::tryFromOcc(option->padded()), *option);
        EXPECT_EQ(*OptionSymbol::tryFrom(option->symbol()), *option);
        EXPECT_TRUE(option->symbol().looksLikeOption());
    }
    EXPECT_EQ(OptionSymbol::tryFromOcc("F260116P00012500")->padded(), "F     260116P00012500");
    EXPECT_EQ(OptionSymbol::tryFromOcc("F     260116P00012500")->symbol().view(), "F260116P00012500");
}

TEST(OptionSymbol, RefusesWhatIsNoContract) {
    for (const std::string_view text : {"",
                                        "AAPL",
                                        "AAPL250620",
                                        "AAPL250620C",
                                        "AAPL250620C0010000",
                                        "AAPL250620C001000000",
                                        "250620C00100000",
                                        "AAPL250620X00100000",
                                        "AAPL250620c00100000",
                                        "aapl250620C00100000",
                                        "AAPL250631C00100000",
                                        "AAPL250229C00100000",
                                        "AAPL251320C00100000",
                                        "AAPL250600C00100000",
                                        "AAPL250620C00000000",
                                        "AAPL250620C0010000x",
                                        "AAPL25O620C00100000",
                                        "AAPL250620C-0100000",
                                        "1AAPL250620C00100000",
                                        "AA PL250620C00100000",
                                        "AAPL 250620C00100000",
                                        " AAPL250620C00100000",
                                        "AAPL250620C00100000 ",
                                        "      250620C00100000",
                                        "GOOGLE1250620C00100000",
                                        "BRK.B250620C00100000",
                                        "BRK/B 250620C00100000",
                                        "AAPL\n 250620C00100000",
                                        "AAPL  250620 C00100000",
                                        "AAPL250620C00100000AAPL250620C00100000"})
        EXPECT_FALSE(OptionSymbol::tryFromOcc(text)) << text;
    EXPECT_FALSE(OptionSymbol::tryFromOcc(std::string(100'000, 'A')));
    EXPECT_FALSE(OptionSymbol::tryFrom(Symbol::of("AAPL")));
}

TEST(OptionSymbol, RefusesTermsThatHaveNoName) {
    const Date expiry = *Date::tryFromIso("2026-01-16");
    const Price strike = Price::fromCents(10'000);
    EXPECT_TRUE(OptionSymbol::tryFrom("AAPL", expiry, OptionRight::Call, strike));
    for (const char* root : {"", "aapl", "1AAPL", "TOOLONG", "A-B", "A B", "A."})
        EXPECT_FALSE(OptionSymbol::tryFrom(root, expiry, OptionRight::Call, strike)) << root;
    for (const std::int64_t units : {std::int64_t{0}, std::int64_t{-10'000}, std::int64_t{5},
                                     std::int64_t{10'001}, std::int64_t{1'000'000'000}, Price::kMaxUnits})
        EXPECT_FALSE(OptionSymbol::tryFrom("AAPL", expiry, OptionRight::Call, Price::fromUnits(units)))
            << units;
    EXPECT_FALSE(OptionSymbol::tryFrom("AAPL", *Date::tryFromIso("1999-12-31"), OptionRight::Call, strike));
    EXPECT_FALSE(OptionSymbol::tryFrom("AAPL", *Date::tryFromIso("2100-01-01"), OptionRight::Call, strike));
}

TEST(Symbol, TakesTickersAndContracts) {
    for (const char* text :
         {"A", "AAPL", "BRK.B", "BF-B", "BRK/B", "SPXW260302P05995000", "0700", "ABCDEFGHIJKLMNOPQRSTUVW"})
        EXPECT_EQ(Symbol::tryFrom(text)->view(), text);
    EXPECT_TRUE(Symbol().isEmpty());
    EXPECT_FALSE(Symbol::of("AAPL").looksLikeOption());
    EXPECT_FALSE(Symbol::of("AAPL250620X00100000").looksLikeOption());
}

TEST(Symbol, RefusesOtherCharactersAndLengths) {
    for (const std::string_view text : {"", " ", "aapl", "AAPL ", " AAPL", "A B", "AAPL\n", "A$", "A'B",
                                        "A;DROP", "Ä", "A\\B", "^GSPC", "A_B", "ABCDEFGHIJKLMNOPQRSTUVWX"})
        EXPECT_FALSE(Symbol::tryFrom(text)) << text;
    EXPECT_FALSE(Symbol::tryFrom(std::string_view("A\0", 2)));
    EXPECT_FALSE(Symbol::tryFrom(std::string(1'000'000, 'A')));
}

TEST(Symbol, OrdersAndHashesByText) {
    EXPECT_LT(Symbol::of("A"), Symbol::of("AA"));
    EXPECT_LT(Symbol::of("AAPL"), Symbol::of("MSFT"));
    EXPECT_EQ(Symbol::of("SPY"), *Symbol::tryFrom("SPY"));
    const std::unordered_set<Symbol> set = {Symbol::of("A"), Symbol::of("B"), Symbol::of("A")};
    EXPECT_EQ(set.size(), 2u);
}

} // namespace
} // namespace strikedesk
