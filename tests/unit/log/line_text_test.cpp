// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/price.h"
#include "core/io/log/line_text.h"
#include "core/io/log/redactor.h"

#include <gtest/gtest.h>

#include <string>

namespace strikedesk {
namespace {

using namespace std::string_view_literals;

std::string line(const Redactor& redactor, std::string_view message, std::initializer_list<LogField> fields) {
    return composedLine(redactor, "orders", message, {fields.begin(), fields.size()});
}

TEST(LineText, EveryLineBreakBecomesAnEscape) {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"plain", "plain"},
        {"", ""},
        {"two\nlines", "two\\nlines"},
        {"two\r\nlines", "two\\r\\nlines"},
        {"a\tb", "a\\tb"},
        {"nul\0byte"sv, "nul\\x00byte"},
        {"\x1b[2Jwiped", "\\x1b[2Jwiped"},
        {"\x7f", "\\x7f"},
        {"a\vb\fc", "a\\x0bb\\x0cc"},
        {"next\xC2\x85line", "next\\u0085line"},
        {"\xC2\x9B[2J", "\\u009b[2J"},
        {"line\xE2\x80\xA8separator", "line\\u2028separator"},
        {"paragraph\xE2\x80\xA9separator", "paragraph\\u2029separator"},
        {"\xC2\xA0 is a blank", "\xC2\xA0 is a blank"},
        {"▲ 5 €", "▲ 5 €"},
        {"cut short \xC2", "cut short \xC2"},
        {"cut short \xE2\x80", "cut short \xE2\x80"},
        {"back\\slash", "back\\slash"},
    };
    for (const auto& [text, expected] : rows)
        EXPECT_EQ(escapedText(text), expected);
}

TEST(LineText, AFieldValueReadsBackUnambiguously) {
    const std::pair<std::string_view, std::string_view> rows[] = {
        {"word", "word"},
        {"", "\"\""},
        {"two words", "\"two words\""},
        {"a=b", "\"a=b\""},
        {"say \"hi\"", "\"say \\\"hi\\\"\""},
        {"back\\slash", "\"back\\\\slash\""},
        {"line\n", "\"line\\n\""},
        {"2.10", "2.10"},
    };
    for (const auto& [text, expected] : rows)
        EXPECT_EQ(escapedValue(text), expected);
}

TEST(LineText, ComposesAreaMessageAndFields) {
    const Redactor redactor;
    EXPECT_EQ(line(redactor, "Order sent.",
                   {{"symbol", "AAPL"}, {"limit", Price::fromCents(210)}, {"count", 3}, {"resting", true}}),
              "orders: Order sent. symbol=AAPL limit=2.10 count=3 resting=true");
}

TEST(LineText, NoSecretSurvivesHoweverItIsSplit) {
    Redactor redactor;
    const std::string secret = "PKSECRETSECRET0123456789";
    ASSERT_TRUE(redactor.add(Secret(secret)).ok());
    const std::string lines[] = {
        line(redactor, "key " + secret, {}),
        line(redactor, "x", {{"key", secret}}),
        line(redactor, "x", {{"first", secret.substr(0, 12)}, {"second", secret.substr(12)}}),
        line(redactor, secret.substr(0, 12), {{"rest", secret.substr(12)}}),
        line(redactor, "x", {{secret, "y"}}),
        composedLine(redactor, secret, "message", {}),
    };
    for (const std::string& text : lines) {
        EXPECT_NE(text.find("[redacted]"), std::string::npos) << text;
        for (std::size_t at = 0; at + 8 <= secret.size(); ++at)
            EXPECT_EQ(text.find(secret.substr(at, 8)), std::string::npos) << text;
    }
}

TEST(LineText, HidesASecretThatQuotingWouldHaveChanged) {
    Redactor redactor;
    const std::string secret = "a\"b\\c\nd e=f";
    ASSERT_TRUE(redactor.add(Secret(secret)).ok());
    EXPECT_EQ(line(redactor, "x", {{"key", secret}}), "orders: x key=[redacted]");
    EXPECT_EQ(line(redactor, "x " + secret, {}), "orders: x [redacted]");
    EXPECT_EQ(line(redactor, "x " + escapedValue(secret), {}), "orders: x [redacted]");
}

TEST(LineText, CutsAVeryLongLineAndSaysSo) {
    const Redactor redactor;
    const std::string text = line(redactor, std::string(100'000, 'x'), {{"key", "value"}});
    EXPECT_LT(text.size(), kLongestLine + 64);
    EXPECT_TRUE(text.ends_with("bytes more)"));
    std::string euros;
    for (int i = 0; i < 20'000; ++i)
        euros += "€";
    const std::string cut = line(redactor, euros, {});
    const std::size_t end = cut.find(" …");
    EXPECT_EQ((end - std::string("orders: ").size()) % 3, 0u);
}

} // namespace
} // namespace strikedesk
