// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/synthetic_stocks.h"

#include "core/run/sandbox/market/minute_prints.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

constexpr std::size_t kKeptDays = 45;
constexpr std::size_t kKeptDailyBars = 1'000;
constexpr std::size_t kKeptTapes = 16;
constexpr std::size_t kKeptPointMinutes = 2'000;
constexpr std::int64_t kMinuteNs = 60'000'000'000;
/// How far back the newest print of a thin stock is looked for.
constexpr int kPrintDays = 5;

Timestamp minuteOf(Timestamp at) {
    return Timestamp::fromNanoseconds(at.nanoseconds() - at.nanoseconds() % kMinuteNs);
}

bool startsBefore(const MinuteModel& model, Timestamp at) { return model.bar.start < at; }

/// The New York day of a moment; most are of the day asked for last.
Date dayOf(const SessionCalendar& calendar, const Session& last, Timestamp at) {
    return last.preOpen <= at && at < last.postClose ? last.date : calendar.dateOf(at);
}

} // namespace

SyntheticStocks::SyntheticStocks(std::uint64_t seed, Date anchor)
    : m_seed(seed), m_specs(syntheticSpecs()), m_corporate(m_specs, m_calendar, seed, anchor),
      m_paths(seed, anchor, m_specs, m_calendar, m_corporate), m_minutes(m_specs.size()),
      m_daily(m_specs.size()), m_tapes(m_specs.size()), m_points(m_specs.size()) {}

std::optional<std::size_t> SyntheticStocks::indexOf(const Symbol& symbol) const {
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        if (m_specs[i].asset.symbol == symbol)
            return i;
    return std::nullopt;
}

Price SyntheticStocks::openOf(std::size_t stock, Date date) {
    return Price::fromCents(std::max<std::int64_t>(1, std::llround(m_paths.ends(stock, date).open * 100)));
}

const SyntheticStocks::DayMinutes* SyntheticStocks::dayMinutes(std::size_t stock, Date date) {
    std::map<Date, DayMinutes>& kept = m_minutes[stock];
    const auto found = kept.find(date);
    if (found != kept.end())
        return &found->second;
    const StockDay* day = m_paths.day(stock, date);
    if (day == nullptr)
        return nullptr;
    if (kept.size() >= kKeptDays)
        kept.clear();
    DayMinutes& made = kept[date];
    made.models = extendedMinutes(m_specs[stock], stock, *day, m_seed);
    const std::vector<MinuteModel> core = regularMinutes(m_specs[stock], stock, *day, m_seed);
    const auto place =
        std::lower_bound(made.models.begin(), made.models.end(), day->session.open, startsBefore);
    made.models.insert(place, core.begin(), core.end());
    made.bars.reserve(made.models.size());
    for (const MinuteModel& model : made.models) {
        market::Bar bar = countedBar(model, extrasOf(m_seed, stock, model));
        __int128 turnover = 0;
        std::int64_t volume = 0;
        for (const PrintSketch& print : sketchOf(model.bar, styleOf(m_specs[stock], stock, m_seed, model))) {
            turnover += static_cast<__int128>(print.price.units()) * print.size;
            volume += print.size;
        }
        bar.vwap = Price::fromUnits(divideRoundEven(turnover, std::max<std::int64_t>(1, volume)));
        made.bars.push_back(bar);
    }
    return &made;
}

std::vector<market::Bar> SyntheticStocks::minutes(std::size_t stock, Date date, Timestamp now) {
    const DayMinutes* day = dayMinutes(stock, date);
    std::vector<market::Bar> bars;
    if (day == nullptr)
        return bars;
    // Only the last minutes can be in progress or await a correction.
    const Timestamp settled = minuteOf(now) - Duration::minutes(2);
    for (const market::Bar& bar : day->bars) {
        if (now < bar.start)
            break;
        if (bar.start < settled) {
            bars.push_back(bar);
            continue;
        }
        const TapeMinute& shown = tape(stock, bar.start);
        if (bar.start + Duration::minutes(1) <= now && !shown.hasChangeAfter(now))
            bars.push_back(bar);
        else if (const auto known = barOf(shown.knownAt(now), bar.start, now))
            bars.push_back(*known);
    }
    return bars;
}

