// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/io/venues/alpaca/codec/contract_codec.h"

#include <map>
#include <memory>
#include <vector>

namespace strikedesk::desk {

/// Contracts met so far, by name, and the list of each underlying with the day it was read. GUI thread.
class ContractBook {
public:
    using List = std::shared_ptr<const std::vector<alpaca::ListedContract>>;

    void keep(const Symbol& underlying, Date day, List list) {
        for (const auto& listed : *list)
            m_contracts[listed.contract.symbol] = listed.contract;
        m_lists[underlying] = {day, std::move(list)};
    }
    /// Null when the list was not read on that day: contracts are listed before the open, not during the day.
    List listOf(const Symbol& underlying, Date day) const {
        const auto found = m_lists.find(underlying);
        return found != m_lists.end() && found->second.first == day ? found->second.second : nullptr;
    }
    std::optional<options::Contract> find(const Symbol& symbol) const {
        const auto found = m_contracts.find(symbol);
        return found == m_contracts.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<Symbol, options::Contract> m_contracts;
    std::map<Symbol, std::pair<Date, List>> m_lists;
};

} // namespace strikedesk::desk
