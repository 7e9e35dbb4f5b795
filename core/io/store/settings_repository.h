// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/io/store/database.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace strikedesk::store {

/// Settings a person changed, as text by key; what a key means is the settings registry's business. The
/// database's thread only, as for every repository.
class SettingsRepository {
public:
    explicit SettingsRepository(Database& database) : m_database(database) {}

    Status set(std::string_view key, std::string_view value, Timestamp at);
    Result<std::optional<std::string>> find(std::string_view key);
    Status remove(std::string_view key);
    Result<std::map<std::string, std::string>> all();

private:
    Database& m_database;
};

} // namespace strikedesk::store
