// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/run/workers/alpaca_source.h"
#include "core/run/workers/data_access.h"

#include <memory>
#include <vector>

namespace strikedesk::workers {

/// The sources of market data there are keys for, in the order they are asked.
struct SourceList {
    std::vector<std::unique_ptr<DataSource>> sources;
    AlpacaSource* broker = nullptr; ///< one of them; never null
};

/// `clock` outlives the sources. Make and use them on one thread.
SourceList makeSources(const DataAccess& access, const NetTuning& tuning, const Clock& clock);

} // namespace strikedesk::workers
