// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/store/value.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace strikedesk::store {

/// What a query does with one row; an error ends the query and becomes its result.
using RowHandler = std::function<Status(const Row&)>;

/// The store: SQLite on one machine, Postgres for a team, behind one seam. SQL is the common part of both
/// with parameters written $1, $2 …; each text is prepared once and kept. One owning thread (the one that
/// opened it); any other stops the program. Errors are of kind Storage (or Unavailable when the database is
/// locked or cannot be reached) and say what to do.
class Database {
public:
    virtual ~Database() = default;

    /// One statement without rows. Returns how many rows it changed.
    virtual Result<std::int64_t> execute(std::string_view sql, const std::vector<Value>& parameters) = 0;
    /// One statement with rows, handed over in order.
    virtual Status query(std::string_view sql, const std::vector<Value>& parameters,
                         const RowHandler& onRow) = 0;
    /// Several statements without parameters (a migration).
    virtual Status runScript(std::string_view sql) = 0;
    /// Runs `body` as one transaction: committed when it returns good, rolled back when it does not. A call
    /// within a body joins the outer transaction, and its failure fails the whole.
    virtual Status inTransaction(const std::function<Status()>& body) = 0;
};

} // namespace strikedesk::store
