// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/chain/chain_model.h"

#include <QHeaderView>
#include <QTableView>

#include <functional>
#include <vector>

namespace strikedesk::ui {

/// The chain's table: rows of one height painted by ChainDelegate, the spot line and the expected-move
/// bracket over them, the at-the-money row centred until a person scrolls. GUI thread.
class ChainTable : public QTableView {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChainTable)
public:
    /// The model outlives the table.
    ChainTable(ChainModel& model, QWidget* parent);

    const ChainModel& chain() const { return m_model; }
    int hoveredRow() const { return m_hovered; }
    int atTheMoney() const { return m_atTheMoney; }
    bool showsBars() const { return m_showsBars; }
    void setShowsBars(bool shows);
    /// Widths follow the model's columns; call after they changed.
    void fitColumns();
    /// Scrolls the at-the-money row to the middle and keeps it there until a person scrolls.
    void centre();
    /// Runs a change of rows so that what is in sight stays where it is on the screen.
    void keepPlace(const std::function<void()>& change);
    /// The spot or values changed: marks and lines are drawn anew with the next frame.
    void refreshMarks();
    /// Puts the cursor on a contract without telling `chosen`; nowhere when it is not shown.
    void showContract(const Symbol& contract);
    /// Contracts of the rows in sight and a few beyond, both shown sides.
    std::vector<Symbol> contractsInSight() const;

    /// The contract under the cursor changed by mouse or key.
    std::function<void(const Symbol& contract)> chosen;
    /// Enter, or a double click: this cell into the ticket.
    std::function<void(const QModelIndex& cell)> activated;
    /// Other rows came into sight.
    std::function<void()> sightChanged;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    double heightOf(Price price) const;
    void paintSpot(QPainter& painter, Price spot) const;
    void paintMove(QPainter& painter, Price spot, Price move) const;
    int rowHeight() const { return verticalHeader()->defaultSectionSize(); }

    ChainModel& m_model;
    int m_hovered = -1;
    int m_atTheMoney = -1;
    bool m_showsBars = false;
    bool m_staysCentred = true;
    bool m_isQuiet = false;
};

} // namespace strikedesk::ui
