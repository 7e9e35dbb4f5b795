// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/time_labels.h"

#include "core/base/zone.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace strikedesk::charts {

namespace {

using market::SeriesSnapshot;

/// What separates two labels.
enum class Unit : std::uint8_t { Minutes, Day, Week, Month, Quarter, Year };

struct Step {
    Unit unit = Unit::Minutes;
    int minutes = 0;
    double tradedMinutes = 0; ///< of a regular session
};

constexpr double kSessionMinutes = 390;
constexpr std::array<Step, 14> kSteps = {{
    {Unit::Minutes, 1, 1},
    {Unit::Minutes, 5, 5},
    {Unit::Minutes, 10, 10},
    {Unit::Minutes, 15, 15},
    {Unit::Minutes, 30, 30},
    {Unit::Minutes, 60, 60},
    {Unit::Minutes, 120, 120},
    {Unit::Minutes, 180, 180},
    {Unit::Day, 0, kSessionMinutes},
    {Unit::Week, 0, kSessionMinutes * 5},
    {Unit::Month, 0, kSessionMinutes * 21},
    {Unit::Quarter, 0, kSessionMinutes * 63},
    {Unit::Year, 0, kSessionMinutes * 252},
    {Unit::Year, 0, kSessionMinutes * 252 * 50},
}};
constexpr int kYearsOfLastStep = 5;

Unit majorOf(Unit unit) {
    switch (unit) {
    case Unit::Minutes:
        return Unit::Day;
    case Unit::Day:
    case Unit::Week:
        return Unit::Month;
    case Unit::Month:
    case Unit::Quarter:
    case Unit::Year:
        return Unit::Year;
    }
    return Unit::Year;
}

Date firstOf(int year, int month) { return *Date::tryFromYmd(year, month, 1); }

/// The first instant after `t` at which the next unit begins.
Timestamp nextBoundary(Timestamp t, Unit unit, int minutes) {
    const NewYorkTime local = toNewYork(t);
    const Date day = local.date;
    switch (unit) {
    case Unit::Minutes: {
        const int step = minutes * 60;
        return fromNewYork(day, (local.secondOfDay / step + 1) * step);
    }
    case Unit::Day:
        return fromNewYork(day + 1, 0);
    case Unit::Week:
        return fromNewYork(day + (7 - (day.weekday() + 6) % 7), 0);
    case Unit::Month:
    case Unit::Quarter: {
        const int months = unit == Unit::Month ? 1 : 3;
        const int month = (day.month() - 1) / months * months + months + 1;
        return fromNewYork(month > 12 ? firstOf(day.year() + 1, month - 12) : firstOf(day.year(), month), 0);
    }
    case Unit::Year:
        return fromNewYork(firstOf((day.year() / std::max(minutes, 1) + 1) * std::max(minutes, 1), 1), 0);
    }
    return t + Duration::days(1);
}

TimeLabelKind kindOf(Unit unit) {
    switch (unit) {
    case Unit::Minutes:
        return TimeLabelKind::Clock;
    case Unit::Day:
    case Unit::Week:
        return TimeLabelKind::Day;
    case Unit::Month:
    case Unit::Quarter:
        return TimeLabelKind::Month;
    case Unit::Year:
        break;
    }
    return TimeLabelKind::Year;
}

/// Labels of one unit, none nearer than `leastPixels` to its neighbour. `isMajor` ones come first and win.
class Collector {
public:
    Collector(const SeriesSnapshot& series, const TimeScale& scale, double leastPixels)
        : m_series(series), m_scale(scale), m_least(leastPixels), m_span(scale.visible()) {}

    void add(Unit unit, int minutes, bool isMajor) {
        const std::vector<TimeLabel> before = m_labels;
        std::size_t taken = 0;
        std::size_t bar = m_span.first;
        double lastX = -1e18;
        // The bar in front of the view tells whether the first one shown begins something.
        Timestamp next = nextBoundary(m_series.at(bar > 0 ? bar - 1 : bar).bar.start, unit, minutes);
        while (true) {
            bar = m_series.lowerBound(next);
            if (bar >= m_span.last)
                break;
            const double x = m_scale.xOf(static_cast<double>(bar));
            while (taken < before.size() && m_scale.xOf(static_cast<double>(before[taken].bar)) < x)
                ++taken;
            const bool isFree = x - lastX >= m_least && isFarFrom(before, taken, x);
            if (isFree) {
                const NewYorkTime local = toNewYork(m_series.at(bar).bar.start);
                m_labels.push_back({bar, kindOf(unit), local.date, local.secondOfDay, isMajor});
                lastX = x;
            }
            // Bars that could not be labelled anyway are not looked at.
            const std::size_t far = m_scale.barAt(std::max(x, lastX) + (isFree ? m_least / 2 : 0));
            next = nextBoundary(m_series.at(std::max(far, bar)).bar.start, unit, minutes);
        }
    }

    std::vector<TimeLabel> take() {
        std::sort(m_labels.begin(), m_labels.end(),
                  [](const TimeLabel& a, const TimeLabel& b) { return a.bar < b.bar; });
        return std::move(m_labels);
    }

private:
    bool isFarFrom(const std::vector<TimeLabel>& labels, std::size_t at, double x) const {
        const auto near = [&](std::size_t i) {
            return std::abs(m_scale.xOf(static_cast<double>(labels[i].bar)) - x) < m_least;
        };
        return !(at < labels.size() && near(at)) && !(at > 0 && near(at - 1));
    }

    const SeriesSnapshot& m_series;
    const TimeScale& m_scale;
    double m_least;
    BarSpan m_span;
    std::vector<TimeLabel> m_labels;
};

} // namespace

std::vector<TimeLabel> timeLabels(const SeriesSnapshot& series, const TimeScale& scale, double leastPixels) {
    if (series.isEmpty() || scale.visible().isEmpty() || scale.visible().last > series.size())
        return {};
    const market::Timeframe frame = series.key().timeframe;
    double barMinutes = static_cast<double>(market::lengthOf(frame).count()) /
                        static_cast<double>(Duration::minutes(1).count());
    if (!market::isIntraday(frame))
        barMinutes = frame == market::Timeframe::Day1 ? kSessionMinutes : kSessionMinutes * 5;
    const double perSession = series.key().session == market::SeriesSession::Extended ? 960 : kSessionMinutes;
    const auto pixels = [&](const Step& step) {
        const double share = step.unit == Unit::Minutes ? 1 : perSession / kSessionMinutes;
        return step.tradedMinutes / barMinutes * scale.spacing() * (market::isIntraday(frame) ? share : 1);
    };
    std::size_t chosen = 0;
    while (chosen + 1 < kSteps.size() &&
           (pixels(kSteps[chosen]) < leastPixels * 1.1 || kSteps[chosen].tradedMinutes < barMinutes * 0.99))
        ++chosen;
    const Step& step = kSteps[chosen];
    Collector collector(series, scale, leastPixels);
    if (step.unit == Unit::Year) {
        collector.add(Unit::Year, chosen + 1 == kSteps.size() ? kYearsOfLastStep : 1, true);
        return collector.take();
    }
    collector.add(majorOf(step.unit), 1, true);
    collector.add(step.unit, step.minutes, false);
    return collector.take();
}

} // namespace strikedesk::charts
