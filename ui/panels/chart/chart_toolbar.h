// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_view.h"
#include "core/market/hub/series_key.h"

#include <QCoreApplication>
#include <QWidget>

#include <array>
#include <functional>
#include <map>

class QLabel;

namespace strikedesk::ui {

class SegmentButton;

/// The timeframes of the buttons, shortest first.
inline constexpr std::array<market::Timeframe, 9> kChartTimeframes = {
    market::Timeframe::Minute1,  market::Timeframe::Minute3,  market::Timeframe::Minute5,
    market::Timeframe::Minute15, market::Timeframe::Minute30, market::Timeframe::Hour1,
    market::Timeframe::Hour4,    market::Timeframe::Day1,     market::Timeframe::Week1};

/// "5m", "1h", "1D": as the button says it.
QString timeframeText(market::Timeframe timeframe);

/// What a chart is asked to show besides its symbol.
struct ChartChoice {
    market::Timeframe timeframe = market::Timeframe::Minute5;
    market::SeriesSession session = market::SeriesSession::Regular;
    charts::ChartKind kind = charts::ChartKind::Candles;
    friend bool operator==(const ChartChoice&, const ChartChoice&) = default;
};

/// The row over a chart: timeframes, session, kind of bars, picture; on its right what was said about the
/// last wish. GUI thread.
class ChartToolbar final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChartToolbar)

public:
    /// `hasSessions`: option contracts trade in regular hours only.
    ChartToolbar(bool hasSessions, QWidget* parent);

    void showChoice(const ChartChoice& choice);
    /// A refusal or a result, in place; empty to remove it.
    void say(const QString& sentence, bool isError);

    std::function<void(const ChartChoice&)> chosen;
    std::function<void()> pictureAsked;

private:
    void buildTimeframes();
    void buildRest(bool hasSessions);
    void choose(ChartChoice choice);

    ChartChoice m_choice;
    std::map<market::Timeframe, SegmentButton*> m_timeframes;
    SegmentButton* m_session = nullptr;
    SegmentButton* m_kind = nullptr;
    QLabel* m_said = nullptr;
};

} // namespace strikedesk::ui
