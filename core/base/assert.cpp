// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace strikedesk {

void assertionFailed(const char* expression, const char* reason, const char* file, int line) {
    std::fprintf(stderr, "strikedesk: stopped by a failed check: %s (%s) at %s:%d\n", reason, expression,
                 file, line);
    std::abort();
}

} // namespace strikedesk
