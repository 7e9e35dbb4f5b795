// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/json_archive.h"
#include "core/io/store/json_reader.h"
#include "core/market/quote.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace strikedesk::store {
namespace {

struct Mixed {
    std::int64_t whole = 0;
    std::uint64_t positive = 0;
    double real = 0;
    std::string text;
    std::vector<std::optional<std::int64_t>> list;
    std::map<std::string, bool> flags;
    std::variant<std::monostate, std::string, std::vector<double>> choice;
    template <class A>
    void archive(A& a) {
        a.field("whole", whole);
        a.field("positive", positive);
        a.field("real", real);
        a.field("text", text);
        a.field("list", list);
        a.field("flags", flags);
        a.field("choice", choice);
    }
    friend bool operator==(const Mixed&, const Mixed&) = default;
};

/// Text of ASCII letters and characters that need escapes.
std::string anyText() { return *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)); }

Mixed anyMixed() {
    Mixed mixed;
    mixed.whole = *rc::gen::arbitrary<std::int64_t>();
    mixed.positive = *rc::gen::arbitrary<std::uint64_t>();
    mixed.real = *rc::gen::arbitrary<double>();
    mixed.text = anyText();
    for (const std::int64_t number : *rc::gen::arbitrary<std::vector<std::int64_t>>())
        mixed.list.push_back(number % 3 == 0 ? std::nullopt : std::optional(number));
    mixed.flags[anyText()] = true;
    switch (*rc::gen::inRange(0, 3)) {
    case 1:
        mixed.choice = anyText();
        break;
    case 2:
        mixed.choice = *rc::gen::arbitrary<std::vector<double>>();
        break;
    default:
        break;
    }
    return mixed;
}

TEST(JsonArchiveLaws, AnyValueIsReadBackTheSame) {
    EXPECT_TRUE(rc::check([] {
        const Mixed mixed = anyMixed();
        RC_ASSERT(fromJsonText<Mixed>(toJsonText(mixed)).value() == mixed);
    }));
}

TEST(JsonArchiveLaws, NoDamagedTextBreaksTheReader) {
    EXPECT_TRUE(rc::check([] {
        std::string text = toJsonText(anyMixed());
        const auto changes = *rc::gen::inRange(1, 4);
        for (int i = 0; i < changes; ++i)
            text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
        text.resize(*rc::gen::inRange<std::size_t>(0, text.size() + 1));
        const Result<Mixed> read = fromJsonText<Mixed>(text);
        // What is read is a value like any other.
        if (read)
            RC_ASSERT(fromJsonText<Mixed>(toJsonText(*read)).ok());
    }));
}

} // namespace
} // namespace strikedesk::store
