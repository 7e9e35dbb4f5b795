// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/price.h"
#include "core/base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::sandbox {

/// One row of a CSV file by the columns the reader asked for. Cells are valid during the callback only.
class CsvRow {
public:
    CsvRow(const std::vector<std::string_view>& cells, const std::vector<std::size_t>& columns)
        : m_cells(cells), m_columns(columns) {}

    std::string_view text(std::size_t column) const { return m_cells[m_columns[column]]; }
    /// A blank cell means "absent" and is nullopt; anything that is no number is an error.
    Result<std::optional<std::int64_t>> integer(std::size_t column) const;
    Result<std::optional<Price>> price(std::size_t column) const;

private:
    const std::vector<std::string_view>& m_cells;
    const std::vector<std::size_t>& m_columns;
};

/// Reads `folder/name.csv.gz` or `folder/name.csv` (gzip or plain) and calls `onRow` for each row after the
/// header. Files are hostile: lines up to 4 KB, up to 20 million rows, every row as wide as the header. An
/// error names the file and the line in its message; an error of `onRow` ends the reading.
Status readCsv(const std::string& folder, const std::string& name, const std::vector<std::string>& columns,
               const std::function<Status(const CsvRow&)>& onRow);

/// Whether readCsv would find the file.
bool csvExists(const std::string& folder, const std::string& name);

} // namespace strikedesk::sandbox
