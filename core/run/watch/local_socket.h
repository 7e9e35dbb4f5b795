// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <utility>

namespace strikedesk::watch {

/// The socket by which a profile's process is reached, in the profile's folder.
std::filesystem::path killSocketFile(const std::filesystem::path& folder);

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor();
    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

/// A local stream socket at `file` that only this user can connect to, non-blocking. A file that a dead
/// process left is replaced. Errors: Unavailable when a living process serves it; Refused when what stands
/// there is not a socket of this user; Storage; Unsupported where the system has no such sockets.
Result<Descriptor> listenAt(const std::filesystem::path& file);

/// Connects, non-blocking. Errors: NotFound when nobody serves it; Refused when it belongs to another user.
Result<Descriptor> connectTo(const std::filesystem::path& file);

/// Whether the process at the other end runs as this user.
bool isOwnUser(const Descriptor& connection);

} // namespace strikedesk::watch
