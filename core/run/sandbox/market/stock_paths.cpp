// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/stock_paths.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kStockDay = 2, kStockMinute = 4, kJump = 221, kActivity, kOvernight };

constexpr double kGapPart = 0.4;
constexpr double kMovePart = 0.9;
/// Gaps after a report, in day volatilities.
constexpr double kReportGap = 3.0;
/// How strongly a stock's own volatility follows the market's level.
constexpr double kLevelWeight = 0.7;
/// Below this many shares a day bands are twice as wide and the model makes no pauses.
constexpr double kThinVolume = 1e6;
constexpr std::size_t kKeptStockDays = 24;
constexpr Duration kHaltTime = Duration::minutes(5);
constexpr double kOrdinaryJump = 0.035;

std::uint64_t key(Date date) { return static_cast<std::uint64_t>(date.days()); }

double minutesBetween(Timestamp from, Timestamp to) {
    return static_cast<double>((to - from).count()) / 6e10;
}

/// The part of a night's gap that is in the price before the market opens.
double partBeforeOpen(const StockDay& day, Timestamp when) {
    const double way = std::clamp(minutesBetween(day.session.preOpen, when) / 330.0, 0.0, 1.0);
    if (day.reportsThisMorning)
        return way < 180.0 / 330.0 ? 0.08 : 0.85 + 0.15 * (way - 180.0 / 330.0) / (150.0 / 330.0);
    const double start = day.reportedLastNight ? 0.92 : 0.55;
    return start + (1.0 - start) * way;
}

/// The part of the coming night's gap that shows before 20:00.
double partAfterClose(const StockDay& day, Timestamp when) {
    const double way = minutesBetween(day.session.close, when);
    if (day.reportsTonight)
        return way < 5.0 ? 0.0 : 0.8 + 0.05 * std::min(1.0, way / 240.0);
    return 0.25 * std::clamp(way / 240.0, 0.0, 1.0);
}

} // namespace

double StockDay::at(Timestamp when) const {
    if (when < session.open)
        return base * std::exp(gap * partBeforeOpen(*this, when));
    if (session.close <= when)
        return close * std::exp(nextGap * partAfterClose(*this, when));
    const double minute = minutesBetween(session.open, when);
    const auto edge = std::min(static_cast<std::size_t>(minute), minutes() - 1);
    const double part = minute - static_cast<double>(edge);
    return level[edge] + part * (level[edge + 1] - level[edge]);
}

StockPaths::StockPaths(std::uint64_t seed, Date anchor, const std::vector<StockSpec>& specs,
                       const SessionCalendar& calendar, const CorporateCalendar& corporate)
    : m_seed(seed), m_anchor(anchor), m_firstDay(anchor - kHistoryDays), m_specs(specs), m_calendar(calendar),
      m_corporate(corporate), m_factors(seed, m_firstDay - 150, calendar), m_ends(specs.size()),
      m_days(specs.size()) {}

double StockPaths::shareFactor(std::size_t stock, Date date) const {
    return m_anchor <= date ? m_corporate.ratioBetween(stock, m_anchor - 1, date)
                            : 1.0 / m_corporate.ratioBetween(stock, date, m_anchor - 1);
}

std::optional<PriceJump> StockPaths::jumpOn(std::size_t stock, Date date) const {
    const StockSpec& spec = m_specs[stock];
    const auto session = m_calendar.session(date);
    if (spec.isFund() || !session)
        return std::nullopt;
    HashRandom random(m_seed, {kJump, stock, key(date)});
    const double chance = random.uniform();
    if (chance >= kHaltChance + kJumpChance)
        return std::nullopt;
    PriceJump jump;
    const auto minutes = (session->close - session->open).count() / 60'000'000'000;
    jump.at = session->open + Duration::minutes(random.between(20, minutes - 50));
    jump.halts = chance < kHaltChance && spec.dayVolume >= kThinVolume;
    const double size = jump.halts
                            ? 0.065 + 0.03 * random.uniform()
                            : std::min(kOrdinaryJump, spec.dayVolatility * (1.0 + 1.2 * random.uniform()));
    jump.size = random.uniform() < 0.5 ? -size : size;
    return jump;
}

StockPaths::DayMoves StockPaths::movesOf(std::size_t stock, Date date) {
    const StockSpec& spec = m_specs[stock];
    const FactorPaths::Moves market = m_factors.moves(0, date);
    const auto sector = static_cast<std::size_t>(spec.sector);
    const FactorPaths::Moves group = sector == 0 ? FactorPaths::Moves() : m_factors.moves(sector, date);
    HashRandom own(m_seed, {kStockDay, stock, key(date)});
    const double apart =
        std::sqrt(1.0 - spec.marketWeight * spec.marketWeight - spec.sectorWeight * spec.sectorWeight);
    const double scale = spec.dayVolatility * std::exp(kLevelWeight * m_factors.levelBefore(date));
    const double ownGap = own.gaussian();
    DayMoves moves;
    moves.ownMove = own.gaussian();
    moves.volatility = kMovePart * scale;
    moves.gap =
        kGapPart * scale * (spec.marketWeight * market.gap + spec.sectorWeight * group.gap + apart * ownGap);
    if (const EarningsReport* report = m_corporate.earningsOn(stock, date))
        moves.gap += kReportGap * spec.dayVolatility * std::clamp(report->surprise, -2.5, 2.5);
    moves.move = moves.volatility * (spec.marketWeight * market.move + spec.sectorWeight * group.move +
                                     apart * moves.ownMove) +
                 0.0003;
    if (const auto jump = jumpOn(stock, date))
        moves.move += jump->size;
    return moves;
}

