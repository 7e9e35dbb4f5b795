// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace strikedesk::venues {

/// Writes one JSON text in the order of the calls. The caller balances begin and end.
class JsonWriter {
public:
    void beginObject(std::string_view name = {}) { begin(name, '{'); }
    void endObject() { end('}'); }
    void beginArray(std::string_view name) { begin(name, '['); }
    void endArray() { end(']'); }
    void text(std::string_view name, std::string_view value);
    void boolean(std::string_view name, bool value);
    /// A string element of the open array.
    void element(std::string_view value);

    std::string take() { return std::move(m_out); }

private:
    void begin(std::string_view name, char bracket);
    void end(char bracket);
    void separate();
    void quoted(std::string_view value);
    void named(std::string_view name);

    std::string m_out;
};

} // namespace strikedesk::venues
