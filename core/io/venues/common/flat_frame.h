// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/common/flat_scan.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace strikedesk::venues {

/// Takes the messages of a frame: an array of objects whose members are numbers, texts and lists of those.
/// Views live until the frame was read.
class FlatReceiver {
public:
    virtual ~FlatReceiver() = default;
    /// A message begins.
    virtual void begin() = 0;
    /// A text without its quotes, or a number as written. true and false come as written too; null and
    /// objects are left out.
    virtual void scalar(std::uint64_t name, std::string_view token) = 0;
    /// Where the elements of a list go, with commas between them; null to pass over it.
    virtual std::string* list(std::uint64_t name) = 0;
    /// The message is whole; false stops the reading.
    virtual bool end() = 0;
};

/// Remembers which field each member of the last message went to: messages of a kind name their members in
/// one order, so most need no search.
class SlotMemory {
public:
    /// A message begins.
    void begin() { m_next = 0; }
    /// The field of the next member; `search` finds it when the order changed.
    template <class Search>
    std::string_view* find(std::uint64_t name, const Search& search) {
        if (m_next == m_known.size())
            return search(name);
        Known& known = m_known[m_next++];
        if (known.name != name || name == 0)
            known = {name, search(name)};
        return known.slot;
    }

private:
    struct Known {
        std::uint64_t name = 0;
        std::string_view* slot = nullptr;
    };
    std::array<Known, 24> m_known;
    std::size_t m_next = 0;
};

/// Reads frames as venues really write them (no spaces, no escapes, ASCII) in one pass over their characters,
/// and leaves everything else to simdjson, so that the result is the same. One thread.
class FlatFrameReader {
public:
    FlatFrameReader();
    ~FlatFrameReader();
    FlatFrameReader(const FlatFrameReader&) = delete;
    FlatFrameReader& operator=(const FlatFrameReader&) = delete;

    /// Null when the whole frame was read; else what was wrong with it, after the messages before that were
    /// given to `receiver`. A `Receiver` that is final costs no virtual calls on plain frames.
    template <class Receiver>
    const char* read(std::string_view json, Receiver& receiver) {
        FlatScan<Receiver> scan(json, receiver);
        switch (scan.run()) {
        case FlatScanEnd::Whole:
            return nullptr;
        case FlatScanEnd::Stopped:
            return "a message could not be read";
        case FlatScanEnd::Surprise:
            break;
        }
        return readGenerally(json, receiver, scan.messages());
    }

    /// The general way alone, passing over the first messages; `read` equals it from `skipped` 0.
    const char* readGenerally(std::string_view json, FlatReceiver& receiver, std::size_t skipped);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::venues
