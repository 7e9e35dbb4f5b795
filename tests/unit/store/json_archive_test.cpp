// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"
#include "core/base/symbol.h"
#include "core/io/store/json_archive.h"
#include "core/io/store/json_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace strikedesk::store {
namespace {

enum class Colour : std::uint8_t { Red, Green };

struct Leg {
    Symbol symbol;
    Price price;
    template <class A>
    void archive(A& a) {
        a.field("symbol", symbol);
        a.field("price", price);
    }
    friend bool operator==(const Leg&, const Leg&) = default;
};

struct Everything {
    bool flag = false;
    Colour colour = Colour::Red;
    std::int64_t whole = 0;
    std::uint64_t positive = 0;
    std::int8_t tiny = 0;
    double real = 0;
    std::string text;
    Leg leg;
    std::optional<Leg> absent;
    std::optional<Money> present;
    std::vector<Leg> legs;
    std::map<std::string, std::int64_t> counts;
    std::set<std::string> names;
    std::pair<std::string, bool> pair;
    std::variant<std::monostate, std::int64_t, Leg> choice;
    template <class A>
    void archive(A& a) {
        a.field("flag", flag);
        a.field("colour", colour);
        a.field("whole", whole);
        a.field("positive", positive);
        a.field("tiny", tiny);
        a.field("real", real);
        a.field("text", text);
        a.field("leg", leg);
        a.field("absent", absent);
        a.field("present", present);
        a.field("legs", legs);
        a.field("counts", counts);
        a.field("names", names);
        a.field("pair", pair);
        a.field("choice", choice);
    }
    friend bool operator==(const Everything&, const Everything&) = default;
};

Everything sample() {
    const Leg leg{Symbol::of("SPY260302C00650000"), Price::fromCents(210)};
    return {true,
            Colour::Green,
            std::numeric_limits<std::int64_t>::min(),
            std::numeric_limits<std::uint64_t>::max(),
            -128,
            0.1,
            "a\"\\\n\t\x01 é €",
            leg,
            std::nullopt,
            Money::fromCents(-5),
            {leg, leg},
            {{"a", 1}, {"b", -1}},
            {"x", "y"},
            {"p", true},
            leg};
}

TEST(JsonArchive, ReadsBackEveryKindOfValue) {
    EXPECT_EQ(fromJsonText<Everything>(toJsonText(sample())).value(), sample());
    EXPECT_EQ(fromJsonText<Everything>(toJsonText(Everything())).value(), Everything());
}

TEST(JsonArchive, IsReadableByAPerson) {
    EXPECT_EQ(toJsonText(sample().leg), R"({"symbol":"SPY260302C00650000","price":21000})");
    EXPECT_EQ(toJsonText(sample().choice),
              R"({"type":2,"value":{"symbol":"SPY260302C00650000","price":21000}})");
    EXPECT_EQ(toJsonText(std::map<std::string, bool>{{"a", true}}), R"([["a",true]])");
    EXPECT_EQ(toJsonText(std::optional<int>()), "null");
    EXPECT_EQ(toJsonText(0.1), "0.1");
}

TEST(JsonArchive, ALaterVersionsFieldsArePassedOverAndMissingOnesKeepTheirDefaults) {
    const auto leg = fromJsonText<Leg>(R"({"new":{"deep":[1,{"x":null}]},"price":5,"symbol":"SPY","z":1})");
    EXPECT_EQ(leg.value(), (Leg{Symbol::of("SPY"), Price::fromUnits(5)}));
    EXPECT_EQ(fromJsonText<Leg>("{}").value(), Leg());
    Everything defaults;
    defaults.whole = 3;
    EXPECT_EQ(fromJsonText<Everything>(R"({"whole":3})").value(), defaults);
}

TEST(JsonArchive, NumbersThatAreNoneSurvive) {
    EXPECT_TRUE(std::isnan(fromJsonText<double>(toJsonText(std::nan(""))).value()));
    EXPECT_EQ(fromJsonText<double>(toJsonText(-std::numeric_limits<double>::infinity())).value(),
              -std::numeric_limits<double>::infinity());
    EXPECT_EQ(fromJsonText<double>("3").value(), 3.0);
}

TEST(JsonArchive, BytesThatAreNotUtf8AreReplacedInsteadOfBreakingTheRecord) {
    const std::string replacement = "\xEF\xBF\xBD";
    const std::pair<std::string, std::string> rows[] = {
        {"\xFF", replacement},
        {"a\xC3", "a" + replacement},
        {"\xC0\x80", replacement + replacement},
        {"\xED\xA0\x80", replacement + replacement + replacement},
        {"\xF4\x90\x80\x80", replacement + replacement + replacement + replacement},
        {"\xE2\x82\xAC", "\xE2\x82\xAC"},
        {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
        {std::string("\0", 1), std::string("\0", 1)},
    };
    for (const auto& [given, read] : rows)
        EXPECT_EQ(fromJsonText<std::string>(toJsonText(given)).value(), read);
}

TEST(JsonArchive, RefusesWrongTexts) {
    const char* const wrong[] = {
        "",
        "{",
        "[]",
        "null",
        "1",
        "\"x\"",
        "{} x",
        "{\"flag\":1}",
        "{\"flag\":\"true\"}",
        "{\"flag\":null}",
        "{\"colour\":256}",
        "{\"colour\":-1}",
        "{\"colour\":\"Green\"}",
        "{\"whole\":9223372036854775808}",
        "{\"whole\":1.5}",
        "{\"whole\":\"1\"}",
        "{\"positive\":-1}",
        "{\"tiny\":128}",
        "{\"tiny\":-129}",
        "{\"real\":\"x\"}",
        "{\"real\":1e999}",
        "{\"text\":5}",
        "{\"text\":[]}",
        "{\"leg\":5}",
        "{\"leg\":[]}",
        "{\"leg\":{\"symbol\":\"spy\"}}",
        "{\"leg\":{\"price\":\"2.10\"}}",
        "{\"present\":{}}",
        "{\"legs\":{}}",
        "{\"legs\":[1]}",
        "{\"counts\":[1]}",
        "{\"counts\":[[1,2]]}",
        "{\"counts\":[[\"a\"]]}",
        "{\"counts\":{\"a\":1}}",
        "{\"names\":[1]}",
        "{\"pair\":[\"a\"]}",
        "{\"pair\":[\"a\",true,1]}",
        "{\"choice\":{\"type\":3,\"value\":1}}",
        "{\"choice\":{\"type\":-1,\"value\":1}}",
        "{\"choice\":{\"type\":1}}",
        "{\"choice\":{\"value\":1}}",
        "{\"choice\":5}",
        "{\"text\":\"\xFF\"}",
        "{\"flag\":true,}",
        "{'flag':true}",
    };
    for (const char* text : wrong)
        EXPECT_EQ(fromJsonText<Everything>(text).valueOr(sample()), sample()) << text;
}

TEST(JsonArchive, NamesTheFieldThatCouldNotBeRead) {
    EXPECT_EQ(fromJsonText<Everything>(R"({"leg":{"symbol":"spy"}})").error().context, "field symbol");
}

TEST(JsonArchive, RefusesNestingAndSizeBombs) {
    EXPECT_FALSE(parseJson(std::string(100'000, '[')).ok());
    EXPECT_FALSE(parseJson(std::string(65, '[') + std::string(65, ']')).ok());
    EXPECT_TRUE(parseJson(std::string(64, '[') + std::string(64, ']')).ok());
    EXPECT_FALSE(parseJson("\"" + std::string(4 * 1024 * 1024, 'x') + "\"").ok());
}

} // namespace
} // namespace strikedesk::store
