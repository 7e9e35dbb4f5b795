// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QStringList>

#include <functional>

namespace strikedesk::ui {

/// What only works while the program runs and would end with it now: watched stops, exits being worked,
/// entries whose exits are not placed yet. Sentences, empty when nothing depends on the program. Any thread.
QStringList endsWithProgram(const engine::EngineSnapshot& snapshot);

/// Asks before the program ends while something depends on it. Hangs over the middle of the window;
/// everything else goes on working.
class QuitPanel : public QFrame {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::QuitPanel)

public:
    explicit QuitPanel(QWidget* window);
    /// Quit was chosen all the same.
    std::function<void()> confirmed;
    void open(const QStringList& sentences);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_sentences;
    QPushButton* m_stay;
};

} // namespace strikedesk::ui
