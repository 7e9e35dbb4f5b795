// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/flat_frame.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

// Plain frames are scanned by hand, others read by the library: both must give the same.

namespace strikedesk::venues {
namespace {

/// Writes down all it is told.
struct Recorder final : FlatReceiver {
    void begin() override {
        lines.emplace_back();
        listName = 0;
    }
    void scalar(std::uint64_t name, std::string_view token) override {
        flushList();
        lines.back() += std::to_string(name) + "=" + std::string(token) + ";";
    }
    std::string* list(std::uint64_t name) override {
        flushList();
        if (name == flatName("skip"))
            return nullptr;
        listName = name;
        return &listed;
    }
    bool end() override {
        flushList();
        whole.push_back(lines.back());
        return whole.size() < stopAfter;
    }
    void flushList() {
        if (listName != 0)
            lines.back() += std::to_string(listName) + "=[" + listed + "];";
        listName = 0;
    }
    std::vector<std::string> lines;
    std::vector<std::string> whole;
    std::string listed;
    std::uint64_t listName = 0;
    std::size_t stopAfter = SIZE_MAX;
};

struct Reading {
    bool isGood = false;
    std::vector<std::string> messages;
};

Reading readBoth(const std::string& json, bool mustScanWhole = false) {
    FlatFrameReader reader;
    Recorder quick;
    const bool isGood = reader.read(json, quick) == nullptr;
    Recorder slow;
    EXPECT_EQ(reader.readGenerally(json, slow, 0) == nullptr, isGood) << json;
    // A frame broken further on may have given more messages before it was found out.
    if (isGood) {
        EXPECT_EQ(quick.whole, slow.whole) << json;
    } else if (slow.whole.size() <= quick.whole.size()) {
        EXPECT_TRUE(std::equal(slow.whole.begin(), slow.whole.end(), quick.whole.begin())) << json;
    }
    if (mustScanWhole) {
        Recorder scanned;
        EXPECT_EQ(FlatScan(json, scanned).run(), FlatScanEnd::Whole) << json;
    }
    return {isGood, quick.whole};
}

constexpr const char* kPlain =
    R"([{"T":"q","S":"SPY","bx":"U","bp":500.25,"bs":3,"c":["R","@"],"t":"2026-03-02T14:30:00.123456789Z"},)"
    R"({"ev":"T","sym":"O:SPY260302C00500000","p":0.05,"s":-1,"i":[604,2],"skip":[1,"x"],"status":"ok","longname":7},{"x":0,"l":[]}])";

TEST(FlatFrame, ReadsFramesAsVenuesWriteThemWithoutTheLibrary) {
    const Reading read = readBoth(kPlain, true);
    ASSERT_TRUE(read.isGood);
    ASSERT_EQ(read.messages.size(), 3U);
    EXPECT_NE(read.messages[0].find("=[R,@];"), std::string::npos) << read.messages[0];
    EXPECT_NE(read.messages[1].find("=[604,2];"), std::string::npos) << read.messages[1];
    EXPECT_NE(read.messages[1].find("0=7;"), std::string::npos) << "long names are one";
}

TEST(FlatFrame, LeavesEverythingElseToTheLibraryWithTheSameResult) {
    for (const char* frame :
         {"[]", "[ ]", "[{}]", R"([{"a":1}] )", R"( [{"a" : 1 , "b":"x"}])",
          R"([{"a":"q\"uote","b":"\u00e9"}])", R"([{"a":"é"}])", R"([{"a":1e3},{"a":1.5E-2}])",
          R"([{"a":null,"b":true,"c":false}])", R"([{"a":{"b":[1,{"c":2}]},"d":3}])", R"([{"ab\u0063":1}])",
          R"([{"a":[12345678901234567890]}])", R"([{"a":["x\ny"]}])", R"([{"a":1},{"a":"\t"},{"a":3}])",
          R"([{"":1}])", R"([{"a":-0.5}])", R"([{"a":[-3,"b"]}])"})
        readBoth(frame);
    EXPECT_TRUE(readBoth(R"([{"a":1},{"a":"\t"},{"a":3}])").isGood);
    EXPECT_EQ(readBoth(R"([{"a":1},{"a":"\t"},{"a":3}])").messages.size(), 3U) << "none twice";
}

TEST(FlatFrame, RefusesWhatIsNoFrame) {
    for (const char* frame :
         {"", "{", "[", "[{", R"([{"a")", R"([{"a":)", R"([{"a":"x)", R"([{"a":1)", R"([{"a":1})",
          R"([{"a":1},])", R"([{"a":1}]x)", R"([{"a":1}][])", R"([1,2])", R"({"a":1})", R"([{"a":[1,}])",
          R"([{"a":"x",}])", R"([{"a":[1.5]}])", R"([{a:1}])"})
        EXPECT_FALSE(readBoth(frame).isGood) << frame;
    const std::string zeroAfter = std::string(R"([{"a":1}])") + '\0' + "rest";
    EXPECT_FALSE(readBoth(zeroAfter).isGood);
}

TEST(FlatFrame, StopsWhereTheReceiverSays) {
    FlatFrameReader reader;
    for (const char* frame : {R"([{"a":1},{"a":2},{"a":3}])", R"([ {"a":1},{"a":2},{"a":3}])"}) {
        Recorder recorder;
        recorder.stopAfter = 2;
        EXPECT_NE(reader.read(frame, recorder), nullptr);
        EXPECT_EQ(recorder.whole.size(), 2U);
    }
}

TEST(FlatFrame, EveryCutAndEveryDamageGivesTheSameBothWays) {
    const std::string whole = kPlain;
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(readBoth(whole.substr(0, size)).isGood) << size;
    std::mt19937_64 draw(20'261'122);
    constexpr std::string_view kBytes = "\"\\{}[],:0123456789.-eEnt \n\x01\x80\xc3\xa9zaS";
    for (int round = 0; round < 20'000; ++round) {
        std::string damaged = whole;
        for (int i = 0, n = 1 + static_cast<int>(draw() % 3); i < n; ++i) {
            const std::size_t at = draw() % damaged.size();
            const char byte = kBytes[draw() % kBytes.size()];
            switch (draw() % 3) {
            case 0:
                damaged[at] = byte;
                break;
            case 1:
                damaged.insert(at, 1, byte);
                break;
            default:
                damaged.erase(at, 1 + draw() % 4);
                break;
            }
        }
        readBoth(damaged);
        if (testing::Test::HasFailure())
            FAIL() << "round " << round;
    }
}

} // namespace
} // namespace strikedesk::venues
