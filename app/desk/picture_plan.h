// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace strikedesk::desk {

/// A moment of a trade worth a picture.
struct PictureMoment {
    IntentId tradeId;
    Symbol contract;
    std::string event; ///< "entry" or "exit"
    Timestamp at;      ///< of the fill
};

/// Notices when a trade gets its first fill and when it is flat again. Trades as they stood at the first look
/// have had their moments. GUI thread.
class PicturePlan {
public:
    /// The moments since the last look.
    std::vector<PictureMoment> look(const engine::OrderView& orders);
    /// Contracts and their underlyings whose charts may be wanted soon: of every trade that is not closed.
    static std::vector<Symbol> contractsOf(const engine::OrderView& orders);

private:
    struct Seen {
        bool entry = false;
        bool exit = false;
    };
    bool m_hasLooked = false;
    std::map<IntentId, Seen> m_seen;
};

/// "2026-11-20/104207_SPY_SPY261120C00600000_entry_contract.png", in New York time, below the pictures'
/// folder.
std::filesystem::path pictureName(const PictureMoment& moment, const Symbol& underlying,
                                  const std::string& chart);

} // namespace strikedesk::desk
