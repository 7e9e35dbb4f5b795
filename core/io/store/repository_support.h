// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <utility>

namespace strikedesk::store {

/// A change whose number of rows does not matter.
inline Status statusOf(const Result<std::int64_t>& changed) {
    return changed ? done() : Status(changed.error());
}

/// The value gathered by a query, or why it failed.
template <class T>
Result<T> resultOf(const Status& read, T value) {
    if (!read)
        return read.error();
    return value;
}

/// A change that must have met a row. `what` names it in the sentence: "journal entry".
inline Status metRow(const Result<std::int64_t>& changed, const std::string& what) {
    if (!changed)
        return changed.error();
    if (*changed > 0)
        return done();
    return Error{ErrorKind::NotFound,
                 "store.no_such_row",
                 "This " + what + " does not exist any more.",
                 {{"what", what}},
                 {}};
}

} // namespace strikedesk::store
