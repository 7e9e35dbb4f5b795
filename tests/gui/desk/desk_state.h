// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/desk/trade_by_hand.h"

#include <QJsonObject>

namespace strikedesk::test {

/// What must be there again after a new start, as the window shows it: theme, workspace, docks and where
/// they are, what the charts show, the watchlist, positions with their targets, orders, fills, the journal
/// with its pictures. Ends on the workspace it began on.
QJsonObject stateOf(DeskDriver& desk);
/// Its parts that differ, for a failure's text; empty when none does.
QString differencesOf(const QJsonObject& before, const QJsonObject& after);

/// A trade that was closed and one that is held with its take-profit resting, another watchlist, another
/// theme, docks moved and closed, another timeframe, another workspace in front.
void leaveTraces(DeskDriver& desk, TradeByHand& trade);

} // namespace strikedesk::test
