// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/io/store/order_log.h"
#include "core/trade/orders/order_record.h"

namespace strikedesk::workers {

/// A record as the order log keeps it: its kind word and readable JSON.
store::OrderLogRecord toLogRecord(const trade::OrderRecord& record, const Moment& at);

/// Back again. Error: a kind this version does not know, or JSON that is not one of its records.
Result<trade::OrderRecord> fromLogRecord(const store::OrderLogRecord& record);

} // namespace strikedesk::workers
