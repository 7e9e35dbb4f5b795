// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/replay_rows.h"
#include "core/run/sandbox/market/sale_conditions.h"

#include <algorithm>

namespace strikedesk::sandbox {

namespace {

constexpr Duration kMinute = Duration::minutes(1);
/// A day in full holds some 300,000; beyond this a file is not what it says.
constexpr std::size_t kMostOfOneDay = 4'000'000;

Timestamp minuteOf(Timestamp at) {
    const std::int64_t ns = at.nanoseconds();
    return Timestamp::fromNanoseconds(ns - ns % kMinute.count());
}

template <class T, class Key>
void sortInOrder(std::vector<T>& list, Key key) {
    std::stable_sort(list.begin(), list.end(), [key](const T& a, const T& b) { return a.*key < b.*key; });
}

void sortBars(std::vector<market::Bar>& bars) {
    sortInOrder(bars, &market::Bar::start);
    bars.erase(std::unique(bars.begin(), bars.end(),
                           [](const market::Bar& a, const market::Bar& b) { return a.start == b.start; }),
               bars.end());
}

/// The minutes that a finer record covers.
struct Span {
    Timestamp from;
    Timestamp to;
    bool holds(Timestamp at) const { return from <= at && at < to; }
};

/// The finer list, and the coarser outside its time.
std::vector<market::Quote> mergedQuotes(std::array<std::vector<market::Quote>, 4>& lists) {
    std::vector<market::Quote> all;
    for (std::vector<market::Quote>& list : lists) {
        sortInOrder(list, &market::Quote::at);
        if (all.empty()) {
            all = std::move(list);
            continue;
        }
        const Timestamp first = all.front().at;
        const Timestamp last = all.back().at;
        std::vector<market::Quote> wider;
        for (const market::Quote& quote : list)
            if (quote.at < first)
                wider.push_back(quote);
        wider.insert(wider.end(), all.begin(), all.end());
        for (const market::Quote& quote : list)
            if (last < quote.at)
                wider.push_back(quote);
        all = std::move(wider);
    }
    return all;
}

/// Makes the prints of one instrument.
class PrintMaker {
public:
    PrintMaker(const Symbol& symbol, AssetKind kind, char tape, const ReplayWindow& window)
        : m_symbol(symbol), m_kind(kind), m_isOption(symbol.looksLikeOption()), m_tape(tape) {
        m_style.seed = static_cast<std::uint64_t>(window.date.days());
        for (const char c : symbol.view())
            m_style.seed = m_style.seed * 131 + static_cast<unsigned char>(c);
        m_style.grid = m_isOption ? Price() : Price::fromCents(1);
        m_session = SessionCalendar().session(window.date);
    }

