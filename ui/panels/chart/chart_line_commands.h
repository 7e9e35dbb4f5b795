// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"
#include "core/engine/user_event.h"

#include <QString>

#include <optional>

namespace strikedesk::ui {

// Names of the lines of overlayOf, and what moving or cancelling one asks the engine for.

QString orderLineId(const ClientOrderId& order);
QString stopLineId(const IntentId& trade);
QString targetLineId(const IntentId& trade);

/// What dropping a line at a price asks for; nothing for a line that is gone or cannot be moved.
std::optional<engine::UserEvent> movedLine(const engine::EngineSnapshot& snapshot, const QString& id,
                                           Price price);
/// What the cross of a line asks for; nothing for a line that is gone.
std::optional<engine::UserEvent> cancelledLine(const engine::EngineSnapshot& snapshot, const QString& id);

} // namespace strikedesk::ui
