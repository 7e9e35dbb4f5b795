// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel_catalog.h"

namespace strikedesk::desk {

class ScreenshotSaver;

/// Every kind of panel of the program, in menu order, named in the language in use. `screenshots` outlives
/// the panels; without it pictures of charts go to the clipboard.
ui::PanelCatalog panelCatalog(ScreenshotSaver* screenshots = nullptr);

} // namespace strikedesk::desk
