// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace strikedesk::handover {

/// Names the calling thread for debuggers and process lists; at most 15 characters are kept.
void nameThisThread(const char* name);

} // namespace strikedesk::handover