    std::vector<RecordedPrint> make(const market::Bar& bar, Duration span) {
        m_style.until = span.count();
        m_style.wanted = wantedOf(bar.volume, span);
        std::vector<RecordedPrint> made;
        for (const PrintSketch& print : sketchOf(bar, m_style)) {
            RecordedPrint kept;
            kept.at = print.at;
            kept.price = print.price;
            kept.size = m_kind == AssetKind::Index ? 0 : print.size;
            kept.flags = isRegular(print.at) ? SaleFlag::kRegular : SaleFlag::kExtendedHours;
            kept.exchange = m_isOption || m_tape == ' ' ? 'C' : primaryExchange();
            made.push_back(kept);
        }
        return made;
    }

private:
    /// About how many prints make a bar; an index is computed about once a second and its volume counts that.
    std::int64_t wantedOf(std::int64_t volume, Duration span) const {
        if (m_isOption)
            return std::clamp<std::int64_t>(volume / 10, 1, 10);
        if (m_kind == AssetKind::Index)
            return std::clamp<std::int64_t>(volume, 1, 60);
        return span < kMinute ? std::clamp<std::int64_t>(volume / 1'000, 1, 12)
                              : std::clamp<std::int64_t>(volume / 200, 1, 60);
    }
    bool isRegular(Timestamp at) const {
        return m_isOption || !m_session || (m_session->open <= at && at < m_session->close);
    }
    char primaryExchange() const { return m_tape == 'A' ? 'N' : m_tape == 'B' ? 'P' : 'Q'; }

    Symbol m_symbol;
    AssetKind m_kind;
    bool m_isOption;
    char m_tape;
    PrintStyle m_style;
    std::optional<trade::SessionDay> m_session;
};

/// What the conditions of recorded ticks say of each.
void judge(std::vector<RecordedPrint>& ticks, const Symbol& symbol, char tape) {
    std::map<std::uint32_t, bool> known;
    for (RecordedPrint& tick : ticks) {
        auto found = known.find(tick.flags);
        if (found == known.end()) {
            market::TradePrint print;
            print.symbol = symbol;
            print.conditions = saleConditions(tick.flags, tape);
            found = known.emplace(tick.flags, formsPrice(print)).first;
        }
        tick.setsPrice = found->second && tick.size > 0;
        tick.addsVolume = addsVolume(tick.flags);
    }
}

/// Trade count and volume-weighted price, which the files do not tell, from the bar's own prints.
void describe(market::Bar& bar, std::span<const RecordedPrint> prints) {
    std::int64_t volume = 0;
    __int128 turnover = 0;
    bar.tradeCount = 0;
    for (const RecordedPrint& print : prints) {
        bar.tradeCount += print.addsVolume ? 1 : 0;
        if (!print.setsPrice)
            continue;
        volume += print.size;
        turnover += static_cast<__int128>(print.price.units()) * print.size;
    }
    bar.vwap = volume > 0 ? Price::fromUnits(divideRoundEven(turnover, volume)) : bar.close;
    bar.vwap = std::clamp(bar.vwap, bar.low, bar.high);
}

/// What no file tells of the minutes: trade count and volume-weighted price; an index has neither, nor
/// volume.
void describeAll(std::vector<market::Bar>& bars, const std::vector<RecordedPrint>& prints, AssetKind kind) {
    const auto isEarlier = [](const RecordedPrint& print, Timestamp at) { return print.at < at; };
    for (market::Bar& bar : bars) {
        const auto first = std::lower_bound(prints.begin(), prints.end(), bar.start, isEarlier);
        const auto last = std::lower_bound(first, prints.end(), bar.start + kMinute, isEarlier);
        if (first != last)
            describe(bar, std::span(first, last));
        if (kind != AssetKind::Index)
            continue;
        bar.volume = bar.tradeCount = 0;
        bar.vwap = Price();
    }
}

Span spanOf(Timestamp first, Timestamp last) { return {minuteOf(first), minuteOf(last) + kMinute}; }

} // namespace

Result<RecordedSeries> assembled(const Symbol& symbol, RawSeries raw, const ReplayWindow& window, char tape) {
    RecordedSeries series;
    series.quotes = mergedQuotes(raw.quotes);
    sortBars(raw.minutes);
    sortBars(raw.seconds);
    sortInOrder(raw.ticks, &RecordedPrint::at);
    judge(raw.ticks, symbol, tape);
    const Span ticks = raw.ticks.empty() ? Span() : spanOf(raw.ticks.front().at, raw.ticks.back().at);
    const Span seconds =
        raw.seconds.empty() ? Span() : spanOf(raw.seconds.front().start, raw.seconds.back().start);

    PrintMaker maker(symbol, raw.kind, tape, window);
    series.prints = std::move(raw.ticks);
    const auto add = [&](const std::vector<RecordedPrint>& made) {
        series.prints.insert(series.prints.end(), made.begin(), made.end());
    };
    for (const market::Bar& second : raw.seconds)
        if (!ticks.holds(second.start))
            add(maker.make(second, Duration::seconds(1)));
    for (market::Bar& bar : raw.minutes) {
        if (window.isOfDay(bar.start)) {
            if (!ticks.holds(bar.start) && !seconds.holds(bar.start))
                add(maker.make(bar, kMinute));
            continue;
        }
        // The prints of earlier days are not kept; they only say how many there were.
        describe(bar, maker.make(bar, kMinute));
    }
    sortInOrder(series.prints, &RecordedPrint::at);
    if (series.prints.size() + series.quotes.size() > kMostOfOneDay)
        return badCell("there is more of " + symbol.text() + " than a day can hold");
    describeAll(raw.minutes, series.prints, raw.kind);
    series.bars = std::move(raw.minutes);
    return series;
}

} // namespace strikedesk::sandbox
