// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/stored_key_vault.h"
#include "app/host/hosted_session.h"
#include "tests/support/fake_secret_store.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace strikedesk {
namespace {

constexpr const char* kId = "STRIKEDESK_SECRET_ALPACA_KEY_ID";
constexpr const char* kSecret = "STRIKEDESK_SECRET_ALPACA_SECRET_KEY";

/// Each test starts without keys in the environment.
class BrokerKeys : public testing::Test {
protected:
    BrokerKeys() { clear(); }
    ~BrokerKeys() override { clear(); }
    static void clear() {
        qunsetenv(kId);
        qunsetenv(kSecret);
    }
    Result<alpaca::AlpacaKeys> find(session::Mode mode) {
        const host::BrokerKeyFinder finder(store, "default");
        std::optional<Result<alpaca::AlpacaKeys>> answer;
        finder.find(mode, redactor, [&answer](Result<alpaca::AlpacaKeys> keys) { answer = std::move(keys); });
        return std::move(*answer);
    }
    FakeSecretStore store;
    std::shared_ptr<Redactor> redactor = std::make_shared<Redactor>();
};

TEST_F(BrokerKeys, AreTheStoredOnesOfTheMode) {
    store.held["default/alpaca/paper"] = "PKPAPER00001\npaper-secret";
    store.held["default/alpaca/live"] = "AKLIVE000002\nlive-secret";
    store.held["evening/alpaca/paper"] = "PKEVENING003\nevening-secret";
    const auto paper = find(session::Mode::Paper);
    ASSERT_TRUE(paper);
    EXPECT_TRUE(paper->keyId.equals("PKPAPER00001"));
    EXPECT_TRUE(paper->secretKey.equals("paper-secret"));
    const auto live = find(session::Mode::Live);
    ASSERT_TRUE(live);
    EXPECT_TRUE(live->keyId.equals("AKLIVE000002"));
    // Whoever logs them from now on logs nothing.
    const std::string line = redactor->redact("sent PKPAPER00001 paper-secret AKLIVE000002 live-secret");
    for (const char* hidden : {"PKPAPER00001", "paper-secret", "AKLIVE000002", "live-secret"})
        EXPECT_EQ(line.find(hidden), std::string::npos) << line;
}

TEST_F(BrokerKeys, OfTheEnvironmentGoFirstAndAreNeverMixedWithStoredOnes) {
    store.held["default/alpaca/paper"] = "PKPAPER00001\npaper-secret";
    qputenv(kId, "PKENVIRON004");
    const auto half = find(session::Mode::Paper);
    ASSERT_FALSE(half);
    EXPECT_EQ(half.error().messageId, "host.keys.half");
    qputenv(kSecret, "environment-secret");
    const auto whole = find(session::Mode::Paper);
    ASSERT_TRUE(whole);
    EXPECT_TRUE(whole->keyId.equals("PKENVIRON004"));
    EXPECT_TRUE(whole->secretKey.equals("environment-secret"));
    EXPECT_EQ(store.reads, 0);
    EXPECT_EQ(redactor->redact("environment-secret"), Redactor::kMask);
}

TEST_F(BrokerKeys, MissingDamagedRefusedAndNoStoreAreFourSentences) {
    const auto missing = find(session::Mode::Live);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().messageId, "host.keys.missing");
    store.held["default/alpaca/paper"] = "somebody else's entry";
    EXPECT_EQ(find(session::Mode::Paper).error().messageId, "keys.damaged");
    store.failure = keyStoreRefused();
    EXPECT_EQ(find(session::Mode::Paper).error().kind, ErrorKind::Refused);
    store.failure = noKeyStore();
    EXPECT_EQ(find(session::Mode::Paper).error().kind, ErrorKind::Unavailable);
    // Without a store the environment is the way.
    qputenv(kId, "PKENVIRON004");
    qputenv(kSecret, "environment-secret");
    EXPECT_TRUE(find(session::Mode::Paper));
}

