// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/factor_paths.h"

#include <algorithm>
#include <cmath>

namespace strikedesk::sandbox {

namespace {

enum Purpose : std::uint64_t { kFactorDay = 1, kFactorMinute = 3, kMarketJump = 201, kVolShock };

constexpr double kMarketJumpChance = 0.033;
/// The index of volatility moves about 7 % a day and comes half-way back in about eight.
constexpr double kVolPersistence = 0.92;
constexpr double kVolShockSize = 0.07;
constexpr double kMarketPart = -0.75;
constexpr double kOwnPart = 0.66;
/// Overnight and intraday parts of a day's standard deviation.
constexpr double kGapPart = 0.4;
constexpr double kMovePart = 0.9;
/// A year and a half: daily bars of one stock after another ask for the same days.
constexpr std::size_t kKeptWalks = 450;

std::uint64_t key(Date date) { return static_cast<std::uint64_t>(date.days()); }

DayShape makeShape(std::size_t minutes) {
    DayShape shape;
    shape.busy.resize(minutes);
    shape.variance.assign(minutes + 1, 0.0);
    for (std::size_t i = 0; i < minutes; ++i) {
        const double way = (static_cast<double>(i) + 0.5) / static_cast<double>(minutes);
        const double fromNoon = 2.0 * way - 1.0;
        shape.busy[i] = 0.62 + 1.1 * fromNoon * fromNoon + 1.4 * std::exp(-way * 30.0);
        shape.variance[i + 1] = shape.variance[i] + shape.busy[i];
    }
    const double total = shape.variance.back();
    for (double& sum : shape.variance)
        sum /= total;
    return shape;
}

} // namespace

const DayShape& dayShape(std::size_t minutes) {
    static const DayShape full = makeShape(390);
    static const DayShape half = makeShape(210);
    return minutes == 210 ? half : full;
}

std::vector<double> bridge(HashRandom random, std::size_t minutes, double end) {
    const DayShape& shape = dayShape(minutes);
    std::vector<double> walk(minutes + 1, 0.0);
    for (std::size_t i = 0; i < minutes; ++i)
        walk[i + 1] = walk[i] + std::sqrt(shape.variance[i + 1] - shape.variance[i]) * random.gaussian();
    const double pull = walk[minutes] - end;
    for (std::size_t i = 0; i <= minutes; ++i)
        walk[i] -= pull * shape.variance[i];
    return walk;
}

FactorPaths::FactorPaths(std::uint64_t seed, Date firstDay, const SessionCalendar& calendar)
    : m_seed(seed), m_firstDay(firstDay), m_calendar(calendar), m_walks(kSectorCount) {}

FactorPaths::Moves FactorPaths::moves(std::size_t factor, Date date) const {
    HashRandom random(m_seed, {kFactorDay, factor, key(date)});
    Moves moves;
    moves.gap = random.gaussian();
    moves.move = random.gaussian();
    if (factor == 0)
        if (const auto jump = marketJump(date))
            moves.move += jump->size;
    return moves;
}

std::optional<PriceJump> FactorPaths::marketJump(Date date) const {
    HashRandom random(m_seed, {kMarketJump, key(date)});
    if (random.uniform() >= kMarketJumpChance)
        return std::nullopt;
    PriceJump jump;
    // Figures come out at ten; central banks speak at two.
    jump.at = m_calendar.newYork(date, random.uniform() < 0.5 ? 10 * 60 : 12 * 60 + 30);
    jump.size = (random.uniform() < 0.5 ? -1 : 1) * (0.8 + random.uniform());
    return jump;
}

const std::vector<double>& FactorPaths::walk(std::size_t factor, Date date, std::size_t minutes) {
    std::map<Date, std::vector<double>>& kept = m_walks[factor];
    const auto found = kept.find(date);
    if (found != kept.end())
        return found->second;
    if (kept.size() >= kKeptWalks)
        kept.clear();
    const auto jump = factor == 0 ? marketJump(date) : std::nullopt;
    const double steady = moves(factor, date).move - (jump ? jump->size : 0.0);
    std::vector<double> walk =
        bridge(HashRandom(m_seed, {kFactorMinute, factor, key(date)}), minutes, steady);
    if (jump) {
        const Timestamp open = m_calendar.newYork(date, 9 * 60 + 30);
        const auto minute = static_cast<std::size_t>((jump->at - open).count() / 60'000'000'000);
        for (std::size_t i = minute + 1; i < walk.size(); ++i)
            walk[i] += jump->size;
    }
    return kept[date] = std::move(walk);
}

double FactorPaths::ownShock(Date date) const {
    return HashRandom(m_seed, {kVolShock, key(date)}).gaussian();
}

double FactorPaths::levelBefore(Date date) {
    if (m_levels.empty())
        m_levels[m_calendar.previous(m_firstDay)] = 0.0;
    while (m_levels.rbegin()->first < date) {
        const Date day = m_calendar.next(m_levels.rbegin()->first);
        if (day == m_levels.rbegin()->first || date <= day)
            break;
        const Moves market = moves(0, day);
        const double shock =
            kMarketPart * (kGapPart * market.gap + kMovePart * market.move) + kOwnPart * ownShock(day);
        m_levels[day] = kVolPersistence * m_levels.rbegin()->second + kVolShockSize * shock;
    }
    const auto after = m_levels.lower_bound(date);
    return after == m_levels.begin() ? 0.0 : std::prev(after)->second;
}

double FactorPaths::levelAt(Date date, double minute, std::size_t minutes) {
    const std::vector<double>& market = walk(0, date, minutes);
    const DayShape& shape = dayShape(minutes);
    const auto at = static_cast<std::size_t>(std::clamp(minute, 0.0, static_cast<double>(minutes)));
    const double part = std::clamp(minute - static_cast<double>(at), 0.0, 1.0);
    const std::size_t next = std::min(at + 1, minutes);
    const double done = shape.variance[at] + part * (shape.variance[next] - shape.variance[at]);
    const double moved = market[at] + part * (market[next] - market[at]);
    const double before = levelBefore(date);
    const double shock =
        kMarketPart * (kGapPart * moves(0, date).gap + kMovePart * moved) + kOwnPart * ownShock(date) * done;
    return before * (1.0 - (1.0 - kVolPersistence) * done) + kVolShockSize * shock;
}

} // namespace strikedesk::sandbox
