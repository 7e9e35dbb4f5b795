// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_mark.h"

#include "core/io/store/order_log_files.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>

#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

namespace strikedesk::watch {

namespace {

constexpr std::string_view kFirstWords = "strikedesk kill ";
constexpr std::size_t kLongestMark = 256;

std::filesystem::path markFile(const std::filesystem::path& folder, const AccountId& account) {
    std::string name = account.text();
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return folder / (name.empty() ? "kill.mark" : "kill-" + name + ".mark");
}

Error cannotMark(const std::filesystem::path& file, int code) {
    return Error{
        ErrorKind::Storage,
        "watch.kill_mark",
        "The kill is in force but could not be noted on the disk: a restart might forget it. Check the "
        "profile's folder and the account at the broker.",
        {},
        file.string() + ", error " + std::to_string(code)};
}

KillMark parse(std::string_view text) {
    const KillMark unreadable{trade::KillLevel::BlockEntries, "a kill mark that could not be read"};
    if (!text.starts_with(kFirstWords) || text.size() < kFirstWords.size() + 2)
        return unreadable;
    const int level = text[kFirstWords.size()] - '0';
    const std::string_view rest = text.substr(kFirstWords.size() + 1);
    const bool isWhole = rest.starts_with("\nby ") && rest.ends_with('\n');
    if (level < 1 || level > static_cast<int>(trade::KillLevel::Flatten) || !isWhole)
        return unreadable;
    return {static_cast<trade::KillLevel>(level), std::string(rest.substr(4, rest.size() - 5))};
}

std::optional<KillMark> readOne(const std::filesystem::path& file) {
    std::error_code failed;
    const auto state = std::filesystem::symlink_status(file, failed);
    if (state.type() == std::filesystem::file_type::not_found)
        return std::nullopt;
    std::string text(kLongestMark, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return parse(text);
}

#ifdef _WIN32

Status writeDurable(const std::filesystem::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.flush();
    return stream ? done() : Status(cannotMark(file, 0));
}

std::string ownSuffix() { return ".new"; }

#else

Status writeDurable(const std::filesystem::path& file, const std::string& text) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return cannotMark(file, errno);
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    const bool isDurable = written == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    const int code = errno;
    ::close(descriptor);
    return isDurable ? done() : Status(cannotMark(file, code));
}

/// Two processes may mark at once; each writes a file of its own and renames it.
std::string ownSuffix() { return "." + std::to_string(::getpid()) + ".new"; }

#endif

} // namespace

std::optional<KillMark> readKillMark(const std::filesystem::path& folder, const AccountId& account) {
    auto mark = readOne(markFile(folder, AccountId()));
    const auto own = account.text().empty() ? std::nullopt : readOne(markFile(folder, account));
    if (own && (!mark || own->level > mark->level))
        mark = own;
    return mark;
}

Status writeKillMark(const std::filesystem::path& folder, const AccountId& account, const KillMark& mark) {
    const std::filesystem::path file = markFile(folder, account);
    const auto standing = readOne(file);
    if (mark.level == trade::KillLevel::None || (standing && standing->level >= mark.level))
        return done();
    std::string by = mark.by.substr(0, kLongestMark / 2);
    std::replace_if(
        by.begin(), by.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }, ' ');
    std::filesystem::path fresh = file;
    fresh += ownSuffix();
    std::string text(kFirstWords);
    text += std::to_string(static_cast<int>(mark.level)) + "\nby " + by + "\n";
    std::error_code failed;
    std::filesystem::create_directories(folder, failed); // a first kill may come before a first session
    if (Status written = writeDurable(fresh, text); !written) {
        std::filesystem::remove(fresh, failed);
        return written;
    }
    std::filesystem::rename(fresh, file, failed);
    if (failed)
        return cannotMark(file, failed.value());
    store::syncDirectory(folder);
    return done();
}

Status removeKillMarks(const std::filesystem::path& folder, const AccountId& account) {
    for (const AccountId& whose : {AccountId(), account}) {
        std::error_code failed;
        std::filesystem::remove(markFile(folder, whose), failed);
        if (failed)
            return cannotMark(markFile(folder, whose), failed.value());
    }
    store::syncDirectory(folder);
    return done();
}

} // namespace strikedesk::watch
