// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/options/contract.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// One answer of the symbol search.
struct FoundInstrument {
    Symbol symbol;
    std::string name;
    bool hasOptions = false;
    bool isTradable = true;
};

/// Looks instruments up. GUI thread; nothing here waits.
class InstrumentReader {
public:
    virtual ~InstrumentReader() = default;

    /// Symbols that begin with the text first, then names that contain it; at most `limit`. A later search
    /// replaces an earlier one, whose callback is then never called.
    virtual void search(const std::string& text, std::size_t limit,
                        std::function<void(Result<std::vector<FoundInstrument>>)> answered) = 0;
    /// A contract met in a chain, a position or an order; nothing when its details are not known yet.
    virtual std::optional<options::Contract> contract(const Symbol& symbol) const = 0;
};

} // namespace strikedesk::ui
