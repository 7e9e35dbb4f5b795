// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/price.h"
#include "core/base/quantity.h"
#include "core/base/result.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "ui/readers/subscription.h"

#include <functional>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// One picture stored with a trade.
struct JournalPicture {
    std::string event; ///< "entry" or "exit"
    std::string chart; ///< "contract" or "underlying"
    std::string file;  ///< absolute path of a PNG
    Timestamp at;
    friend bool operator==(const JournalPicture&, const JournalPicture&) = default;
};

/// One finished round trip.
struct JournalRow {
    std::string id;
    std::string mode;
    Symbol symbol;
    Symbol underlying;
    Timestamp openedAt;
    Timestamp closedAt;
    Quantity quantity; ///< negative for a short
    Price averageEntry;
    Price averageExit;
    Money gross;
    Money net;
    Money fees;
    std::string exitReason;
    std::string notes;
    std::vector<std::string> tags;
    std::vector<JournalPicture> pictures;
    friend bool operator==(const JournalRow&, const JournalRow&) = default;
};

/// The journal, newest first. GUI thread; nothing here waits.
class JournalReader {
public:
    virtual ~JournalReader() = default;

    virtual std::vector<JournalRow> rows() const = 0;
    virtual Subscription subscribe(std::function<void()> changed) = 0;
    virtual void annotate(const std::string& id, const std::string& notes,
                          const std::vector<std::string>& tags, std::function<void(Status)> answered) = 0;
};

} // namespace strikedesk::ui
