// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/io/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace strikedesk::store {

/// One recorded session: which film file, of what. `endedAt` is unset while it records, or when the process
/// ended without closing it (the film's own last entry tells then).
struct FilmSession {
    std::string id;
    std::string file;
    std::string mode;
    AccountId account;
    std::string buildId;
    Timestamp startedAt;
    Timestamp endedAt;
    std::int64_t events = 0;
    std::int64_t lost = 0;
    std::int64_t bytes = 0;
    /// Why it ended early, empty for a normal end.
    std::string note;
    friend bool operator==(const FilmSession&, const FilmSession&) = default;
};

/// The list of films, newest first.
class FilmSessionRepository {
public:
    explicit FilmSessionRepository(Database& database) : m_database(database) {}

    Status begin(const FilmSession& session);
    /// Notes the end: endedAt, events, lost, bytes, note of the session with this id. Error NotFound.
    Status finish(const FilmSession& session);
    Result<std::vector<FilmSession>> recent(std::int64_t limit);
    /// Error NotFound.
    Result<FilmSession> find(const std::string& id);

private:
    Database& m_database;
};

} // namespace strikedesk::store
