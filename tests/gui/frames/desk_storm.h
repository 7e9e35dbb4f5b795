// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/support/panel_rig.h"

#include <map>
#include <vector>

namespace strikedesk::ui {

/// A market in which `batch` quotes change from one frame to the next, made up before it is shown: what the
/// engine's thread does has no part in the figures of the window.
class DeskStorm {
public:
    explicit DeskStorm(std::size_t batch);

    /// A desk that knows every stock of the watchlist, with trades open in one of them.
    void prepare(PanelRig& rig);
    /// Charts that were opened since; call when the window asked for its series.
    void addSeries(PanelRig& rig);
    /// Shows the frame of that number, over and over.
    void show(PanelRig& rig, std::size_t frame) const;

    Symbol underlying() const { return Symbol::of("SOFI"); }
    /// The contract at the money.
    const Symbol& contract() const { return m_contract; }

private:
    using Series = std::shared_ptr<const market::SeriesSnapshot>;

    Price priceOf(const Symbol& symbol) const;

    Symbol m_contract;
    std::vector<engine::EngineSnapshot> m_snapshots;
    std::vector<std::shared_ptr<const ChainView>> m_chains;
    std::map<market::SeriesKey, std::vector<Series>> m_series;
    std::map<Symbol, Price> m_stocks;
};

} // namespace strikedesk::ui
