// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/terminal.h"

#include <QString>
#include <QTimer>

#include <functional>

namespace strikedesk::desk {

/// Walks through every workspace in both themes and saves a picture of each; for a person to look at. Chooses
/// a contract near the money first, so that matrix and ticket have something to show. GUI thread.
class Tour {
public:
    /// `terminal` outlives this. Pictures are called "trade_dark_1x.png".
    Tour(Terminal& terminal, QString folder);

    /// All pictures are written, or one could not be (a sentence; empty when all went well).
    std::function<void(QString)> finished;

    void start();

private:
    void waitForMarket();
    void chooseContract();
    void step();

    Terminal& m_terminal;
    QString m_folder;
    QTimer m_timer;
    std::unique_ptr<ui::ChainReader> m_chain;
    bool m_hasChosen = false;
    int m_waits = 0;
    int m_next = 0;
};

} // namespace strikedesk::desk