std::optional<market::Bar> SyntheticStocks::daily(std::size_t stock, Date date, Timestamp now) {
    const auto session = m_calendar.session(date);
    if (!session || date < m_paths.firstDay() || now < session->open)
        return std::nullopt;
    const Timestamp label = m_calendar.newYork(date, 0);
    if (now < session->close + Duration::minutes(2)) {
        std::vector<market::Bar> bars;
        for (const market::Bar& bar : minutes(stock, date, now))
            if (session->open <= bar.start && bar.start < session->close)
                bars.push_back(bar);
        return merged(bars, label);
    }
    const auto found = m_daily[stock].find(date);
    if (found != m_daily[stock].end())
        return found->second;
    const StockDay* day = m_paths.day(stock, date);
    if (day == nullptr)
        return std::nullopt;
    std::vector<market::Bar> bars;
    for (const MinuteModel& model : regularMinutes(m_specs[stock], stock, *day, m_seed))
        bars.push_back(countedBar(model, extrasOf(m_seed, stock, model)));
    const auto all = merged(bars, label);
    if (m_daily[stock].size() >= kKeptDailyBars)
        m_daily[stock].clear();
    if (all)
        m_daily[stock][date] = *all;
    return all;
}

const TapeMinute& SyntheticStocks::tape(std::size_t stock, Timestamp minute) {
    std::map<Timestamp, TapeMinute>& kept = m_tapes[stock];
    const auto found = kept.find(minute);
    if (found != kept.end())
        return found->second;
    if (kept.size() >= kKeptTapes)
        kept.clear();
    TapeMinute& made = kept[minute];
    const Date date = m_calendar.dateOf(minute);
    const DayMinutes* day = dayMinutes(stock, date);
    if (day == nullptr)
        return made;
    const auto model = std::lower_bound(day->models.begin(), day->models.end(), minute, startsBefore);
    if (model == day->models.end() || model->bar.start != minute)
        return made;
    const auto session = m_calendar.session(date);
    const bool isFirst = session && model->bar.start == session->open;
    const bool isLast = session && model->bar.start + Duration::minutes(1) == session->close;
    made = tapeOf(m_specs[stock], stock, m_seed, *model, isFirst, isLast);
    return made;
}

Timestamp SyntheticStocks::openMoment(Timestamp at) const {
    if (m_lastSession.preOpen <= at && at < m_lastSession.postClose)
        return at;
    Date date = m_calendar.dateOf(at);
    auto session = m_calendar.days().session(date);
    if (!session || at < session->preOpen) {
        date = m_calendar.previous(date);
        session = m_calendar.days().session(date);
    }
    if (!session || date < m_paths.firstDay() || at < session->preOpen)
        return {};
    m_lastSession = *session;
    return std::min(at, session->postClose - Duration::nanoseconds(1));
}

const HaltSpan* SyntheticStocks::haltAt(std::size_t stock, Timestamp at) {
    const StockDay* day = m_paths.day(stock, dayOf(m_calendar, m_lastSession, at));
    if (day == nullptr || !day->halt || at < day->halt->from || day->halt->to <= at)
        return nullptr;
    return &*day->halt;
}

std::optional<market::TradePrint> SyntheticStocks::printAt(std::size_t stock, Timestamp at) {
    Date date = m_calendar.dateOf(openMoment(at));
    for (int tries = 0; tries < kPrintDays && openMoment(at).isSet(); ++tries) {
        const DayMinutes* day = dayMinutes(stock, date);
        if (day == nullptr)
            return std::nullopt;
        auto model = std::upper_bound(day->models.begin(), day->models.end(), at,
                                      [](Timestamp t, const MinuteModel& m) { return t < m.bar.start; });
        while (model != day->models.begin()) {
            --model;
            std::vector<market::TradePrint> known = tape(stock, model->bar.start).knownAt(at);
            for (auto print = known.rbegin(); print != known.rend(); ++print)
                if (formsPrice(*print))
                    return *print;
        }
        date = m_calendar.previous(date);
    }
    return std::nullopt;
}

