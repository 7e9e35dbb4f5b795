// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"

namespace strikedesk::ui {

QString styleSheet(const Theme& theme) {
    QString sheet =
        QStringLiteral("QToolTip { border: 1px solid %1; padding: 4px; }"
                       "QTableView { border: none; gridline-color: transparent; }"
                       "QHeaderView::section { border: none; background: transparent; color: %2; }");
    return sheet.arg(theme.colour(Token::Line).name(), theme.colour(Token::Muted).name());
}

} // namespace strikedesk::ui
