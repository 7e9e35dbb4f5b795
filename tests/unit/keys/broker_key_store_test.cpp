// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keys/broker_key_store.h"
#include "tests/support/fake_secret_store.h"

#include <gtest/gtest.h>

namespace strikedesk::keys {
namespace {

struct Bench {
    FakeSecretStore store;
    BrokerKeyStore keys{store, "default"};

    Status put(const std::string& slot, const std::string& id, const std::string& secret) {
        Status answer = done();
        keys.store(slot, Secret(id), Secret(secret), [&answer](const Status& status) { answer = status; });
        return answer;
    }
    Result<std::optional<std::string>> look(const std::string& slot) const {
        std::optional<Result<std::optional<std::string>>> answer;
        keys.look(slot, [&answer](const auto& found) { answer = found; });
        return *answer;
    }
};

TEST(BrokerKeyStore, GivesBackWhatWasStoredAndShowsOnlyTheEndOfTheId) {
    Bench bench;
    EXPECT_FALSE(bench.look("paper")->has_value());
    ASSERT_TRUE(bench.put("paper", "PKABCDEFGH1234", "very-secret").ok());
    EXPECT_EQ(*bench.look("paper"), "1234");
    bool loaded = false;
    bench.keys.load("paper", [&loaded](const Result<std::optional<StoredKeys>>& keys) {
        ASSERT_TRUE(keys.ok() && keys->has_value());
        EXPECT_TRUE((*keys)->keyId.equals("PKABCDEFGH1234"));
        EXPECT_TRUE((*keys)->secretKey.equals("very-secret"));
        loaded = true;
    });
    EXPECT_TRUE(loaded);
}

TEST(BrokerKeyStore, PaperLiveAndProfilesNeverSeeEachOthersKeys) {
    Bench bench;
    ASSERT_TRUE(bench.put("paper", "PK00000000", "a").ok());
    EXPECT_FALSE(bench.look("live")->has_value());
    BrokerKeyStore other(bench.store, "evening");
    other.look("paper", [](const auto& found) { EXPECT_FALSE(found->has_value()); });
    ASSERT_TRUE(bench.put("live", "AK00000000", "b").ok());
    EXPECT_EQ(bench.store.held.size(), 2U);
    bench.keys.remove("live", [](const Status& removed) { EXPECT_TRUE(removed.ok()); });
    EXPECT_TRUE(bench.look("paper")->has_value());
    EXPECT_FALSE(bench.look("live")->has_value());
}

TEST(BrokerKeyStore, RefusesWhatCannotBeAKeyAndStoresNothing) {
    Bench bench;
    const std::pair<std::string, std::string> wrong[] = {
        {"", "hidden"},
        {"id", ""},
        {"i d", "hidden"},
        {"id\n", "hidden"},
        {"id", "sec\nret"},
        {"id", "hid den"},
        {"id", "s\x7F"},
        {"\xC3\xA9", "hidden"},
        {std::string(201, 'x'), "hidden"},
        {"id", std::string(201, 'x')},
    };
    for (const auto& [id, secret] : wrong) {
        const Status stored = bench.put("paper", id, secret);
        ASSERT_FALSE(stored.ok());
        EXPECT_EQ(stored.error().kind, ErrorKind::InvalidInput);
        if (!secret.empty()) {
            EXPECT_EQ(stored.error().message.find(secret), std::string::npos);
        }
    }
    for (const char* slot : {"", "demo", "Paper", "paper/../live"}) {
        EXPECT_FALSE(bench.put(slot, "id", "secret").ok()) << slot;
        EXPECT_FALSE(bench.look(slot).ok()) << slot;
    }
    EXPECT_TRUE(bench.store.held.empty());
}

TEST(BrokerKeyStore, AForeignEntryIsDamageAndNotAKey) {
    Bench bench;
    for (const char* entry : {"", "no separator", "\nsecret", "id\n", "id\nsecret\nmore"}) {
        bench.store.held["default/alpaca/paper"] = entry;
        const auto found = bench.look("paper");
        ASSERT_FALSE(found.ok()) << entry;
        EXPECT_EQ(found.error().messageId, "keys.damaged");
    }
}

TEST(BrokerKeyStore, AnIdTooShortToCutIsNotShownWhole) {
    Bench bench;
    ASSERT_TRUE(bench.put("paper", "abc", "secret").ok());
    EXPECT_EQ(*bench.look("paper"), "c");
}

TEST(BrokerKeyStore, AFailingStoreIsNotAMissingKey) {
    Bench bench;
    bench.store.failure = Error{ErrorKind::Unavailable, "keys.no_store", "No key store.", {}, {}};
    EXPECT_EQ(bench.look("paper").error().kind, ErrorKind::Unavailable);
    EXPECT_EQ(bench.put("paper", "id", "secret").error().kind, ErrorKind::Unavailable);
}

} // namespace
} // namespace strikedesk::keys
