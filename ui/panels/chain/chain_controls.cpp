// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/chain_controls.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace strikedesk::ui {

ChainControls::ChainControls(QWidget* parent)
    : QWidget(parent),
      m_sides(button(QStringLiteral("chain.sides"), tr("Calls, puts or both"), &ChainControls::fillSides)),
      m_strikes(button(QStringLiteral("chain.strikes"), tr("Strikes shown"), &ChainControls::fillStrikes)),
      m_spread(button(QStringLiteral("chain.spread"), tr("Widest spread"), &ChainControls::fillSpread)),
      m_interest(
          button(QStringLiteral("chain.interest"), tr("Least open interest"), &ChainControls::fillInterest)),
      m_chooser(button(QStringLiteral("chain.columns"), tr("Columns"), &ChainControls::fillColumns)) {
    setObjectName(QStringLiteral("chain.controls"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (QToolButton* each : {m_sides, m_strikes, m_spread, m_interest, m_chooser})
        row->addWidget(each);
    showTexts();
}

QToolButton* ChainControls::button(const QString& name, const QString& accessibleName,
                                   void (ChainControls::*fill)(QMenu&)) {
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setAccessibleName(accessibleName);
    made->setToolTip(accessibleName);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setPopupMode(QToolButton::InstantPopup);
    made->setToolButtonStyle(Qt::ToolButtonTextOnly);
    made->setFont(Theme::current().font(metrics::kSecondary));
    made->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto* menu = new QMenu(made);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
        menu->clear();
        (this->*fill)(*menu);
    });
    made->setMenu(menu);
    return made;
}

void ChainControls::setFilter(const ChainFilter& filter) {
    m_filter = filter;
    showTexts();
}

void ChainControls::setColumns(ChainColumns::List columns) {
    m_columns = std::move(columns);
    showTexts();
}

void ChainControls::setShowsBars(bool shows) { m_showsBars = shows; }

void ChainControls::tell() {
    showTexts();
    if (changed)
        changed();
}

void ChainControls::showTexts() {
    const auto sides = m_filter.sides;
    m_sides->setText(sides == ChainSides::Both    ? tr("Calls · Puts")
                     : sides == ChainSides::Calls ? tr("Calls")
                                                  : tr("Puts"));
    m_strikes->setText(m_filter.strikes ? tr("Strikes ±%1").arg(*m_filter.strikes) : tr("All strikes"));
    m_spread->setText(m_filter.maxSpreadPercent
                          ? tr("Spread ≤ %1 %").arg(numberText(*m_filter.maxSpreadPercent, 0))
                          : tr("Any spread"));
    m_interest->setText(m_filter.minOpenInterest ? tr("OI ≥ %1").arg(volumeText(*m_filter.minOpenInterest))
                                                 : tr("Any OI"));
    m_chooser->setText(tr("Columns"));
}

void ChainControls::choice(QMenu& menu, const QString& name, bool isOn,
                           std::function<void(ChainFilter&)> choose) {
    QAction* action = menu.addAction(name);
    action->setCheckable(true);
    action->setChecked(isOn);
    connect(action, &QAction::triggered, this, [this, choose = std::move(choose)] {
        choose(m_filter);
        tell();
    });
}

void ChainControls::fillSides(QMenu& menu) {
    const std::pair<ChainSides, QString> kinds[] = {{ChainSides::Both, tr("Calls and puts")},
                                                    {ChainSides::Calls, tr("Calls only")},
                                                    {ChainSides::Puts, tr("Puts only")}};
    for (const auto& [sides, name] : kinds)
        choice(menu, name, m_filter.sides == sides, [sides = sides](ChainFilter& f) { f.sides = sides; });
}

void ChainControls::fillStrikes(QMenu& menu) {
    for (const int reach : {5, ChainFilter::kDefaultStrikes, 20, 40})
        choice(menu, tr("%1 above and below").arg(reach), m_filter.strikes == reach,
               [reach](ChainFilter& f) { f.strikes = reach; });
    choice(menu, tr("All strikes"), !m_filter.strikes, [](ChainFilter& f) { f.strikes.reset(); });
}

void ChainControls::fillSpread(QMenu& menu) {
    for (const int percent : {2, 5, 10, 20})
        choice(menu, tr("At most %1 % of the middle").arg(percent),
               m_filter.maxSpreadPercent == static_cast<double>(percent),
               [percent](ChainFilter& f) { f.maxSpreadPercent = percent; });
    choice(menu, tr("Any spread"), !m_filter.maxSpreadPercent,
           [](ChainFilter& f) { f.maxSpreadPercent.reset(); });
}

void ChainControls::fillInterest(QMenu& menu) {
    for (const std::int64_t least : {10, 100, 500, 1000})
        choice(menu, tr("At least %1").arg(volumeText(least)), m_filter.minOpenInterest == least,
               [least](ChainFilter& f) { f.minOpenInterest = least; });
    choice(menu, tr("Any open interest"), !m_filter.minOpenInterest,
           [](ChainFilter& f) { f.minOpenInterest.reset(); });
}

void ChainControls::preset(QMenu& menu, const QString& name, const ChainColumns::List& columns) {
    QAction* action = menu.addAction(name);
    action->setCheckable(true);
    action->setChecked(m_columns == columns);
    connect(action, &QAction::triggered, this, [this, columns] {
        m_columns = columns;
        tell();
    });
}

void ChainControls::toggle(ChainColumn column, bool isOn) {
    if (!isOn) {
        if (m_columns.size() > 1)
            std::erase(m_columns, column);
    } else if (std::find(m_columns.begin(), m_columns.end(), column) == m_columns.end()) {
        m_columns.push_back(column);
    }
    tell();
}

void ChainControls::fillColumns(QMenu& menu) {
    preset(menu, tr("Standard"), ChainColumns::standard());
    preset(menu, tr("Prices"), ChainColumns::prices());
    preset(menu, tr("Greeks"), ChainColumns::greeks());
    menu.addSeparator();
    for (const ChainColumn column : ChainColumns::all()) {
        QAction* action = menu.addAction(ChainColumns::hint(column));
        action->setObjectName(QStringLiteral("chain.column.") + ChainColumns::id(column));
        action->setCheckable(true);
        action->setChecked(std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end());
        connect(action, &QAction::triggered, this, [this, column](bool isOn) { toggle(column, isOn); });
    }
    menu.addSeparator();
    QAction* bars = menu.addAction(tr("Open interest as bars"));
    bars->setObjectName(QStringLiteral("chain.bars"));
    bars->setCheckable(true);
    bars->setChecked(m_showsBars);
    connect(bars, &QAction::triggered, this, [this](bool isOn) {
        m_showsBars = isOn;
        tell();
    });
}

} // namespace strikedesk::ui
