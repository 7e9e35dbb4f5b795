// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/desk/desk_driver.h"
#include "ui/panels/blotter/position_line.h"

#include <QLabel>
#include <QPushButton>

namespace strikedesk::test {

/// One trade as a person makes it, with mouse and keys on what the window shows. Each step waits for its
/// effect; what does not come about is a test failure. GUI thread.
class TradeByHand {
public:
    static constexpr int kContracts = 5;

    explicit TradeByHand(DeskDriver& window) : desk(window) {}

    /// Types a symbol into the header's search; every linked panel follows.
    void search(const std::string& underlying);
    /// The at-the-money call of the second expiry: clicked, then taken into the ticket by key.
    void chooseContract();
    /// Quantity by preset, a limit that fills, a take-profit said in three ways, every check passed.
    void fillInTheTicket();
    /// Asked once, confirmed once, until it is held.
    void submit();
    /// Asked and confirmed in the row itself, until nothing is held.
    void close();

    /// Contracts of take-profits at the target, as the matrix shows them. An entry that filled in parts may
    /// have more than one.
    std::int64_t restingAtTheTarget();
    /// The first position shown; null when there is none.
    ui::PositionLine* position();
    QLineEdit* field(const char* name) { return desk.part<QLineEdit>("ticket#1", name); }
    QPushButton* button(const char* name) { return desk.part<QPushButton>("ticket#1", name); }
    QString said(const char* name) { return desk.part<QLabel>("ticket#1", name)->text(); }

    DeskDriver& desk;
    Symbol contract;
    Price target;
    Price entry;

private:
    bool isQuoted();
    void expectEveryCheckPassed();

    Symbol m_underlying;
};

} // namespace strikedesk::test
