// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"

#include <cstdio>

namespace strikedesk::ctl {

void printError(const Error& error) { std::fprintf(stderr, "strikedeskctl: %s\n", error.message.c_str()); }

} // namespace strikedesk::ctl
