// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace strikedesk::ui {

/// How well a text answers what a person typed: every typed character must occur in order, upper or lower
/// case alike; beginnings of words and runs of neighbours count more, gaps less. Nothing when it does not
/// match. Higher is better; an empty query matches everything with 0.
std::optional<int> fuzzyScore(const QString& query, const QString& text);

} // namespace strikedesk::ui
