// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive_reader.h"
#include "core/base/settings/settings.h"
#include "core/base/settings/settings_markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace strikedesk {
namespace {

SettingLayers stored(const std::string& key, const std::string& text) { return {{{key, text}}, {}, {}}; }

TEST(SettingsList, EveryEntryIsWellFormed) {
    std::set<std::string> keys;
    std::set<std::string> variables;
    for (const SettingDefinition& definition : kSettings) {
        const std::string key(definition.key);
        EXPECT_TRUE(keys.insert(key).second) << key;
        EXPECT_TRUE(variables.insert(settingVariable(key)).second) << key;
        EXPECT_TRUE(std::all_of(key.begin(), key.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || c == '_' || c == '.';
        })) << key;
        EXPECT_FALSE(settingGroup(key).empty()) << key;
        EXPECT_TRUE(definition.help.ends_with('.')) << key;
        EXPECT_FALSE(settingVariable(key).starts_with("STRIKEDESK_SECRET_")) << key;
        const auto value = parseSetting(definition, definition.initial);
        ASSERT_TRUE(value) << key;
        EXPECT_EQ(*parseSetting(definition, settingText(definition, *value)), *value) << key;
        if (key.ends_with("_seconds")) {
            EXPECT_EQ(definition.unit, "s") << key;
            EXPECT_EQ(definition.kind, SettingKind::Duration) << key;
        }
        if (key.ends_with("_ms")) {
            EXPECT_EQ(definition.unit, "ms") << key;
        }
        if (key.ends_with("_percent")) {
            EXPECT_EQ(definition.unit, "%") << key;
        }
    }
}

TEST(SettingsList, HoldsNoKeyMaterial) {
    for (const SettingDefinition& definition : kSettings)
        for (const char* word : {"secret", "password", "token", "api_key", "key_id"})
            EXPECT_EQ(definition.key.find(word), std::string_view::npos) << definition.key;
}

