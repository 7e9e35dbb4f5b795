// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chart/chart_toolbar.h"

#include "ui/panels/chart/segment_button.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace strikedesk::ui {

namespace {

QString kindText(charts::ChartKind kind) {
    switch (kind) {
    case charts::ChartKind::Candles:
        return ChartToolbar::tr("Candles");
    case charts::ChartKind::Bars:
        return ChartToolbar::tr("Bars");
    case charts::ChartKind::Line:
        return ChartToolbar::tr("Line");
    case charts::ChartKind::HeikinAshi:
        return ChartToolbar::tr("Heikin-Ashi");
    }
    return {};
}

charts::ChartKind nextKind(charts::ChartKind kind) {
    return kind == charts::ChartKind::HeikinAshi
               ? charts::ChartKind::Candles
               : static_cast<charts::ChartKind>(static_cast<std::uint8_t>(kind) + 1);
}

} // namespace

QString timeframeText(market::Timeframe timeframe) {
    const std::string_view word = market::toText(timeframe);
    const QString text = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    return market::isIntraday(timeframe) ? text : text.toUpper();
}

ChartToolbar::ChartToolbar(bool hasSessions, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("chart.toolbar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->setSpacing(2);
    buildTimeframes();
    layout->addSpacing(10);
    buildRest(hasSessions);
    showChoice(m_choice);
}

void ChartToolbar::buildTimeframes() {
    int digit = 1;
    for (const market::Timeframe timeframe : kChartTimeframes) {
        const QString text = timeframeText(timeframe);
        auto* button = new SegmentButton(QStringLiteral("chart.timeframe.%1").arg(text), text, this);
        button->setCheckable(true);
        button->setAccessibleName(tr("Timeframe %1").arg(text));
        button->setToolTip(tr("Timeframe %1 (Alt+%2)").arg(text).arg(digit++));
        connect(button, &QAbstractButton::clicked, this, [this, timeframe] {
            ChartChoice choice = m_choice;
            choice.timeframe = timeframe;
            choose(choice);
        });
        layout()->addWidget(button);
        m_timeframes[timeframe] = button;
    }
}

void ChartToolbar::buildRest(bool hasSessions) {
    auto* row = static_cast<QHBoxLayout*>(layout());
    m_session = new SegmentButton(QStringLiteral("chart.session"), tr("RTH"), this);
    m_session->setVisible(hasSessions);
    connect(m_session, &QAbstractButton::clicked, this, [this] {
        ChartChoice choice = m_choice;
        choice.session = choice.session == market::SeriesSession::Regular ? market::SeriesSession::Extended
                                                                          : market::SeriesSession::Regular;
        choose(choice);
    });
    row->addWidget(m_session);
    m_kind = new SegmentButton(QStringLiteral("chart.kind"), kindText(charts::ChartKind::HeikinAshi), this);
    connect(m_kind, &QAbstractButton::clicked, this, [this] {
        ChartChoice choice = m_choice;
        choice.kind = nextKind(choice.kind);
        choose(choice);
    });
    row->addWidget(m_kind);
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("chart.said"));
    m_said->setMinimumWidth(0);
    m_said->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_said->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_said, 1);
    auto* picture = new SegmentButton(QStringLiteral("chart.picture"), tr("Picture"), this);
    picture->setToolTip(tr("Save the chart as a picture (Ctrl+Shift+S)"));
    picture->setAccessibleName(tr("Save the chart as a picture"));
    connect(picture, &QAbstractButton::clicked, this, [this] {
        if (pictureAsked)
            pictureAsked();
    });
    row->addWidget(picture);
}

void ChartToolbar::choose(ChartChoice choice) {
    showChoice(choice);
    if (chosen)
        chosen(choice);
}

void ChartToolbar::showChoice(const ChartChoice& choice) {
    m_choice = choice;
    for (const auto& [timeframe, button] : m_timeframes)
        button->setChecked(timeframe == choice.timeframe);
    const bool isRegular = choice.session == market::SeriesSession::Regular;
    m_session->setText(isRegular ? tr("RTH") : tr("ETH"));
    m_session->setEnabled(market::isIntraday(choice.timeframe));
    m_session->setAccessibleName(isRegular ? tr("Regular hours; press for extended hours")
                                           : tr("Extended hours; press for regular hours"));
    m_session->setToolTip(isRegular ? tr("Regular hours, 09:30 to the close (Alt+E: extended)")
                                    : tr("Extended hours, from 04:00 (Alt+E: regular)"));
    m_kind->setText(kindText(choice.kind));
    m_kind->setAccessibleName(tr("Drawn as: %1").arg(kindText(choice.kind)));
    m_kind->setToolTip(tr("How bars are drawn (Alt+K: next)"));
    m_kind->updateGeometry();
    m_session->updateGeometry();
}

void ChartToolbar::say(const QString& sentence, bool isError) {
    const Theme& theme = Theme::current();
    m_said->setText(sentence);
    m_said->setToolTip(sentence);
    m_said->setFont(theme.font(metrics::kSecondary));
    QPalette colours = m_said->palette();
    colours.setColor(QPalette::WindowText, theme.colour(isError ? Token::Danger : Token::Muted));
    m_said->setPalette(colours);
}

} // namespace strikedesk::ui
