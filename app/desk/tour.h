// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/terminal.h"

#include <QString>
#include <QTimer>

#include <functional>

namespace strikedesk::desk {

/// Walks through every workspace in both themes and saves a picture of each; for a person to look at. Chooses
/// a contract near the money first and, on the simulated account only, buys it, so that every panel has
/// something to show. GUI thread.
class Tour {
public:
    /// `terminal` outlives this. Pictures are called "trade_dark_1x.png".
    Tour(Terminal& terminal, QString folder);

    /// All pictures are written, or one could not be (a sentence; empty when all went well).
    std::function<void(QString)> finished;

    void start();

private:
    enum class Stage : std::uint8_t { Market, Position, Pictures };

    void waitForMarket();
    void chooseContract();
    void buy();
    void waitForPosition();
    void step();

    Terminal& m_terminal;
    QString m_folder;
    QTimer m_timer;
    std::unique_ptr<ui::ChainReader> m_chain;
    Stage m_stage = Stage::Market;
    Symbol m_contract;
    Price m_ask;
    int m_waits = 0;
    int m_next = 0;
};

} // namespace strikedesk::desk
