// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/json_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace strikedesk::venues {
namespace {

TEST(JsonTree, KeepsTheCharactersOfNumbers) {
    const auto tree =
        *JsonTree::parse(R"({"a":1.10,"b":-0.000000001 ,"c":[12345678901234567890, 1e-05],"d":"x"})");
    EXPECT_EQ(tree.root()["a"].text(), "1.10");
    EXPECT_EQ(tree.root()["b"].text(), "-0.000000001");
    EXPECT_EQ(tree.root()["c"].firstChild().text(), "12345678901234567890");
    EXPECT_EQ(tree.root()["c"].firstChild().nextSibling().text(), "1e-05");
    EXPECT_EQ(tree.root()["c"].childCount(), 2u);
    EXPECT_FALSE(tree.root()["nothing"]);
    EXPECT_EQ(tree.root()["nothing"].kind(), JsonTree::Kind::Absent);
    EXPECT_TRUE(tree.root()["nothing"].isNothing());
}

TEST(JsonTree, TheFirstOfTwoMembersOfOneNameCounts) {
    EXPECT_EQ(JsonTree::parse(R"({"id":"1","id":"2"})")->root()["id"].text(), "1");
}

TEST(JsonTree, UnescapesKeysAndText) {
    const auto tree = *JsonTree::parse(R"({"k\u0065y":"a\"b\\\u20ac\n"})");
    EXPECT_EQ(tree.root()["key"].text(), "a\"b\\\xE2\x82\xAC\n");
}

TEST(JsonTree, RefusesEverythingThatIsNotOneWholeObjectOrArray) {
    for (const char* wrong : {"",
                              " ",
                              "null",
                              "12",
                              "\"text\"",
                              "true",
                              "{",
                              "}",
                              "[",
                              "]",
                              "{]",
                              "[}",
                              "{\"a\"}",
                              "{\"a\":}",
                              "{\"a\":1,}",
                              "[1,]",
                              "[1 2]",
                              "{} {}",
                              "[] 1",
                              "{\"a\":1}}",
                              "{\"a\":01}",
                              "{\"a\":1.}",
                              "{\"a\":.5}",
                              "{\"a\":+1}",
                              "{\"a\":-}",
                              "{\"a\":1e}",
                              "{\"a\":nul}",
                              "{\"a\":tru}",
                              "{\"a\":\"x}",
                              "{\"a\":'x'}",
                              "{a:1}",
                              "[NaN]",
                              "[Infinity]",
                              "[0x10]",
                              "{\"a\":\"\xff\"}",
                              "{\"a\":\"\\q\"}",
                              "{\"a\":\"\\ud800\"}",
                              "<html></html>"})
        EXPECT_FALSE(JsonTree::parse(wrong)) << wrong;
}

TEST(JsonTree, BoundsNestingAndSize) {
    const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(JsonTree::parse(nested(30)));
    EXPECT_FALSE(JsonTree::parse(nested(40)));
    EXPECT_FALSE(JsonTree::parse(nested(100'000)));
    EXPECT_FALSE(JsonTree::parse("[\"" + std::string(9 * 1024 * 1024, 'x') + "\"]"));
    std::string many = "[1";
    for (int i = 0; i < 1'000'001; ++i)
        many += ",1";
    EXPECT_FALSE(JsonTree::parse(many + "]"));
}

} // namespace
} // namespace strikedesk::venues
