// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/host/environment.h"
#include "app/host/start_choices.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>

namespace strikedesk::host {
namespace {

void write(const std::filesystem::path& file, std::string_view bytes) { std::ofstream(file) << bytes; }

TEST(StartChoices, AreKeptBesideEachOther) {
    const test::TemporaryDirectory folder;
    const auto file = startFileOf(folder.path() / "new");
    EXPECT_TRUE(readStartChoices(file)->empty());
    ASSERT_TRUE(keepStartChoice(file, "mode", "paper").ok());
    ASSERT_TRUE(keepStartChoice(file, "data.dir", "/somewhere").ok());
    const auto kept = readStartChoices(file);
    EXPECT_EQ(kept->at("mode"), "paper");
    EXPECT_EQ(kept->at("data.dir"), "/somewhere");
}

TEST(StartChoices, ADamagedFileStopsTheStartRatherThanChangeTheMode) {
    const test::TemporaryDirectory folder;
    const auto file = startFileOf(folder.path());
    for (const std::string& bytes : {std::string("{\"mode\":"), std::string("[]"), std::string("\xff\xfe"),
                                     std::string(), std::string(20'000, ' ')}) {
        write(file, bytes);
        EXPECT_FALSE(readStartChoices(file).ok()) << bytes.substr(0, 20);
        EXPECT_FALSE(keepStartChoice(file, "mode", "paper").ok());
    }
    write(file, R"({"mode": 7, "risk.max_daily_loss": "1", "data.dir": "/x"})");
    const auto kept = readStartChoices(file);
    ASSERT_TRUE(kept.ok());
    EXPECT_EQ(kept->size(), 1U) << "no other setting comes in this way";
}

TEST(StartChoices, AreInForceAtTheNextStartAndOverriddenByTheCommandLine) {
    const test::TemporaryDirectory folder;
    CommonOptions common;
    common.dataDirectory = folder.path().string();
    ASSERT_TRUE(keepStartChoice(startFileOf(folder.path()), "mode", "paper").ok());
    const auto chosen = prepare(common);
    ASSERT_TRUE(chosen.ok()) << chosen.error().message;
    EXPECT_EQ(chosen->mode, session::Mode::Paper);
    EXPECT_EQ(chosen->dataDirectory, folder.path() / "paper");
    common.values["mode"] = "demo";
    EXPECT_EQ(prepare(common)->mode, session::Mode::Demo);
}

} // namespace
} // namespace strikedesk::host
