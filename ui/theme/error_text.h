// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace strikedesk::ui {

/// The sentence of an error in the window's language; English where the sentence was put together from parts.
QString errorText(const Error& error);

} // namespace strikedesk::ui
