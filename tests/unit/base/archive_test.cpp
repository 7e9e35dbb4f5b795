// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/base/archive_sample.h"

#include <gtest/gtest.h>

#include <cmath>

namespace strikedesk {
namespace {

using archive_sample::bytesOf;
using archive_sample::Everything;
using archive_sample::fullSample;

template <class T>
bool reads(const std::string& bytes, T& value) {
    BinaryReader reader(bytes);
    reader.field("value", value);
    return reader.finished();
}

TEST(Archive, EveryKindOfValueComesBack) {
    for (const Everything& all : {Everything{}, fullSample()}) {
        Everything read = fullSample();
        EXPECT_TRUE(reads(bytesOf(all), read));
        EXPECT_EQ(read, all);
        EXPECT_EQ(bytesOf(read), bytesOf(all));
    }
}

TEST(Archive, OddDoublesKeepTheirBits) {
    for (const double number :
         {0.0, -0.0, 1e-308, 1e308, std::nan(""), std::numeric_limits<double>::infinity()}) {
        BinaryWriter writer;
        writer.field("n", number);
        double read = 1;
        EXPECT_TRUE(reads(writer.bytes(), read));
        EXPECT_EQ(std::memcmp(&read, &number, sizeof number), 0);
    }
}

TEST(Archive, EveryTruncationIsAFailureNeverACrash) {
    const std::string bytes = bytesOf(fullSample());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Everything read;
        BinaryReader reader(std::string_view(bytes).substr(0, size));
        reader.field("all", read);
        EXPECT_TRUE(reader.failed()) << size;
        EXPECT_FALSE(reader.where().empty()) << size;
    }
}

TEST(Archive, BytesLeftOverAreNotAFinishedRead) {
    Everything read;
    EXPECT_FALSE(reads(bytesOf(fullSample()) + "x", read));
}

TEST(Archive, EveryOneByteChangeIsReadOrRefused) {
    const std::string bytes = bytesOf(fullSample());
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (int value = 0; value < 256; value += 5) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(value);
            Everything read;
            if (reads(changed, read)) {
                Everything again;
                ASSERT_TRUE(reads(bytesOf(read), again));
            }
        }
}

TEST(Archive, ACountBeyondTheBytesThatAreLeftIsRefused) {
    const std::string huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01";
    std::vector<archive_sample::Inner> list;
    std::string text;
    std::map<std::string, std::int64_t> map;
    EXPECT_FALSE(reads(huge, list));
    EXPECT_FALSE(reads(huge, text));
    EXPECT_FALSE(reads(huge, map));
    EXPECT_FALSE(reads(std::string("\x05") + "abcd", text));
}

TEST(Archive, ANumberTooLargeForItsTypeIsRefused) {
    BinaryWriter writer;
    writer.field("n", std::uint64_t{256});
    std::uint8_t small = 0;
    EXPECT_FALSE(reads(writer.bytes(), small));
    bool flag = false;
    EXPECT_FALSE(reads(std::string("\x02"), flag));
    archive_sample::Colour colour{};
    EXPECT_FALSE(reads(writer.bytes(), colour));
    BinaryWriter negative;
    negative.field("n", std::int64_t{-40'000});
    std::int16_t narrow = 0;
    EXPECT_FALSE(reads(negative.bytes(), narrow));
    std::uint64_t wide = 0;
    EXPECT_FALSE(reads(std::string(9, '\xFF') + '\x02', wide));
    EXPECT_FALSE(reads(std::string(11, '\xFF'), wide));
    EXPECT_TRUE(reads(std::string(9, '\xFF') + '\x01', wide));
}

TEST(Archive, AWrongVariantSymbolOrDateIsRefused) {
    std::variant<std::monostate, std::int64_t> choice;
    EXPECT_FALSE(reads(std::string("\x02"), choice));
    Symbol symbol;
    EXPECT_FALSE(reads(std::string("\x04"
                                   "aapl"),
                       symbol));
    EXPECT_TRUE(reads(std::string("\x04"
                                  "AAPL"),
                      symbol));
    EXPECT_TRUE(reads(std::string("\0", 1), symbol));
    EXPECT_TRUE(symbol.isEmpty());
    BinaryWriter writer;
    writer.field("days", std::int32_t{84'371});
    Date date;
    EXPECT_FALSE(reads(writer.bytes(), date));
}

} // namespace
} // namespace strikedesk