TEST(Settings, DefaultsAreTheDomainRules) {
    const Settings settings;
    EXPECT_EQ(settings.text("mode"), "demo");
    EXPECT_EQ(settings.duration("orders.fill_wait_seconds"), Duration::seconds(60));
    EXPECT_EQ(settings.duration("orders.horizon_seconds"), Duration::seconds(60));
    EXPECT_EQ(settings.duration("quotes.display_age_seconds"), Duration::seconds(60));
    EXPECT_EQ(settings.duration("quotes.manual_age_seconds"), Duration::seconds(5));
    EXPECT_EQ(settings.duration("quotes.automatic_age_seconds"), Duration::seconds(2));
    EXPECT_EQ(settings.price("orders.price_collar_floor"), Price::fromCents(10));
    EXPECT_EQ(settings.decimal("orders.max_spread_percent"), Decimal::whole(5));
    EXPECT_EQ(settings.integer("risk.max_open_positions"), 10);
    EXPECT_EQ(settings.integer("risk.max_positions_per_symbol"), 3);
    EXPECT_EQ(settings.integer("risk.max_trades_per_day"), 20);
    EXPECT_EQ(settings.decimal("risk.daily_loss_percent"), Decimal::whole(2));
    EXPECT_EQ(settings.money("risk.daily_loss_amount"), Money::dollars(1'000));
    EXPECT_EQ(settings.money("sandbox.starting_cash"), Money::dollars(100'000));
    EXPECT_TRUE(settings.isOn("ui.confirm_orders"));
    EXPECT_EQ(settings.duration("exits.stop_confirm_ms"), Duration::milliseconds(500));
    EXPECT_TRUE(settings.isOn("film.enabled"));
}

TEST(Settings, ALaterLayerWinsAndSaysSo) {
    SettingLayers layers;
    layers.stored = {
        {"orders.fill_wait_seconds", "30"}, {"log.level", "debug"}, {"risk.max_trades_per_day", "7"}};
    layers.environment = {{"STRIKEDESK_ORDERS_FILL_WAIT_SECONDS", "40"}, {"STRIKEDESK_LOG_LEVEL", "warning"}};
    layers.commandLine = {{"orders.fill_wait_seconds", "50"}};
    const auto settings = Settings::tryFrom(layers);
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(settings->duration("orders.fill_wait_seconds"), Duration::seconds(50));
    EXPECT_EQ(*settings->layerOf("orders.fill_wait_seconds"), SettingLayer::CommandLine);
    EXPECT_EQ(settings->text("log.level"), "warning");
    EXPECT_EQ(*settings->layerOf("log.level"), SettingLayer::Environment);
    EXPECT_EQ(settings->integer("risk.max_trades_per_day"), 7);
    EXPECT_EQ(*settings->layerOf("risk.max_trades_per_day"), SettingLayer::Stored);
    EXPECT_EQ(*settings->layerOf("orders.horizon_seconds"), SettingLayer::Default);
    EXPECT_EQ(*settings->textOf("orders.fill_wait_seconds"), "50");
}

TEST(Settings, AWrongValueNamesKeyValueRangeAndLayer) {
    const auto settings = Settings::tryFrom({{}, {{"STRIKEDESK_ORDERS_FILL_WAIT_SECONDS", "9999"}}, {}});
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(settings.error().message,
              "The setting orders.fill_wait_seconds cannot be \"9999\". Allowed: 5 to 3600 s. "
              "It comes from the environment.");
    ASSERT_EQ(settings.error().arguments.size(), 3u);
    EXPECT_EQ(settings.error().arguments[0].value, "orders.fill_wait_seconds");
    EXPECT_EQ(settings.error().arguments[2].value, "5 to 3600 s");
}

TEST(Settings, TellsEverythingThatIsWrongAtOnce) {
    const auto settings = Settings::tryFrom({{{"orders.fill_wait_seconds", "1"}, {"orders.fil_wait", "3"}},
                                             {{"STRIKEDESK_NO_SUCH_THING", "1"}},
                                             {{"mode", "casino"}}});
    ASSERT_FALSE(settings);
    for (const char* part :
         {"orders.fill_wait_seconds", "orders.fil_wait", "STRIKEDESK_NO_SUCH_THING", "casino"})
        EXPECT_NE(settings.error().message.find(part), std::string::npos) << part;
    EXPECT_EQ(std::count(settings.error().message.begin(), settings.error().message.end(), '\n'), 3);
}

TEST(Settings, LooksOnlyAtItsOwnVariables) {
    EXPECT_TRUE(Settings::tryFrom({{},
                                   {{"PATH", "/usr/bin"},
                                    {"strikedesk_mode", "casino"},
                                    {"STRIKEDESK_SHARED_DIR", "/anywhere"},
                                    {"STRIKEDESK_SECRET_ALPACA_PAPER_KEY", "whatever"}},
                                   {}}));
}

TEST(Settings, RefusesWhatIsOutsideARangeOrNoValueAtAll) {
    const std::pair<const char*, const char*> wrong[] = {
        {"orders.fill_wait_seconds", ""},
        {"orders.fill_wait_seconds", "4.999999999"},
        {"orders.fill_wait_seconds", "3600.000000001"},
        {"orders.fill_wait_seconds", "60s"},
        {"orders.fill_wait_seconds", " 60"},
        {"orders.fill_wait_seconds", "1e2"},
        {"orders.fill_wait_seconds", "60,0"},
        {"orders.fill_wait_seconds", "99999999999999999999"},
        {"exits.stop_confirm_ms", "-1"},
        {"exits.stop_confirm_ms", "0.0000001"},
        {"risk.max_open_positions", "0"},
        {"risk.max_open_positions", "1.5"},
        {"risk.max_open_positions", "1001"},
        {"risk.max_open_positions", "ten"},
        {"risk.daily_loss_percent", "0"},
        {"risk.daily_loss_percent", "100.0001"},
        {"risk.daily_loss_percent", "2%"},
        {"risk.daily_loss_percent", "nan"},
        {"risk.daily_loss_amount", "0.99"},
        {"risk.daily_loss_amount", "$1000"},
        {"risk.daily_loss_amount", "1000.00001"},
        {"risk.daily_loss_amount", "1,000"},
        {"orders.price_collar_floor", "5.01"},
        {"orders.price_collar_floor", "-0.05"},
        {"orders.price_collar_floor", "0.00001"},
        {"film.enabled", "yes please"},
        {"film.enabled", "ON"},
        {"film.enabled", ""},
        {"mode", ""},
        {"mode", "Live"},
        {"mode", "demo|paper"},
        {"mode", "live "},
        {"profile.name", "two\nlines"},
        {"profile.name", "01234567890123456789012345678901234567890"},
        {"alpaca.live_url", ""},
        {"alpaca.live_url", "api.alpaca.markets"},
        {"alpaca.live_url", "ftp://api.alpaca.markets"},
        {"alpaca.live_url", "http://api.alpaca.markets"},
        {"alpaca.live_url", "ws://192.168.0.7:80"},
        {"alpaca.live_url", "http://localhost.example.com"},
        {"alpaca.live_url", "http://127.0.0.1.example.com"},
        {"alpaca.live_url", "https://user:pass@api.alpaca.markets"},
        {"alpaca.live_url", "http://127.0.0.1@example.com"},
        {"alpaca.live_url", "https://"},
        {"alpaca.live_url", "https:///v2"},
        {"alpaca.live_url", "https://host:0"},
        {"alpaca.live_url", "https://host:65536"},
        {"alpaca.live_url", "https://host:port"},
        {"alpaca.live_url", "https://[::1"},
        {"alpaca.live_url", "https://host/?key=1"},
        {"alpaca.live_url", "https://host/\r\nX-Header: 1"},
    };
    for (const auto& [key, text] : wrong) {
        const auto settings = Settings::tryFrom(stored(key, text));
        EXPECT_FALSE(settings) << key << " = " << text;
        if (!settings) {
            EXPECT_NE(settings.error().message.find(key), std::string::npos);
            EXPECT_EQ(settings.error().message.find('\n'), std::string::npos);
        }
    }
}

TEST(Settings, TakesTheEdgesOfARange) {
    const std::pair<const char*, const char*> right[] = {
        {"orders.fill_wait_seconds", "5"},
        {"orders.fill_wait_seconds", "3600"},
        {"orders.fill_wait_seconds", "5.000000001"},
        {"exits.stop_confirm_ms", "0"},
        {"orders.price_collar_floor", "0.01"},
        {"orders.price_collar_floor", "5.0000"},
        {"film.enabled", "false"},
        {"film.enabled", "1"},
        {"sandbox.seed", "9223372036854775807"},
        {"alpaca.live_url", "http://127.0.0.1:8080"},
        {"alpaca.live_url", "http://[::1]:8080/v2"},
        {"alpaca.live_url", "ws://localhost:1"},
        {"alpaca.live_url", "https://[2001:db8::1]:443"},
        {"data.dir", ""},
    };
    for (const auto& [key, text] : right)
        EXPECT_TRUE(Settings::tryFrom(stored(key, text))) << key << " = " << text;
}

TEST(Settings, NeverRepeatsAPasswordFromAnAddress) {
    const auto settings = Settings::tryFrom(stored("alpaca.live_url", "https://user:hunter2@host"));
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().message.find("hunter2"), std::string::npos);
    for (const ErrorArgument& argument : settings.error().arguments)
        EXPECT_EQ(argument.value.find("hunter2"), std::string::npos);
}

TEST(Settings, RefusesQuoteAgesThatContradictEachOther) {
    EXPECT_FALSE(Settings::tryFrom(stored("quotes.automatic_age_seconds", "6")));
    EXPECT_FALSE(Settings().withStored("quotes.display_age_seconds", "4"));
    EXPECT_TRUE(Settings::tryFrom(
        {{{"quotes.automatic_age_seconds", "6"}, {"quotes.manual_age_seconds", "6"}}, {}, {}}));
}

TEST(Settings, AChangeMakesANewSnapshot) {
    const Settings before;
    const auto after = before.withStored("risk.max_trades_per_day", "5");
    ASSERT_TRUE(after);
    EXPECT_EQ(before.integer("risk.max_trades_per_day"), 20);
    EXPECT_EQ(after->integer("risk.max_trades_per_day"), 5);
    EXPECT_EQ(*after->layerOf("risk.max_trades_per_day"), SettingLayer::Stored);
    EXPECT_FALSE(before == *after);
    EXPECT_FALSE(before.withStored("risk.max_trades_per_day", "0"));
    EXPECT_FALSE(before.withStored("risk.no_such_limit", "1"));
}

TEST(Settings, AChangeThatCouldNotTakeEffectIsRefused) {
    const auto settings =
        Settings::tryFrom({{}, {{"STRIKEDESK_LOG_LEVEL", "debug"}}, {{"film.enabled", "off"}}});
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->withStored("log.level", "info").error().kind, ErrorKind::Refused);
    EXPECT_EQ(settings->withStored("film.enabled", "on").error().kind, ErrorKind::Refused);
}

TEST(Settings, AnUnknownKeyIsAnError) {
    EXPECT_EQ(Settings().textOf("orders").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(Settings().layerOf("").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(Settings::tryFrom(stored("orders.Fill_wait_seconds", "60")).error().kind, ErrorKind::NotFound);
}

TEST(Settings, AnArchivedSnapshotComesBackWhole) {
    auto settings = Settings::tryFrom({{{"risk.max_trades_per_day", "5"}, {"profile.name", "evening"}},
                                       {{"STRIKEDESK_LOG_LEVEL", "debug"}},
                                       {{"exits.stop_confirm_ms", "12.5"}}});
    ASSERT_TRUE(settings);
    BinaryWriter writer;
    writer.field("settings", *settings);
    Settings read;
    BinaryReader reader(writer.bytes());
    reader.field("settings", read);
    EXPECT_TRUE(reader.finished());
    EXPECT_EQ(read, *settings);
}

TEST(Settings, HostileBytesNeverBecomeSettings) {
    BinaryWriter writer;
    writer.field("settings", Settings());
    const std::string bytes = writer.take();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Settings read;
        BinaryReader reader(std::string_view(bytes).substr(0, size));
        reader.field("settings", read);
        EXPECT_TRUE(reader.failed());
        EXPECT_EQ(read, Settings());
    }
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        Settings read;
        BinaryReader reader(changed);
        reader.field("settings", read);
        EXPECT_GE(read.integer("risk.max_open_positions"), 1);
    }
}

TEST(Settings, TheMarkdownPageNamesEverySetting) {
    const std::string page = settingsMarkdown();
    for (const SettingDefinition& definition : kSettings) {
        EXPECT_NE(page.find("`" + std::string(definition.key) + "`"), std::string::npos) << definition.key;
        EXPECT_NE(page.find(settingVariable(definition.key)), std::string::npos) << definition.key;
    }
    EXPECT_NE(page.find("| 60 | 5 to 3600 s | at once |"), std::string::npos);
}

TEST(SettingValue, ReadsTimesOfDayInNewYork) {
    const SettingDefinition definition = setting::number(SettingKind::TimeOfDay, "x.y", "15:50", "09:30",
                                                         "16:00", "", setting::Live, "A time.");
    EXPECT_EQ(*parseSetting(definition, "15:50"), SettingValue(Duration::minutes(15 * 60 + 50)));
    EXPECT_EQ(settingText(definition, Duration::minutes(9 * 60 + 31)), "09:31");
    for (const char* text :
         {"", "9:31", "09:29", "16:01", "24:00", "15:60", "15-50", "15:5", "15:500", "aa:bb", "1a:30"})
        EXPECT_FALSE(parseSetting(definition, text)) << text;
}

TEST(SettingValue, ReadsDurationsInMinutesAndHours) {
    const SettingDefinition hours =
        setting::number(SettingKind::Duration, "x.y", "120", "1", "1000", "h", setting::Live, "A span.");
    EXPECT_EQ(*parseSetting(hours, "120"), SettingValue(Duration::hours(120)));
    EXPECT_EQ(settingText(hours, Duration::hours(120)), "120");
    for (const char* text : {"0", "1.5", "1001", "9223372036854775807", "-1"})
        EXPECT_FALSE(parseSetting(hours, text)) << text;
}

} // namespace
} // namespace strikedesk
