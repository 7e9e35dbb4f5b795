// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel_catalog.h"
#include "ui/shell/default_layouts.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>

namespace strikedesk::ui {

/// What a workspace without panels says: what it is for, and the panels one can put into it.
class EmptyWorkspace : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::EmptyWorkspace)

public:
    EmptyWorkspace(const WorkspaceKind& kind, const PanelCatalog& catalog, QWidget* parent);

    std::function<void(const QString& kind)> addAsked;
    std::function<void()> resetAsked;
};

} // namespace strikedesk::ui
