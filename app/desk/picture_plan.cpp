// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/picture_plan.h"

#include "core/base/zone.h"

#include <cstdio>

namespace strikedesk::desk {

std::vector<PictureMoment> PicturePlan::look(const engine::OrderView& orders) {
    std::vector<PictureMoment> moments;
    for (const engine::TradeView& trade : orders.trades) {
        Seen& seen = m_seen[trade.state.id];
        const bool hasEntered = trade.totals.entered.isPositive();
        const bool isFlat = hasEntered && trade.state.phase == trade::TradePhase::Closed;
        if (m_hasLooked && hasEntered && !seen.entry)
            moments.push_back({trade.state.id, trade.state.symbol, "entry", trade.totals.firstFillAt});
        if (m_hasLooked && isFlat && !seen.exit)
            moments.push_back({trade.state.id, trade.state.symbol, "exit", trade.totals.lastFillAt});
        seen.entry = seen.entry || hasEntered;
        seen.exit = seen.exit || isFlat;
    }
    m_hasLooked = true;
    return moments;
}

std::vector<Symbol> PicturePlan::contractsOf(const engine::OrderView& orders) {
    std::vector<Symbol> contracts;
    for (const engine::TradeView& trade : orders.trades)
        if (trade.state.phase != trade::TradePhase::Closed)
            contracts.push_back(trade.state.symbol);
    return contracts;
}

std::filesystem::path pictureName(const PictureMoment& moment, const Symbol& underlying,
                                  const std::string& chart) {
    const NewYorkTime wall = toNewYork(moment.at);
    char time[16];
    std::snprintf(time, sizeof time, "%02d%02d%02d", wall.hour(), wall.minute(), wall.second());
    return std::filesystem::path(wall.date.iso()) /
           (std::string(time) + "_" + underlying.text() + "_" + moment.contract.text() + "_" + moment.event +
            "_" + chart + ".png");
}

} // namespace strikedesk::desk
