// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel_catalog.h"

namespace strikedesk::desk {

/// Every kind of panel of the program, in menu order, named in the language in use.
ui::PanelCatalog panelCatalog();

} // namespace strikedesk::desk
