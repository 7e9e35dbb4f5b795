// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/film_session_repository.h"

#include "core/io/store/repository_support.h"

namespace strikedesk::store {

namespace {

FilmSession sessionOf(const Row& row) {
    return FilmSession{row.text(0),
                       row.text(1),
                       row.text(2),
                       AccountId(row.text(3)),
                       row.text(4),
                       Timestamp::fromNanoseconds(row.integer(5)),
                       Timestamp::fromNanoseconds(row.integer(6)),
                       row.integer(7),
                       row.integer(8),
                       row.integer(9),
                       row.text(10)};
}

} // namespace

Status FilmSessionRepository::begin(const FilmSession& session) {
    return statusOf(
        m_database.execute("INSERT INTO film_sessions (id, file, mode, account, build_id, started_at, "
                           "ended_at, events, lost, bytes, note) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                           {session.id, session.file, session.mode, session.account.text(), session.buildId,
                            session.startedAt.nanoseconds(), session.endedAt.nanoseconds(), session.events,
                            session.lost, session.bytes, session.note}));
}

Status FilmSessionRepository::finish(const FilmSession& session) {
    return metRow(
        m_database.execute("UPDATE film_sessions SET ended_at = $2, events = $3, lost = $4, bytes = $5, "
                           "note = $6 WHERE id = $1",
                           {session.id, session.endedAt.nanoseconds(), session.events, session.lost,
                            session.bytes, session.note}),
        "recorded session");
}

Result<std::vector<FilmSession>> FilmSessionRepository::recent(std::int64_t limit) {
    std::vector<FilmSession> sessions;
    const Status read = m_database.query(
        "SELECT id, file, mode, account, build_id, started_at, ended_at, events, lost, bytes, note "
        "FROM film_sessions ORDER BY started_at DESC, id DESC LIMIT $1",
        {limit}, [&sessions](const Row& row) {
            sessions.push_back(sessionOf(row));
            return done();
        });
    return resultOf(read, std::move(sessions));
}

Result<FilmSession> FilmSessionRepository::find(const std::string& id) {
    std::vector<FilmSession> sessions;
    const Status read = m_database.query(
        "SELECT id, file, mode, account, build_id, started_at, ended_at, events, lost, bytes, note "
        "FROM film_sessions WHERE id = $1",
        {id}, [&sessions](const Row& row) {
            sessions.push_back(sessionOf(row));
            return done();
        });
    if (!read)
        return read.error();
    if (sessions.empty())
        return metRow(std::int64_t{0}, "recorded session").error();
    return std::move(sessions.front());
}

} // namespace strikedesk::store
