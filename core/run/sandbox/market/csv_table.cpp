// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/csv_table.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <memory>

namespace strikedesk::sandbox {

namespace {

constexpr std::size_t kMaxLine = 4'096;
constexpr std::int64_t kMaxRows = 20'000'000;

struct GzipCloser {
    void operator()(gzFile file) const { gzclose(file); }
};
using GzipFile = std::unique_ptr<std::remove_pointer_t<gzFile>, GzipCloser>;

std::string pathOf(const std::string& folder, const std::string& name) {
    std::error_code ignored;
    for (const char* ending : {".csv.gz", ".csv"}) {
        const std::filesystem::path path = std::filesystem::path(folder) / (name + ending);
        if (std::filesystem::is_regular_file(path, ignored))
            return path.string();
    }
    return {};
}

void split(std::string_view line, std::vector<std::string_view>& cells) {
    cells.clear();
    std::size_t from = 0;
    while (true) {
        const std::size_t comma = line.find(',', from);
        cells.push_back(line.substr(from, comma == std::string_view::npos ? comma : comma - from));
        if (comma == std::string_view::npos)
            return;
        from = comma + 1;
    }
}

Error broken(const std::string& file, std::int64_t line, const std::string& why) {
    return Error{ErrorKind::InvalidInput,
                 "sandbox.replay.file",
                 "The recorded file " + file + " cannot be used: " + why + " in line " +
                     std::to_string(line) + ". Replace the file with an undamaged copy.",
                 {{"file", file}, {"line", std::to_string(line)}}};
}

/// Lines of a gzip or plain file, without the line end.
class LineReader {
public:
    explicit LineReader(const std::string& path) : m_file(gzopen(path.c_str(), "rb")), m_buffer(kBlock) {}
    bool isOpen() const { return m_file != nullptr; }
    /// False at the end or on a failure; then `failure` says which. The line is valid until the next call.
    bool next(std::string_view& line, std::string& failure) {
        const char* end = lineEnd();
        while (end == nullptr && m_to - m_from < kMaxLine && fill(failure))
            end = lineEnd();
        if (!failure.empty() || (end == nullptr && m_from == m_to))
            return false;
        const char* const start = m_buffer.data() + m_from;
        // The last line may lack its end.
        const char* const stop = end == nullptr ? m_buffer.data() + m_to : end;
        line = std::string_view(start, static_cast<std::size_t>(stop - start));
        m_from += line.size() + (end == nullptr ? 0 : 1);
        if (line.size() >= kMaxLine) {
            failure = "a line is too long";
            return false;
        }
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        return true;
    }

private:
    static constexpr std::size_t kBlock = 262'144;

    const char* lineEnd() const {
        return static_cast<const char*>(std::memchr(m_buffer.data() + m_from, '\n', m_to - m_from));
    }
    /// Reads on behind what is left; false at the end of the file.
    bool fill(std::string& failure) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_from, m_to - m_from);
        m_to -= m_from;
        m_from = 0;
        const int count =
            gzread(m_file.get(), m_buffer.data() + m_to, static_cast<unsigned>(m_buffer.size() - m_to));
        int code = Z_OK;
        gzerror(m_file.get(), &code);
        if (count < 0 || (code != Z_OK && code != Z_STREAM_END))
            failure = "the compressed data is damaged";
        m_to += static_cast<std::size_t>(std::max(count, 0));
        return count > 0 && failure.empty();
    }

    GzipFile m_file;
    std::vector<char> m_buffer;
    std::size_t m_from = 0;
    std::size_t m_to = 0;
};

} // namespace

Result<std::optional<std::int64_t>> CsvRow::integer(std::size_t column) const {
    const std::string_view cell = text(column);
    if (cell.empty())
        return std::optional<std::int64_t>();
    // Hundreds of thousands of cells are whole numbers; the general reader decides about the others.
    std::int64_t value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec == std::errc() && read.ptr == cell.data() + cell.size())
        return std::optional(value);
    auto number = parseDecimal(text(column), 0, ExtraDigits::Refuse);
    if (!number)
        return number.error();
    return std::optional(*number);
}

Result<std::optional<Price>> CsvRow::price(std::size_t column) const {
    if (text(column).empty())
        return std::optional<Price>();
    auto price = Price::tryFromText(text(column), ExtraDigits::RoundEven);
    if (!price)
        return price.error();
    return std::optional(*price);
}

bool csvExists(const std::string& folder, const std::string& name) { return !pathOf(folder, name).empty(); }

Status readCsv(const std::string& folder, const std::string& name, const std::vector<std::string>& columns,
               const std::function<Status(const CsvRow&)>& onRow) {
    const std::string path = pathOf(folder, name);
    if (path.empty())
        return Error{ErrorKind::NotFound,
                     "sandbox.replay.missing",
                     "The recorded file " + name +
                         ".csv.gz is missing. Point the replay folder at a folder that holds it.",
                     {{"file", name}},
                     folder};
    const std::string file = std::filesystem::path(path).filename().string();
    LineReader reader(path);
    std::string_view line;
    std::string failure;
    if (!reader.isOpen() || !reader.next(line, failure))
        return broken(file, 1, failure.empty() ? "the file is empty or cannot be opened" : failure);

    std::vector<std::string_view> cells;
    split(line, cells);
    const std::size_t width = cells.size();
    std::vector<std::size_t> places;
    for (const std::string& column : columns) {
        const auto found = std::find(cells.begin(), cells.end(), column);
        if (found == cells.end())
            return broken(file, 1, "the column \"" + column + "\" is missing");
        places.push_back(static_cast<std::size_t>(found - cells.begin()));
    }
    const CsvRow row(cells, places);
    std::int64_t number = 1;
    while (reader.next(line, failure)) {
        ++number;
        if (number > kMaxRows)
            return broken(file, number, "there are too many rows");
        if (line.empty())
            continue;
        split(line, cells);
        if (cells.size() != width)
            return broken(file, number, "the row has another number of columns than the header");
        if (Status status = onRow(row); !status)
            return broken(file, number, status.error().message);
    }
    if (!failure.empty())
        return broken(file, number + 1, failure);
    return done();
}

} // namespace strikedesk::sandbox
