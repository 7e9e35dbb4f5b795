// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/migrations.h"

#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace strikedesk::store {

namespace {

using Applied = std::vector<std::pair<std::int64_t, std::string>>;

Result<Applied> appliedSteps(Database& database) {
    const Result<std::int64_t> made = database.execute("CREATE TABLE IF NOT EXISTS schema_migrations ("
                                                       "number BIGINT PRIMARY KEY, name TEXT NOT NULL)",
                                                       {});
    if (!made)
        return made.error();
    Applied applied;
    const Status read = database.query("SELECT number, name FROM schema_migrations ORDER BY number", {},
                                       [&applied](const Row& row) {
                                           applied.emplace_back(row.integer(0), row.text(1));
                                           return done();
                                       });
    if (!read)
        return read.error();
    return applied;
}

Error newerStore(std::int64_t number) {
    return Error{
        ErrorKind::Unsupported,
        "store.newer_schema",
        "The database was used by a newer version of Strikedesk. Start that version, or choose another data "
        "folder.",
        {{"schema", std::to_string(number)}},
        {}};
}

Error otherHistory(std::int64_t number, const std::string& name) {
    return Error{ErrorKind::Storage,
                 "store.other_schema",
                 "The database was made by something other than this program. Choose another data folder.",
                 {{"schema", std::to_string(number)}},
                 "step " + std::to_string(number) + " is " + name};
}

/// The steps in the database must be the first ones of ours.
Status checkHistory(const Applied& applied, std::span<const Migration> migrations) {
    for (std::size_t i = 0; i < applied.size(); ++i) {
        if (i >= migrations.size())
            return newerStore(applied.back().first);
        if (applied[i].first != migrations[i].number || applied[i].second != migrations[i].name)
            return otherHistory(applied[i].first, applied[i].second);
    }
    return done();
}

} // namespace

Result<int> schemaVersion(Database& database) {
    const Result<Applied> applied = appliedSteps(database);
    if (!applied)
        return applied.error();
    return applied->empty() ? 0 : static_cast<int>(applied->back().first);
}

Status migrate(Database& database, std::span<const Migration> migrations) {
    const Result<Applied> applied = appliedSteps(database);
    if (!applied)
        return applied.error();
    if (Status known = checkHistory(*applied, migrations); !known)
        return known;
    for (const Migration& step : migrations.subspan(applied->size())) {
        const Status stepped = database.inTransaction([&]() -> Status {
            if (Status run = database.runScript(step.sql); !run)
                return run;
            const Result<std::int64_t> noted =
                database.execute("INSERT INTO schema_migrations (number, name) VALUES ($1, $2)",
                                 {std::int64_t{step.number}, std::string(step.name)});
            return noted ? done() : Status(noted.error());
        });
        if (!stepped)
            return stepped;
    }
    return done();
}

Result<std::unique_ptr<SqliteDatabase>> openStore(const std::filesystem::path& file) {
    Result<std::unique_ptr<SqliteDatabase>> database = SqliteDatabase::open(file);
    if (!database)
        return database;
    const Result<Applied> applied = appliedSteps(**database);
    if (!applied)
        return applied.error();
    const std::span<const Migration> migrations = embeddedMigrations();
    if (Status known = checkHistory(*applied, migrations); !known)
        return known.error();
    if (!applied->empty() && applied->size() < migrations.size()) {
        std::filesystem::path copy = file;
        copy += ".before-" + std::to_string(migrations[applied->size()].number);
        std::error_code ignored; // Left from a step that was interrupted; the copy below replaces it.
        std::filesystem::remove(copy, ignored);
        if (Status copied = (*database)->backupTo(copy); !copied)
            return copied.error();
    }
    if (Status migrated = migrate(**database, migrations); !migrated)
        return migrated.error();
    return database;
}

} // namespace strikedesk::store
