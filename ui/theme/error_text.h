// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>

namespace strikedesk::ui {

/// A sentence of the engine in the window's language: known as it stands, or known but for its figures and
/// contracts, which are kept as they are written. English when it is not known.
QString sentenceText(const std::string& english);
/// The sentence of an error in the window's language; English where the sentence was put together from parts.
QString errorText(const Error& error);

} // namespace strikedesk::ui
