// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/alpaca/collector.h"

#include <gtest/gtest.h>
#include <msgpack.hpp>

#include <functional>
#include <string>

namespace strikedesk::alpaca {
namespace {

using test::Collector;
using Packer = msgpack::packer<msgpack::sbuffer>;

std::string packed(const std::function<void(Packer&)>& write) {
    msgpack::sbuffer buffer;
    Packer packer(buffer);
    write(packer);
    return {buffer.data(), buffer.size()};
}

void packTime(Packer& out, const std::string& bytes) {
    out.pack_ext(bytes.size(), -1);
    out.pack_ext_body(bytes.data(), static_cast<std::uint32_t>(bytes.size()));
}

std::string quoteWith(const std::function<void(Packer&)>& bid, const std::function<void(Packer&)>& time) {
    return packed([&](Packer& out) {
        out.pack_array(1);
        out.pack_map(7);
        out.pack(std::string("S"));
        out.pack(std::string("SPXW240308P05075000"));
        out.pack(std::string("bp"));
        bid(out);
        out.pack(std::string("t"));
        time(out);
        out.pack(std::string("ap"));
        out.pack(17);
        out.pack(std::string("later"));
        out.pack_map(1);
        out.pack(std::string("x"));
        out.pack_array(0);
        out.pack(std::string("as"));
        out.pack_nil();
        out.pack(std::string("T"));
        out.pack(std::string("q"));
    });
}

const std::string kSeconds32("\x65\xea\xfe\x87", 4);

TEST(OptionFrame, ReadsPricesOfAnyNumericType) {
    struct Row {
        std::function<void(Packer&)> write;
        std::int64_t units;
    };
    for (const Row& row :
         {Row{[](Packer& p) { p.pack(0.7); }, 7'000}, Row{[](Packer& p) { p.pack(16); }, 160'000},
          Row{[](Packer& p) { p.pack(5'075.05F); }, 50'750'500}, Row{[](Packer& p) { p.pack(0); }, 0},
          Row{[](Packer& p) { p.pack(std::uint64_t{300}); }, 3'000'000},
          Row{[](Packer& p) { p.pack(std::string("1.05")); }, 10'500},
          Row{[](Packer& p) { p.pack(4'925.0); }, 49'250'000}}) {
        Collector kept;
        ASSERT_TRUE(
            decodeOptionFrame(quoteWith(row.write, [](Packer& p) { packTime(p, kSeconds32); }), kept));
        EXPECT_EQ(kept.quotes.at(0).bid.units(), row.units);
        EXPECT_EQ(kept.quotes.at(0).ask, Price::fromCents(1'700));
    }
}

TEST(OptionFrame, RefusesPricesThatAreNone) {
    for (const std::function<void(Packer&)>& bad : std::vector<std::function<void(Packer&)>>{
             [](Packer& p) { p.pack(-0.5); }, [](Packer& p) { p.pack(-1); }, [](Packer& p) { p.pack_nil(); },
             [](Packer& p) { p.pack(true); }, [](Packer& p) { p.pack(std::string("x")); },
             [](Packer& p) { p.pack(1e300); },
             [](Packer& p) { p.pack(std::numeric_limits<double>::quiet_NaN()); },
             [](Packer& p) { p.pack(std::numeric_limits<float>::infinity()); },
             [](Packer& p) { p.pack(std::uint64_t{20'000'000}); },
             [](Packer& p) { p.pack(std::numeric_limits<std::uint64_t>::max()); },
             [](Packer& p) { p.pack_array(0); }}) {
        Collector kept;
        EXPECT_FALSE(decodeOptionFrame(quoteWith(bad, [](Packer& p) { packTime(p, kSeconds32); }), kept));
        EXPECT_TRUE(kept.quotes.empty());
    }
}

TEST(OptionFrame, ReadsTimesOfThreeWidthsAndAsText) {
    const auto timeOf = [](const std::function<void(Packer&)>& write) {
        Collector kept;
        const auto count = decodeOptionFrame(quoteWith([](Packer& p) { p.pack(1); }, write), kept);
        return count ? kept.quotes.at(0).at.nanoseconds() : -1;
    };
    EXPECT_EQ(timeOf([](Packer& p) { packTime(p, kSeconds32); }), 1'709'899'399'000'000'000);
    EXPECT_EQ(timeOf([](Packer& p) { packTime(p, std::string("\x3a\x73\xec\x00\x65\xea\xfe\x87", 8)); }),
              1'709'899'399'245'168'896);
    EXPECT_EQ(timeOf([](Packer& p) {
                  packTime(p, std::string("\x00\x00\x00\x07\x00\x00\x00\x00\x65\xea\xfe\x87", 12));
              }),
              1'709'899'399'000'000'007);
    EXPECT_EQ(timeOf([](Packer& p) { p.pack(std::string("2024-03-08T12:03:19Z")); }),
              1'709'899'399'000'000'000);
    // Nanoseconds above 999,999,999, a negative time, a wrong width, another extension, a number.
    EXPECT_EQ(timeOf([](Packer& p) { packTime(p, std::string("\xff\xff\xff\xfc\x65\xea\xfe\x87", 8)); }), -1);
    EXPECT_EQ(timeOf([](Packer& p) { packTime(p, std::string(12, '\xff')); }), -1);
    EXPECT_EQ(timeOf([](Packer& p) { packTime(p, std::string(5, '\x01')); }), -1);
    EXPECT_EQ(timeOf([](Packer& p) {
                  p.pack_ext(4, 5);
                  p.pack_ext_body(kSeconds32.data(), 4);
              }),
              -1);
    EXPECT_EQ(timeOf([](Packer& p) { p.pack(1'709'899'399); }), -1);
}

TEST(OptionFrame, BoundsNestingAndCounts) {
    Collector kept;
    EXPECT_FALSE(decodeOptionFrame(std::string(100'000, '\x91'), kept));
    EXPECT_FALSE(decodeOptionFrame(std::string("\xdd\xff\xff\xff\xff", 5), kept));
    EXPECT_FALSE(decodeOptionFrame(std::string("\x91\xdf\xff\xff\xff\xff", 6), kept));
    EXPECT_FALSE(decodeOptionFrame(std::string("\x91\x81\xa1T\xdb\xff\xff\xff\xff", 9), kept));
    for (const char* wrong : {"", "\x01", "\x91\x01", "\x91\xc0", "\x80", "\xc1", "\xa1x"})
        EXPECT_FALSE(decodeOptionFrame(wrong, kept)) << wrong;
    EXPECT_TRUE(decodeOptionFrame("\x90", kept));
}

TEST(OptionFrame, ReadsControlMessages) {
    Collector kept;
    const auto count = decodeOptionFrame(
        packed([](Packer& out) {
            out.pack_array(3);
            out.pack(std::map<std::string, std::string>{{"T", "success"}, {"msg", "authenticated"}});
            out.pack_map(3);
            out.pack(std::string("T"));
            out.pack(std::string("error"));
            out.pack(std::string("code"));
            out.pack(406);
            out.pack(std::string("msg"));
            out.pack(std::string("connection limit exceeded"));
            out.pack_map(3);
            out.pack(std::string("T"));
            out.pack(std::string("subscription"));
            out.pack(std::string("trades"));
            out.pack(std::vector<std::string>{"A", "B"});
            out.pack(std::string("quotes"));
            out.pack(std::vector<std::string>{"C"});
        }),
        kept);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->delivered, 3);
    EXPECT_EQ(kept.faults, std::vector<std::int64_t>{406});
    EXPECT_EQ(kept.acks.at(0).trades, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(kept.acks.at(0).quotes, std::vector<std::string>{"C"});
}

TEST(OptionFrame, ClientMessagesArePackedMaps) {
    SubscriptionChange change;
    change.quotes = {Symbol::of("SPXW240308P05075000")};
    const std::string bytes = encodeSubscribe(change, StreamEncoding::MessagePack);
    const auto handle = msgpack::unpack(bytes.data(), bytes.size());
    const auto map = handle.get().as<std::map<std::string, msgpack::object>>();
    EXPECT_EQ(map.size(), 2u);
    EXPECT_EQ(map.at("action").as<std::string>(), "subscribe");
    EXPECT_EQ(map.at("quotes").as<std::vector<std::string>>(),
              std::vector<std::string>{"SPXW240308P05075000"});
    const std::string auth = encodeStreamAuth("key", "secret", StreamEncoding::MessagePack);
    const auto words =
        msgpack::unpack(auth.data(), auth.size()).get().as<std::map<std::string, std::string>>();
    EXPECT_EQ(words.at("secret"), "secret");
}

} // namespace
} // namespace strikedesk::alpaca