std::vector<market::TradePrint> SyntheticStocks::prints(std::size_t stock, Timestamp from, Timestamp to,
                                                        std::size_t limit) {
    std::vector<market::TradePrint> found;
    const Date last = m_calendar.dateOf(to);
    for (Date date = std::max(m_calendar.dateOf(from), m_paths.firstDay());
         date <= last && found.size() < limit; date = date + 1) {
        const DayMinutes* day = dayMinutes(stock, date);
        if (day == nullptr)
            continue;
        auto model = std::lower_bound(day->models.begin(), day->models.end(), minuteOf(from), startsBefore);
        for (; model != day->models.end() && model->bar.start <= to; ++model)
            for (const market::TradePrint& print : tape(stock, model->bar.start).knownAt(to)) {
                if (found.size() >= limit)
                    return found;
                if (from <= print.at)
                    found.push_back(print);
            }
    }
    return found;
}

const std::vector<PrintSketch>& SyntheticStocks::points(std::size_t stock, Timestamp minute) {
    auto& kept = m_points[stock];
    const std::int64_t number = minute.seconds() / 60;
    const auto found = kept.find(number);
    if (found != kept.end())
        return found->second;
    if (kept.size() >= kKeptPointMinutes)
        kept.clear();
    std::vector<PrintSketch>& points = kept[number];
    const DayMinutes* day = dayMinutes(stock, dayOf(m_calendar, m_lastSession, minute));
    if (day == nullptr)
        return points;
    const auto model = std::lower_bound(day->models.begin(), day->models.end(), minute, startsBefore);
    if (model != day->models.end() && model->bar.start == minute)
        points = sketchOf(model->bar, styleOf(m_specs[stock], stock, m_seed, *model));
    return points;
}

/// The true price of the newest print of the session's last three minutes.
std::optional<Price> SyntheticStocks::lastPrice(std::size_t stock, Timestamp at, const Session& session) {
    Timestamp minute = minuteOf(at);
    for (int tries = 0; tries < 3 && session.open <= minute;
         ++tries, minute = minute - Duration::minutes(1)) {
        const std::vector<PrintSketch>& made = points(stock, minute);
        const auto after = std::upper_bound(made.begin(), made.end(), at,
                                            [](Timestamp t, const PrintSketch& p) { return t < p.at; });
        if (after != made.begin())
            return std::prev(after)->price;
    }
    return std::nullopt;
}

void SyntheticStocks::printEvents(std::size_t stock, Timestamp from, Timestamp to,
                                  std::vector<MarketEvent>& out) {
    // A change comes up to 50 seconds after its print.
    for (Timestamp minute = minuteOf(from) - Duration::minutes(1); minute <= to;
         minute = minute + Duration::minutes(1)) {
        const TapeMinute& shown = tape(stock, minute);
        for (const PrintChange& change : shown.changes)
            if (from < change.at && change.at <= to)
                out.emplace_back(change);
        if (minute < minuteOf(from))
            continue;
        auto print = std::upper_bound(shown.printed.begin(), shown.printed.end(), from,
                                      [](Timestamp t, const market::TradePrint& p) { return t < p.at; });
        for (; print != shown.printed.end() && print->at <= to; ++print)
            out.emplace_back(*print);
    }
}

void SyntheticStocks::events(std::size_t stock, Timestamp from, Timestamp to, std::vector<MarketEvent>& out) {
    const StockDay* day = m_paths.day(stock, dayOf(m_calendar, m_lastSession, to));
    if (day == nullptr)
        return;
    const Timestamp first = std::max(from, day->session.preOpen - Duration::nanoseconds(1));
    const Timestamp last = std::min(to, day->session.postClose - Duration::nanoseconds(1));
    if (last <= first)
        return;
    const StockDay today = *day; // the paths keep only so many days
    quoteEvents(stock, today, first, last, out);
    printEvents(stock, first, last, out);
    statusEvents(stock, today, first, last, out);
}

} // namespace strikedesk::sandbox
