// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

#include <QString>

#include <functional>
#include <vector>

namespace strikedesk::ui {

/// One kind of panel a workspace can hold.
struct PanelKind {
    QString id;   ///< "chart"; part of object names and layouts, never translated
    QString name; ///< translated, for menus: "Chart"
    std::function<Panel*(PanelContext, QWidget* parent)> make;
};

/// Every kind there is, in menu order.
using PanelCatalog = std::vector<PanelKind>;

} // namespace strikedesk::ui
