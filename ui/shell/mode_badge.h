// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/desk_mode.h"

#include <QCoreApplication>
#include <QLabel>

namespace strikedesk::ui {

/// Where orders go, in a word and a colour.
class ModeBadge : public QLabel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ModeBadge)

public:
    explicit ModeBadge(QWidget* parent);
    void show(const DeskFacts& facts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DeskMode m_mode = DeskMode::Demo;
    Subscription m_themed;
};

} // namespace strikedesk::ui
