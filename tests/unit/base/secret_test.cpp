// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/base/log.h"
#include "core/base/secret.h"

#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <type_traits>

namespace strikedesk {
namespace {

template <class T>
concept Streams = requires(std::ostream& out, const T& t) { out << t; };
template <class T>
concept HasText = requires(const T& t) { t.text(); };

static_assert(!Streams<Secret>, "a Secret cannot be printed");
static_assert(!ArchivesFields<Secret, BinaryWriter> && !ArchivesValue<Secret, BinaryWriter>,
              "a Secret cannot be archived");
static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string> &&
              !std::is_convertible_v<Secret, std::string_view>);
static_assert(!std::is_convertible_v<std::string, Secret> && !std::is_convertible_v<const char*, Secret>);
static_assert(!HasText<Secret>);
static_assert(!std::is_constructible_v<LogField, std::string_view, const Secret&>,
              "a Secret is no log field");

std::string revealed(const Secret& secret) {
    return secret.reveal([](std::string_view text) { return std::string(text); });
}

TEST(Secret, LendsItsBytesOnlyWhenAsked) {
    const Secret secret("key material");
    EXPECT_EQ(revealed(secret), "key material");
    EXPECT_EQ(secret.size(), 12u);
    EXPECT_FALSE(secret.isEmpty());
    EXPECT_TRUE(Secret().isEmpty());
    EXPECT_EQ(revealed(Secret()), "");
}

TEST(Secret, ComparesWholeValues) {
    const Secret secret("abcdef");
    EXPECT_TRUE(secret.equals("abcdef"));
    for (const auto* other : {"", "a", "abcde", "abcdeg", "Abcdef", "abcdefa", "abcdefabcdef", "xbcdef"})
        EXPECT_FALSE(secret.equals(other)) << other;
    EXPECT_TRUE(Secret().equals(""));
    EXPECT_FALSE(Secret().equals("a"));
    EXPECT_FALSE(Secret().equals(std::string_view("\0", 1)));
    EXPECT_TRUE(secret.equals(secret.clone()));
    EXPECT_FALSE(secret.equals(Secret()));
}

TEST(Secret, MovesWithoutLeavingAnythingBehind) {
    Secret first("short");
    Secret second(std::move(first));
    EXPECT_TRUE(first.isEmpty());
    EXPECT_EQ(revealed(second), "short");
    Secret third("another");
    third = std::move(second);
    EXPECT_TRUE(second.isEmpty());
    EXPECT_EQ(revealed(third), "short");
}

TEST(Secret, TakesAStringOverAndWipesIt) {
    std::string text = "a long enough key that it lies on the heap, not in the string";
    const char* bytes = text.data();
    const std::size_t size = text.size();
    const Secret secret = Secret::takeFrom(text);
    EXPECT_TRUE(text.empty());
    EXPECT_EQ(secret.size(), size);
    for (std::size_t i = 0; i < size; ++i)
        EXPECT_EQ(bytes[i], '\0');
}

TEST(Secret, WipesBytesInPlace) {
    char bytes[] = "key";
    wipeBytes(bytes, sizeof bytes);
    for (const char byte : bytes)
        EXPECT_EQ(byte, '\0');
    wipeBytes(nullptr, 0);
}

} // namespace
} // namespace strikedesk
