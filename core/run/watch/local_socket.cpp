// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/local_socket.h"

#include <string>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#endif

namespace strikedesk::watch {

std::filesystem::path killSocketFile(const std::filesystem::path& folder) { return folder / "kill.socket"; }

#ifdef _WIN32

namespace {
Error notHere() {
    return Error{ErrorKind::Unsupported, "watch.socket_unsupported",
                 "The kill command from outside is not available on this system. Use the window."};
}
} // namespace

Descriptor::~Descriptor() = default;
Result<Descriptor> listenAt(const std::filesystem::path&) { return notHere(); }
Result<Descriptor> connectTo(const std::filesystem::path&) { return notHere(); }
bool isOwnUser(const Descriptor&) { return false; }

#else

namespace {

constexpr int kBacklog = 16;
constexpr time_t kConnectSeconds = 2;

Error socketFailed(const char* what) {
    return Error{ErrorKind::Storage,
                 "watch.socket",
                 "The kill command from outside will not work: its local socket could not be opened.",
                 {},
                 std::string(what) + ": " + std::strerror(errno)};
}

Error notOurs() {
    return Error{ErrorKind::Refused, "watch.socket_foreign",
                 "The profile's kill socket belongs to another user or is no socket. Remove the file "
                 "kill.socket from the profile's folder if you do not know it."};
}

Error nobodyThere() {
    return Error{ErrorKind::NotFound, "session.not_running", "No Strikedesk is running on this profile."};
}

/// The address of a socket file. Addresses are short; a file deep in folders is reached by a descriptor of
/// its folder, which must stay open while the address is used.
struct SocketAddress {
    sockaddr_un address{};
    Descriptor folder;
    bool isUsable = false;

    explicit SocketAddress(const std::filesystem::path& file) {
        address.sun_family = AF_UNIX;
        std::string text = file.string();
#ifdef __linux__
        if (text.size() >= sizeof(address.sun_path)) {
            folder = Descriptor(::open(file.parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
            text = "/proc/self/fd/" + std::to_string(folder.number()) + "/" + file.filename().string();
        }
#endif
        isUsable = text.size() < sizeof(address.sun_path);
        if (isUsable)
            std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
        else
            errno = ENAMETOOLONG;
    }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address); }
};

Descriptor localSocket() {
    Descriptor made(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (made.isOpen())
        ::fcntl(made.number(), F_SETFD, FD_CLOEXEC);
    return made;
}

} // namespace

Descriptor::~Descriptor() {
    if (m_number >= 0)
        ::close(m_number);
}

Result<Descriptor> connectTo(const std::filesystem::path& file) {
    struct stat seen {};
    if (::lstat(file.c_str(), &seen) != 0)
        return nobodyThere();
    if (!S_ISSOCK(seen.st_mode) || seen.st_uid != ::geteuid())
        return notOurs();
    const SocketAddress address(file);
    Descriptor made = localSocket();
    if (!made.isOpen() || !address.isUsable)
        return socketFailed("socket");
    // Waits while others are being let in.
    const timeval patience{kConnectSeconds, 0};
    ::setsockopt(made.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    if (::connect(made.number(), address.get(), sizeof(address.address)) != 0) {
        if (errno == ECONNREFUSED || errno == ENOENT)
            return nobodyThere();
        // The queue stayed full: somebody holds it, but does not get round to it.
        if (errno == EAGAIN)
            return Error{ErrorKind::Timeout, "session.no_answer",
                         "The running Strikedesk did not answer. End it, then run the kill again."};
        return socketFailed("connect");
    }
    if (!isOwnUser(made))
        return notOurs();
    ::fcntl(made.number(), F_SETFL, O_NONBLOCK);
    return made;
}

Result<Descriptor> listenAt(const std::filesystem::path& file) {
    struct stat seen {};
    if (::lstat(file.c_str(), &seen) == 0) {
        const auto living = connectTo(file);
        if (living || living.error().kind == ErrorKind::Timeout)
            return Error{ErrorKind::Unavailable, "watch.socket_in_use",
                         "Another Strikedesk already serves this profile's kill command."};
        if (living.error().kind != ErrorKind::NotFound)
            return living.error();
        ::unlink(file.c_str()); // left by a process that died
    }
    const SocketAddress address(file);
    Descriptor made = localSocket();
    if (!made.isOpen() || !address.isUsable)
        return socketFailed("socket");
    if (::bind(made.number(), address.get(), sizeof(address.address)) != 0)
        return socketFailed("bind");
    // Nobody can connect before listen(), so the rights are there in time.
    if (::chmod(file.c_str(), S_IRUSR | S_IWUSR) != 0 || ::listen(made.number(), kBacklog) != 0)
        return socketFailed("listen");
    ::fcntl(made.number(), F_SETFL, O_NONBLOCK);
    return made;
}

bool isOwnUser(const Descriptor& connection) {
#ifdef __linux__
    ucred peer{};
    socklen_t size = sizeof(peer);
    return ::getsockopt(connection.number(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return ::getpeereid(connection.number(), &user, &group) == 0 && user == ::geteuid();
#endif
}

#endif

} // namespace strikedesk::watch
