// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/csv_table.h"

#include <zlib.h>

#include <algorithm>
#include <array>
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
    explicit LineReader(const std::string& path) : m_file(gzopen(path.c_str(), "rb")) {}
    bool isOpen() const { return m_file != nullptr; }
    /// False at the end or on a failure; then `failure` says which.
    bool next(std::string_view& line, std::string& failure) {
        if (gzgets(m_file.get(), m_buffer.data(), static_cast<int>(m_buffer.size())) == nullptr) {
            int code = Z_OK;
            gzerror(m_file.get(), &code);
            if (code != Z_OK && code != Z_STREAM_END)
                failure = "the compressed data is damaged";
            return false;
        }
        line = std::string_view(m_buffer.data());
        if (line.size() + 1 >= m_buffer.size()) {
            failure = "a line is too long";
            return false;
        }
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
            line.remove_suffix(1);
        return true;
    }

private:
    GzipFile m_file;
    std::array<char, kMaxLine> m_buffer{};
};

} // namespace

Result<std::optional<std::int64_t>> CsvRow::integer(std::size_t column) const {
    if (text(column).empty())
        return std::optional<std::int64_t>();
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
