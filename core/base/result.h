// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/assert.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace strikedesk {

/// What sort of failure an Error is; decides who reacts (the user, a retry, a circuit breaker), not the text.
enum class ErrorKind {
    InvalidInput, ///< bytes, text or numbers that break a rule of ours
    NotFound,     ///< the thing named does not exist
    Refused,      ///< a definite "no" from a venue or a gate
    Unauthorised, ///< wrong, missing or blocked key
    RateLimited,  ///< a budget is spent
    Unavailable,  ///< cannot be reached or is not ready
    Timeout,      ///< no answer in time; the effect is unknown for a write
    Protocol,     ///< the peer answered something its protocol does not allow
    Storage,      ///< a file or database failed
    Unsupported,  ///< not offered here
    Internal,     ///< a bug of ours that could be contained
};

/// One typed argument of an error message, by name, so that a translation can order them.
struct ErrorArgument {
    std::string name;
    std::string value;
};

/// An expected failure as a value. `message` is an English sentence that says what to do; the window
/// translates by `messageId` and `arguments`. `context` is for the log only and never shown. Holds no
/// secrets.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string messageId;
    std::string message;
    std::vector<ErrorArgument> arguments = {};
    std::string context = {};
};

/// Value or Error. Immutable once made; asking for the absent half is a bug and stops the program.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& {
        STRIKEDESK_ASSERT(ok(), "the value of a failed Result was asked for");
        return std::get<0>(m_state);
    }
    T& value() & {
        STRIKEDESK_ASSERT(ok(), "the value of a failed Result was asked for");
        return std::get<0>(m_state);
    }
    T&& value() && {
        STRIKEDESK_ASSERT(ok(), "the value of a failed Result was asked for");
        return std::get<0>(std::move(m_state));
    }
    const Error& error() const {
        STRIKEDESK_ASSERT(!ok(), "the error of a good Result was asked for");
        return std::get<1>(m_state);
    }
    T valueOr(T fallback) const { return ok() ? std::get<0>(m_state) : std::move(fallback); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// A Result with nothing to carry: done, or why not.
using Status = Result<std::monostate>;

/// The good Status.
inline Status done() { return std::monostate{}; }

/// Shorthand for the most common error.
inline Error invalidInput(std::string messageId, std::string message, std::string context = {}) {
    return Error{ErrorKind::InvalidInput, std::move(messageId), std::move(message), {}, std::move(context)};
}

} // namespace strikedesk
