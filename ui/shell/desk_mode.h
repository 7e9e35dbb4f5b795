// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/desk_reader.h"
#include "ui/theme/tokens.h"

#include <QString>

namespace strikedesk::ui {

/// "DEMO", "PAPER", "LIVE", "REPLAY".
QString modeWord(DeskMode mode);
/// A sentence: what happens to an order in this mode.
QString modeSentence(DeskMode mode);
/// The colour that goes with the word, in badge and window frame.
Token modeToken(DeskMode mode);

} // namespace strikedesk::ui
