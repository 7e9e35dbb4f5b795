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
};
/// Cells one below the other.
struct LayoutColumn {
    QList<LayoutCell> cells;
    int width = 300; ///< device-independent pixels at 1,920; columns share what there is in this proportion
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
