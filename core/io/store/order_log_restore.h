// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/store/order_log.h"

#include <filesystem>

namespace strikedesk::store {

/// Puts a backup in the place of a damaged or missing log. The damaged files stay beside it under names that
/// end in
/// ".damaged-<n>"; nothing is deleted. What was recorded after the backup is missing from it: the broker's
/// orders and positions must be swept before anything is sent. Errors: the log is in use, the backup is no
/// whole log of this account (nothing was changed then), disk.
Status restoreOrderLog(const OrderLogOptions& options, const std::filesystem::path& backup);

} // namespace strikedesk::store
