// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/data_report.h"
#include "ui/readers/subscription.h"

#include <functional>

namespace strikedesk::ui {

/// Where market data comes from and what the keys may have. GUI thread; nothing here waits.
class DataReader {
public:
    virtual ~DataReader() = default;

    virtual const market::DataReport& report() const = 0;
    virtual Subscription subscribe(std::function<void()> changed) = 0;
    /// Asks the vendors anew what the keys may have; costs a few requests of each budget.
    virtual void askAgain() = 0;
};

} // namespace strikedesk::ui