TEST_F(BrokerKeys, TheVaultStoresShowsTheEndAndForgets) {
    desk::StoredKeyVault vault(store, "default", redactor);
    std::vector<std::string> told;
    vault.stored = [&told](const std::string& slot) { told.push_back(slot); };
    const auto end = [&vault](const char* slot) {
        std::string shown;
        vault.look(slot, [&shown](const Result<std::optional<std::string>>& found) {
            shown = found ? found->value_or("none") : found.error().messageId;
        });
        return shown;
    };
    EXPECT_EQ(end("paper"), "none");
    vault.store("paper", {"PKPAPER00001", Secret("paper-secret")},
                [](const Status& status) { EXPECT_TRUE(status); });
    EXPECT_EQ(store.held.at("default/alpaca/paper"), "PKPAPER00001\npaper-secret");
    EXPECT_EQ(end("paper"), "0001");
    EXPECT_EQ(end("live"), "none");
    EXPECT_EQ(told, std::vector<std::string>{"paper"});
    EXPECT_EQ(redactor->redact("paper-secret"), Redactor::kMask);
    EXPECT_FALSE(vault.environmentEnd("paper"));
    qputenv(kId, "PKENVIRON004");
    EXPECT_FALSE(vault.environmentEnd("paper"));
    qputenv(kSecret, "environment-secret");
    EXPECT_EQ(vault.environmentEnd("paper"), "N004");
    vault.remove("paper", [](const Status& status) { EXPECT_TRUE(status); });
    EXPECT_TRUE(store.held.empty());
    store.failure = keyStoreRefused();
    vault.store("live", {"AKLIVE000002", Secret("live-secret")},
                [](const Status& status) { EXPECT_EQ(status.error().kind, ErrorKind::Refused); });
    EXPECT_EQ(told.size(), 1U);
    EXPECT_EQ(end("paper"), "keys.refused");
}

TEST_F(BrokerKeys, TheDataKeyHasOnePartAndIsNoLossWhereItIsMissing) {
    const host::BrokerKeyFinder finder(store, "default");
    const auto found = [&] {
        std::optional<Result<Secret>> answer;
        finder.findDataKey(redactor, [&answer](Result<Secret> key) { answer = std::move(key); });
        return std::move(*answer);
    };
    EXPECT_TRUE(found()->isEmpty());
    desk::StoredKeyVault vault(store, "default", redactor);
    vault.store("polygon", {"polygon", Secret("polygon-data-key")},
                [](const Status& status) { EXPECT_TRUE(status); });
    EXPECT_TRUE(found()->equals("polygon-data-key"));
    EXPECT_EQ(redactor->redact("polygon polygon-data-key"), "polygon " + std::string(Redactor::kMask))
        << "the word that stands for the missing part is no secret";
    EXPECT_FALSE(vault.environmentEnd("polygon"));
    qputenv("STRIKEDESK_SECRET_POLYGON_KEY", "environment-data-key");
    EXPECT_TRUE(found()->equals("environment-data-key"));
    EXPECT_TRUE(vault.environmentEnd("polygon"));
    qunsetenv("STRIKEDESK_SECRET_POLYGON_KEY");
    store.failure = keyStoreRefused();
    EXPECT_EQ(found().error().kind, ErrorKind::Refused);
}

TEST_F(BrokerKeys, ASessionThatFindsNoneSaysSoAndDoesNotWait) {
    QTemporaryDir folder;
    host::CommonOptions common;
    common.dataDirectory = folder.path().toStdString();
    common.values["mode"] = "paper";
    auto environment = host::prepare(common);
    ASSERT_TRUE(environment);
    auto fake = std::make_unique<FakeSecretStore>();
    FakeSecretStore& slow = *fake;
    slow.isSlow = true;
    host::HostedSession hosted(std::move(*environment), std::move(fake));
    std::vector<std::string> failures;
    hosted.failed = [&failures](const Error& error) { failures.push_back(error.messageId); };
    hosted.start("none");
    hosted.start("none");
    EXPECT_TRUE(failures.empty());
    slow.answerAll();
    EXPECT_EQ(failures, std::vector<std::string>{"host.keys.missing"});
    // Stopped while the key store thinks: its answer starts nothing.
    slow.held["default/alpaca/paper"] = "PKPAPER00001\npaper-secret";
    hosted.start("none");
    hosted.stop();
    slow.answerAll();
    EXPECT_EQ(hosted.session(), nullptr);
    slow.failure = noKeyStore();
    hosted.start("none");
    slow.answerAll();
    EXPECT_EQ(failures.back(), "keys.no_store");
}

} // namespace
} // namespace strikedesk
