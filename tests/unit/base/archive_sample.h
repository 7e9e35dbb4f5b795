// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/archive_reader.h"
#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/symbol.h"

#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace strikedesk::archive_sample {

enum class Colour : std::uint8_t { Red, Green };

struct Inner {
    std::int32_t number = 0;
    std::string name;

    template <class A>
    void archive(A& a) {
        a.field("number", number);
        a.field("name", name);
    }
    friend auto operator<=>(const Inner&, const Inner&) = default;
};

/// One field of every kind an archive knows.
struct Everything {
    bool flag = false;
    std::uint8_t small = 0;
    std::int16_t narrow = 0;
    std::uint64_t wide = 0;
    std::int64_t sign = 0;
    double real = 0;
    Colour colour = Colour::Red;
    std::string text;
    Price price;
    Money money;
    Quantity quantity;
    Timestamp time;
    Duration span;
    MonoTime mono;
    Moment moment;
    Date date;
    Symbol symbol;
    ClientOrderId id;
    std::optional<Price> maybe;
    std::optional<std::string> maybeText;
    std::variant<std::monostate, Inner, std::int64_t, std::string> choice;
    std::vector<Inner> list;
    std::map<std::string, Quantity> map;
    std::set<std::int64_t> set;
    std::pair<std::string, bool> pair;
    std::vector<std::vector<std::optional<std::int64_t>>> nested;

    template <class A>
    void archive(A& a) {
        a.field("flag", flag);
        a.field("small", small);
        a.field("narrow", narrow);
        a.field("wide", wide);
        a.field("sign", sign);
        a.field("real", real);
        a.field("colour", colour);
        a.field("text", text);
        a.field("price", price);
        a.field("money", money);
        a.field("quantity", quantity);
        a.field("time", time);
        a.field("span", span);
        a.field("mono", mono);
        a.field("moment", moment);
        a.field("date", date);
        a.field("symbol", symbol);
        a.field("id", id);
        a.field("maybe", maybe);
        a.field("maybeText", maybeText);
        a.field("choice", choice);
        a.field("list", list);
        a.field("map", map);
        a.field("set", set);
        a.field("pair", pair);
        a.field("nested", nested);
    }
    friend bool operator==(const Everything&, const Everything&) = default;
};

inline Everything fullSample() {
    Everything all;
    all.flag = true;
    all.small = 255;
    all.narrow = -32'768;
    all.wide = ~std::uint64_t{0};
    all.sign = std::numeric_limits<std::int64_t>::min();
    all.real = -0.1;
    all.colour = Colour::Green;
    all.text = std::string("nul\0 and € ", 10);
    all.price = Price::fromCents(-210);
    all.money = Money::dollars(1'000'000);
    all.quantity = *Quantity::tryFromText("0.123456789");
    all.time = Timestamp::fromSeconds(1'772'461'800);
    all.span = Duration::milliseconds(-5);
    all.mono = MonoTime::fromNanoseconds(77);
    all.moment = {all.time, all.mono};
    all.date = *Date::tryFromIso("2026-03-02");
    all.symbol = Symbol::of("AAPL250620C00100000");
    all.id = ClientOrderId("sd-1");
    all.maybe = Price::fromCents(5);
    all.maybeText = "";
    all.choice = Inner{7, "seven"};
    all.list = {{1, "one"}, {-2, ""}};
    all.map = {{"a", Quantity::whole(1)}, {"b", Quantity::whole(-2)}};
    all.set = {-1, 0, 1};
    all.pair = {"x", true};
    all.nested = {{}, {std::nullopt, -9}, {5}};
    return all;
}

inline std::string bytesOf(const Everything& all) {
    BinaryWriter writer;
    writer.field("all", all);
    return writer.take();
}

} // namespace strikedesk::archive_sample
