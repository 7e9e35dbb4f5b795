// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace strikedesk::ui {

/// Panels that share one place as tabs; the first is in front.
struct LayoutCell {
    QStringList kinds;
    int share = 1; ///< of the column's height
    int least = 0; ///< height below which the tallest cell of the column gives
};
/// Cells one below the other.
struct LayoutColumn {
    QList<LayoutCell> cells;
    int width = 300; ///< device-independent pixels; the widest column takes what is left
    int least = 200; ///< a side column gives down to this while the widest one has less than its own
};

/// One workspace as it comes out of the box.
struct WorkspaceKind {
    QString id;                  ///< "trade"; never translated
    QString name;                ///< translated: "Trade"
    QString hint;                ///< translated: what to do while it is empty
    QList<LayoutColumn> columns; ///< empty: nothing yet
};

/// Every workspace in the order of its tabs.
QList<WorkspaceKind> workspaceKinds();

} // namespace strikedesk::ui
