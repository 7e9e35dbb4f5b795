// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <functional>
#include <optional>
#include <string>

namespace strikedesk {

/// Where secrets are kept between starts, by name. Never in plain text. Every call is answered once, later,
/// on the thread it was made on; not at all when the store is destroyed first. Errors: Unavailable when no
/// key store runs on this system, Refused when it does not let us in.
class SecretStore {
public:
    virtual ~SecretStore() = default;

    /// Nothing when none is stored under that name.
    virtual void read(const std::string& name,
                      std::function<void(Result<std::optional<Secret>>)> answered) = 0;
    /// Replaces what was stored under that name.
    virtual void write(const std::string& name, Secret value, std::function<void(Status)> answered) = 0;
    /// Good also when none was stored.
    virtual void remove(const std::string& name, std::function<void(Status)> answered) = 0;
};

} // namespace strikedesk
