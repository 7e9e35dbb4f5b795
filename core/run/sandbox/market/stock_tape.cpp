// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/stock_tape.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kPrints = 6, kChange = 241 };

bool earlier(const market::TradePrint& a, const market::TradePrint& b) { return a.at < b.at; }

Price shifted(Price price, double relative) {
    const auto cents = std::llround(static_cast<double>(price.units()) * (1.0 + relative) / 100.0);
    return Price::fromCents(std::max<std::int64_t>(1, cents));
}

const char* conditionsOf(ExtraPrint::Kind kind, bool isExtended) {
    switch (kind) {
    case ExtraPrint::Kind::OddLot:
        return isExtended ? "@,T,I" : "@,I";
    case ExtraPrint::Kind::AveragePrice:
        return isExtended ? "@,T,W" : "@,W";
    case ExtraPrint::Kind::OutOfSequence:
        break;
    }
    return isExtended ? "@,U" : "@,Z";
}

void addExtras(const StockSpec& spec, const MinuteModel& minute, const std::vector<ExtraPrint>& extras,
               std::vector<market::TradePrint>& prints) {
    const std::int64_t base = minute.bar.start.seconds() / 60 * 10'000 + 5'000;
    for (std::size_t i = 0; i < extras.size(); ++i) {
        const ExtraPrint& extra = extras[i];
        market::TradePrint print;
        print.symbol = spec.asset.symbol;
        print.at = minute.bar.start + Duration::nanoseconds(extra.offset);
        print.price = shifted(midpoint(minute.bar.low, minute.bar.high), extra.shift);
        print.size = extra.size;
        print.exchange = "D"; // reported off the exchanges
        print.conditions = conditionsOf(extra.kind, minute.isExtended);
        print.id = std::to_string(base + static_cast<std::int64_t>(i));
        prints.push_back(std::move(print));
    }
    std::stable_sort(prints.begin(), prints.end(), earlier);
}

/// A wrong price put right, or a print that should not have been.
void addChange(std::size_t stock, std::uint64_t seed, const MinuteModel& minute, TapeMinute& tape) {
    HashRandom random(seed, {kChange, stock, static_cast<std::uint64_t>(minute.bar.start.seconds())});
    if (minute.isExtended || random.uniform() >= kChangeChance || tape.printed.empty())
        return;
    const auto index =
        static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(tape.printed.size()) - 1));
    market::TradePrint& shown = tape.printed[index];
    PrintChange change;
    change.symbol = shown.symbol;
    change.at = shown.at + Duration::milliseconds(random.between(5'000, 50'000));
    const double wrong = (random.uniform() < 0.5 ? -1 : 1) * (0.004 + 0.012 * random.uniform());
    if (random.uniform() < 0.6) {
        change.is = shown;
        shown.price = shifted(shown.price, wrong);
        change.was = shown;
    } else {
        market::TradePrint bogus = shown;
        bogus.at = std::min(bogus.at + Duration::microseconds(random.between(1, 900)),
                            minute.bar.start + Duration::nanoseconds(minute.until - 1));
        bogus.price = shifted(bogus.price, wrong);
        bogus.id = std::to_string(minute.bar.start.seconds() / 60 * 10'000 + 9'999);
        change.was = bogus;
        tape.printed.insert(std::upper_bound(tape.printed.begin(), tape.printed.end(), bogus, earlier),
                            bogus);
    }
    tape.changes.push_back(std::move(change));
}

} // namespace

std::vector<market::TradePrint> TapeMinute::knownAt(Timestamp now) const {
    std::vector<market::TradePrint> known;
    for (const market::TradePrint& print : printed) {
        if (now < print.at)
            break;
        const auto change = std::find_if(changes.begin(), changes.end(), [&](const PrintChange& c) {
            return c.at <= now && c.was.id == print.id;
        });
        if (change == changes.end())
            known.push_back(print);
        else if (change->is)
            known.push_back(*change->is);
    }
    return known;
}

bool TapeMinute::hasChangeAfter(Timestamp now) const { return !changes.empty() && now < changes.back().at; }

PrintStyle styleOf(const StockSpec& spec, std::size_t stock, std::uint64_t seed, const MinuteModel& minute) {
    PrintStyle style;
    style.seed = HashRandom(seed, {kPrints, stock}).next();
    style.wanted = minute.wanted;
    style.grid = Price::fromCents(1);
    style.exchange = spec.asset.tape == 'C' ? "Q" : spec.asset.tape == 'A' ? "N" : "P";
    style.conditions = minute.isExtended ? "@,T" : "@";
    style.from = minute.from;
    style.until = minute.until;
    return style;
}

TapeMinute tapeOf(const StockSpec& spec, std::size_t stock, std::uint64_t seed, const MinuteModel& minute,
                  bool isFirst, bool isLast) {
    TapeMinute tape;
    tape.printed = printsOf(spec.asset.symbol, minute.bar, styleOf(spec, stock, seed, minute));
    if (isFirst)
        tape.printed.front().conditions = "@,O";
    if (isLast)
        tape.printed.back().conditions = "@,6";
    addExtras(spec, minute, extrasOf(seed, stock, minute), tape.printed);
    addChange(stock, seed, minute, tape);
    return tape;
}

} // namespace strikedesk::sandbox