StockPaths::Ends StockPaths::ends(std::size_t stock, Date date) {
    std::map<Date, Ends>& days = m_ends[stock];
    const auto known = days.find(date);
    if (known != days.end())
        return known->second;
    const auto place = [&](Date day, double base) {
        const DayMoves moves = movesOf(stock, day);
        const double open = base * std::exp(moves.gap);
        days[day] = Ends{base, moves.gap, open, open * std::exp(moves.move)};
    };
    if (days.empty()) {
        const CorporateCalendar::ExDay ex = m_corporate.exDay(stock, m_anchor);
        place(m_anchor, (m_specs[stock].anchorPrice - ex.cash) / ex.ratio);
    }
    while (days.rbegin()->first < date) {
        const Date day = m_calendar.next(days.rbegin()->first);
        if (day == days.rbegin()->first)
            return days.rbegin()->second;
        const CorporateCalendar::ExDay ex = m_corporate.exDay(stock, day);
        place(day, std::max(0.01, (days.rbegin()->second.close - ex.cash) / ex.ratio));
    }
    while (date < days.begin()->first) {
        const Date later = days.begin()->first;
        const Date day = m_calendar.previous(later);
        if (day == later)
            return days.begin()->second;
        const CorporateCalendar::ExDay ex = m_corporate.exDay(stock, later);
        const double close = days.begin()->second.base * ex.ratio + ex.cash;
        const DayMoves moves = movesOf(stock, day);
        const double open = close / std::exp(moves.move);
        days[day] = Ends{open / std::exp(moves.gap), moves.gap, open, close};
    }
    return days[date];
}

/// A jump beyond the bands runs into them within its minute, and trading pauses there.
void StockPaths::addHalt(StockDay& day) const {
    if (!day.jump || !day.jump->halts)
        return;
    const auto minute = static_cast<std::size_t>((day.jump->at - day.session.open).count() / 60'000'000'000);
    double reference = 0;
    for (std::size_t i = minute - 4; i <= minute; ++i)
        reference += day.level[i] / 5.0;
    const double edge = reference * (day.jump->size > 0 ? 1.0 + kBand : 1.0 - kBand);
    HaltSpan halt;
    halt.from = day.jump->at + Duration::seconds(15 + static_cast<std::int64_t>(minute % 35));
    halt.to = halt.from + kHaltTime;
    halt.limit = Price::fromCents(std::llround(edge * 100.0));
    day.halt = halt;
}

StockDay StockPaths::makeDay(std::size_t stock, Date date, const Session& session) {
    const StockSpec& spec = m_specs[stock];
    const Ends ends = this->ends(stock, date);
    const DayMoves moves = movesOf(stock, date);
    StockDay day;
    day.session = session;
    day.base = ends.base;
    day.gap = ends.gap;
    day.open = ends.open;
    day.close = ends.close;
    day.volatility = moves.volatility;
    day.shares = shareFactor(stock, date);
    const Date next = m_calendar.next(date);
    day.nextGap = movesOf(stock, next).gap;
    const EarningsReport* today = m_corporate.earningsOn(stock, date);
    const EarningsReport* tomorrow = m_corporate.earningsOn(stock, next);
    day.reportsThisMorning = today != nullptr && !today->afterClose;
    day.reportedLastNight = today != nullptr && today->afterClose;
    day.reportsTonight = tomorrow != nullptr && tomorrow->afterClose;
    HashRandom activity(m_seed, {kActivity, stock, key(date)});
    day.activity = std::exp(0.25 * activity.gaussian() + 0.5 * m_factors.levelBefore(date)) *
                   (today != nullptr ? 2.5 : 1.0);
    day.jump = jumpOn(stock, date);

    const auto minutes = static_cast<std::size_t>((session.close - session.open).count() / 60'000'000'000);
    const std::vector<double>& market = m_factors.walk(0, date, minutes);
    const auto sector = static_cast<std::size_t>(spec.sector);
    const std::vector<double> none(sector == 0 ? minutes + 1 : 0, 0.0);
    const std::vector<double>& group = sector == 0 ? none : m_factors.walk(sector, date, minutes);
    const std::vector<double> own =
        bridge(HashRandom(m_seed, {kStockMinute, stock, key(date)}), minutes, moves.ownMove);
    const double apart =
        std::sqrt(1.0 - spec.marketWeight * spec.marketWeight - spec.sectorWeight * spec.sectorWeight);
    const std::vector<double>& variance = dayShape(minutes).variance;
    day.level.resize(minutes + 1);
    for (std::size_t i = 0; i <= minutes; ++i) {
        double log =
            day.volatility * (spec.marketWeight * market[i] + spec.sectorWeight * group[i] + apart * own[i]) +
            0.0003 * variance[i];
        if (day.jump && day.jump->at < session.open + Duration::minutes(static_cast<std::int64_t>(i)))
            log += day.jump->size;
        day.level[i] = day.open * std::exp(log);
    }
    addHalt(day);
    return day;
}

const StockDay* StockPaths::day(std::size_t stock, Date date) {
    std::map<Date, StockDay>& kept = m_days[stock];
    const auto found = kept.find(date);
    if (found != kept.end())
        return &found->second;
    const auto session = m_calendar.days().session(date);
    if (!session || date < m_firstDay)
        return nullptr;
    if (kept.size() >= kKeptStockDays)
        kept.clear();
    return &kept.emplace(date, makeDay(stock, date, *session)).first->second;
}

} // namespace strikedesk::sandbox
