// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/log/file_log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <thread>
#include <vector>

namespace strikedesk {
namespace {

/// A folder of its own for each test, removed afterwards.
class FileLogTest : public testing::Test {
protected:
    FileLogTest() {
        std::string name = (std::filesystem::temp_directory_path() / "strikedesk-log-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
        options.file = m_folder / "logs" / "strikedesk.log";
    }
    ~FileLogTest() override { std::filesystem::remove_all(m_folder); }

    std::unique_ptr<FileLog> open() {
        auto log = FileLog::tryOpen(options, redactor);
        EXPECT_TRUE(log.ok());
        return std::move(log).value();
    }
    /// Everything written to the current and the rotated files.
    std::vector<std::string> lines() const {
        std::vector<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator(options.file.parent_path())) {
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);)
                all.push_back(line);
        }
        return all;
    }
    std::size_t fileCount() const {
        const std::filesystem::directory_iterator files(options.file.parent_path());
        return static_cast<std::size_t>(std::distance(begin(files), end(files)));
    }

    std::filesystem::path m_folder;
    FileLogOptions options;
    std::shared_ptr<Redactor> redactor = std::make_shared<Redactor>();
};

TEST_F(FileLogTest, WritesOneUtcLineAnEntry) {
    open()->warning("alpaca.stream", "The stream closed.\nTrying again.", {{"code", 1006}});
    const auto written = lines();
    ASSERT_EQ(written.size(), 1u);
    EXPECT_TRUE(std::regex_match(
        written[0], std::regex(R"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WARNING alpaca\.stream: )"
                               R"(The stream closed\.\\nTrying again\. code=1006)")))
        << written[0];
}

TEST_F(FileLogTest, KeepsOnlyWhatItsLevelWants) {
    {
        auto log = open();
        EXPECT_FALSE(log->wants(LogLevel::Debug));
        log->debug("area", "not kept");
        log->info("area", "kept");
        log->setLevel(LogLevel::Debug);
        log->debug("area", "kept");
        log->setLevel(LogLevel::Critical);
        log->error("area", "not kept");
        log->critical("area", "kept");
    }
    const auto written = lines();
    ASSERT_EQ(written.size(), 3u);
    for (const auto& line : written)
        EXPECT_TRUE(line.ends_with("area: kept")) << line;
    EXPECT_NE(written[2].find(" CRITICAL "), std::string::npos);
}

TEST_F(FileLogTest, NoSecretReachesTheDisk) {
    const std::string secrets[] = {"PKABCDEFGHIJKLMNOPQR", "a.b*c+d?(e)[f]{g}^$|\\h",
                                   "pass \"word\"\nof two lines"};
    for (const auto& secret : secrets)
        ASSERT_TRUE(redactor->add(Secret(secret)).ok());
    {
        auto log = open();
        for (const auto& secret : secrets) {
            log->info(secret, secret, {{secret, secret}, {"two", secret + secret}});
            log->info(
                "http", "GET /?key=" + secret + "&x=1",
                {{"half", secret.substr(0, secret.size() / 2)}, {"rest", secret.substr(secret.size() / 2)}});
        }
        // Registered while the log is open: hidden from then on.
        ASSERT_TRUE(redactor->add(Secret("late-secret")).ok());
        log->info("area", "late-secret");
    }
    const auto written = lines();
    EXPECT_EQ(written.size(), 7u);
    for (const auto& line : written) {
        EXPECT_NE(line.find("[redacted]"), std::string::npos) << line;
        for (const auto& secret : secrets)
            EXPECT_EQ(line.find(secret), std::string::npos);
        EXPECT_EQ(line.find("ABCDEFGH"), std::string::npos) << line;
        EXPECT_EQ(line.find("pass"), std::string::npos) << line;
        EXPECT_EQ(line.find("late-secret"), std::string::npos) << line;
    }
}

TEST_F(FileLogTest, KeepsABoundedNumberOfFilesThatOnlyTheOwnerReads) {
    options.fileBytes = 4'096;
    options.fileCount = 3;
    options.queueLines = 10'000;
    {
        auto log = open();
        for (int i = 0; i < 1'000; ++i)
            log->info("area", "A line that fills the file bit by bit.", {{"number", i}});
    }
    EXPECT_EQ(fileCount(), 3u);
    for (const auto& entry : std::filesystem::directory_iterator(options.file.parent_path())) {
        EXPECT_LE(entry.file_size(), 4'096u);
        EXPECT_EQ(entry.status().permissions() & std::filesystem::perms::all,
                  std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }
}

TEST_F(FileLogTest, CountsEveryLineItLosesAndSaysSoInTheLog) {
    options.queueLines = 4;
    constexpr int kSent = 20'000;
    std::uint64_t lost = 0;
    {
        auto log = open();
        for (int i = 0; i < kSent; ++i)
            log->info("burst", "line", {{"number", i}});
        lost = log->lostLines();
    }
    std::uint64_t kept = 0;
    std::uint64_t reported = 0;
    for (const auto& line : lines())
        if (const auto at = line.find(" lost="); at != std::string::npos)
            reported += std::stoull(line.substr(at + 6));
        else
            ++kept;
    EXPECT_EQ(kept + lost, static_cast<std::uint64_t>(kSent));
    EXPECT_EQ(reported, lost);
}

TEST_F(FileLogTest, LinesOfSeveralThreadsStayWhole) {
    options.queueLines = 10'000;
    {
        auto log = open();
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([&log, writer] {
                for (int i = 0; i < 500; ++i)
                    log->info("area", "whole", {{"writer", writer}, {"number", i}});
            });
    }
    const auto written = lines();
    EXPECT_EQ(written.size(), 2'000u);
    const std::regex whole(R"(\S+ INFO area: whole writer=\d number=\d+)");
    EXPECT_TRUE(std::all_of(written.begin(), written.end(),
                            [&whole](const std::string& line) { return std::regex_match(line, whole); }));
}

TEST_F(FileLogTest, SaysWhyItCannotOpenAFile) {
    std::ofstream(m_folder / "file") << "in the way";
    options.file = m_folder / "file" / "strikedesk.log";
    const auto log = FileLog::tryOpen(options, redactor);
    ASSERT_FALSE(log.ok());
    EXPECT_EQ(log.error().kind, ErrorKind::Storage);
    EXPECT_NE(log.error().message.find("Check"), std::string::npos);
}

TEST_F(FileLogTest, GoesOnInTheSameFileAfterARestart) {
    open()->info("area", "first");
    open()->info("area", "second");
    EXPECT_EQ(lines().size(), 2u);
    EXPECT_EQ(fileCount(), 1u);
}

TEST(NullLogTest, WantsNothing) {
    NullLog log;
    EXPECT_FALSE(log.wants(LogLevel::Critical));
    log.critical("area", "message", {{"key", "value"}});
}

} // namespace
} // namespace strikedesk
