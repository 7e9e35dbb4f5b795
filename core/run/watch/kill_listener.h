// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/run/watch/local_socket.h"
#include "core/trade/risk/kill.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace strikedesk::watch {

/// A line that asks for a kill: "kill 2 NAME" or "kill 2".
struct KillAsked {
    trade::KillLevel level = trade::KillLevel::None;
    std::string by; ///< printable, at most 64 characters; "a command" when none was given
};

/// Longest line that is read; longer ones are refused.
inline constexpr std::size_t kLongestKillLine = 256;

/// Reads a line without its end. Errors: another verb, a level that is not 0 to 4.
Result<KillAsked> parseKill(std::string_view line);

/// Listens in the profile's folder for kills of other processes of the same user, on a thread of its own
/// ("kill"): neither a window that hangs nor a full event loop delays it. One line in, one line out ("ok …"
/// or "error …"). At most 8 callers at once, each with a second to say its line.
class KillListener {
public:
    /// Called on the listener's thread; what it returns is the rest of the answer after "ok kill level N: ".
    using OnKill = std::function<std::string(const KillAsked&)>;

    explicit KillListener(OnKill onKill) : m_onKill(std::move(onKill)) {}
    /// Stops.
    ~KillListener() { stop(); }
    KillListener(const KillListener&) = delete;
    KillListener& operator=(const KillListener&) = delete;

    /// Errors: as listenAt; the thread or the wake pipe cannot be made.
    Status start(const std::filesystem::path& folder);
    /// Ends the thread after the answer it is giving and removes the socket. Idempotent. Owner's thread.
    void stop();

private:
    class Caller;
    void run();
    std::string answerTo(std::string_view line) const;

    OnKill m_onKill;
    std::filesystem::path m_file;
    std::optional<Descriptor> m_socket;
    std::optional<Descriptor> m_wakeReader;
    std::optional<Descriptor> m_wakeWriter;
    std::thread m_thread;
};

} // namespace strikedesk::watch
