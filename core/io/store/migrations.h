// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/store/database.h"
#include "core/io/store/sqlite_database.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace strikedesk::store {

/// One numbered step of the schema, from resources/migrations/NNNN_name.sql.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view sql;
};

/// The steps this build knows, by number without holes from 1.
std::span<const Migration> embeddedMigrations();

/// The number of the last step applied, 0 for an empty database.
Result<int> schemaVersion(Database& database);

/// Applies what is missing, each step in one transaction with its entry in schema_migrations. Forward only:
/// Error Unsupported when the database knows a step this build does not (it was used by a newer version).
Status migrate(Database& database, std::span<const Migration> migrations);

/// Opens the store and brings it up to date; before a step is applied to a store in use, a copy is put
/// beside it as "<file>.before-<number>".
Result<std::unique_ptr<SqliteDatabase>> openStore(const std::filesystem::path& file);

} // namespace strikedesk::store
