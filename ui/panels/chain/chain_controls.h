// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/chain/chain_columns.h"
#include "ui/panels/chain/chain_filter.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>

class QMenu;
class QToolButton;

namespace strikedesk::ui {

/// The filter bar of a chain: sides, strikes, spread, open interest, columns. Each is a menu, so that all of
/// it works by keyboard. GUI thread.
class ChainControls : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChainControls)
public:
    explicit ChainControls(QWidget* parent);

    const ChainFilter& filter() const { return m_filter; }
    void setFilter(const ChainFilter& filter);
    const ChainColumns::List& columns() const { return m_columns; }
    void setColumns(ChainColumns::List columns);
    bool showsBars() const { return m_showsBars; }
    void setShowsBars(bool shows);

    /// A person changed something.
    std::function<void()> changed;

private:
    QToolButton* button(const QString& name, const QString& accessibleName,
                        void (ChainControls::*fill)(QMenu&));
    void choice(QMenu& menu, const QString& name, bool isOn, std::function<void(ChainFilter&)> choose);
    void fillSides(QMenu& menu);
    void fillStrikes(QMenu& menu);
    void fillSpread(QMenu& menu);
    void fillInterest(QMenu& menu);
    void fillColumns(QMenu& menu);
    void preset(QMenu& menu, const QString& name, const ChainColumns::List& columns);
    void toggle(ChainColumn column, bool isOn);
    void showTexts();
    void tell();

    ChainFilter m_filter;
    ChainColumns::List m_columns = ChainColumns::standard();
    bool m_showsBars = false;
    QToolButton* m_sides;
    QToolButton* m_strikes;
    QToolButton* m_spread;
    QToolButton* m_interest;
    QToolButton* m_chooser;
};

} // namespace strikedesk::ui
