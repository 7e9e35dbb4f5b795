// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/stored_key_vault.h"
#include "tests/support/fake_secret_store.h"
#include "ui/settings/broker_keys_form.h"

#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

constexpr const char* kPaper = "default/alpaca/paper";

/// The form as the program composes it, over a key store in memory.
struct FormRig {
    FakeSecretStore store;
    desk::StoredKeyVault vault{store, "default", std::make_shared<Redactor>()};
    std::unique_ptr<BrokerKeysForm> form;

    FormRig() {
        qunsetenv("STRIKEDESK_SECRET_ALPACA_KEY_ID");
        qunsetenv("STRIKEDESK_SECRET_ALPACA_SECRET_KEY");
    }
    void open() {
        form = std::make_unique<BrokerKeysForm>(vault, QStringLiteral("paper"), nullptr);
        form->show();
    }
    template <class W>
    W* child(const char* name) const {
        return form->findChild<W*>(QStringLiteral("keys.paper.") + QString::fromLatin1(name));
    }
    void press(const char* name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void type(const char* id, const char* secret) const {
        child<QLineEdit>("id")->setText(QString::fromLatin1(id));
        child<QLineEdit>("secret")->setText(QString::fromLatin1(secret));
    }
    /// Everything a person can read on the form.
    QString words() const {
        QString all;
        for (const QLabel* label : form->findChildren<QLabel*>())
            all += label->text() + QLatin1Char('\n');
        for (const QLineEdit* field : form->findChildren<QLineEdit*>())
            all += field->text() + field->toolTip() + QLatin1Char('\n');
        return all;
    }
};

TEST(BrokerKeysForm, StoresShowsOnlyTheEndOfTheIdAndRemovesOnTheSecondPress) {
    FormRig rig;
    rig.open();
    EXPECT_EQ(rig.form->state(), QStringLiteral("No key is stored."));
    EXPECT_FALSE(rig.child<QPushButton>("remove")->isEnabled());
    rig.type("  PKABCDEFGH1234\n", "\"very/secret+key\"");
    rig.press("store");
    EXPECT_EQ(rig.store.held.at(kPaper), "PKABCDEFGH1234\nvery/secret+key");
    EXPECT_TRUE(rig.form->state().contains(QStringLiteral("1234")));
    EXPECT_FALSE(rig.words().contains(QStringLiteral("H1234")));
    EXPECT_FALSE(rig.words().contains(QStringLiteral("secret+")));
    rig.press("remove");
    EXPECT_EQ(rig.store.held.size(), 1U);
    rig.press("remove");
    EXPECT_TRUE(rig.store.held.empty());
    EXPECT_EQ(rig.form->state(), QStringLiteral("No key is stored."));
}

TEST(BrokerKeysForm, RefusesWhatCannotBeAKeyBeforeTheStoreIsAsked) {
    FormRig rig;
    rig.open();
    const std::pair<const char*, const char*> wrong[] = {{"", "long-enough-secret"},
                                                         {"PKABCDEFGH1234", ""},
                                                         {"PK AB CD EF", "long-enough-secret"},
                                                         {"PK1", "long-enough-secret"},
                                                         {"PKABCDEFGH1234", "two words here"},
                                                         {"\"\"", "''"}};
    for (const auto& [id, secret] : wrong) {
        rig.type(id, secret);
        rig.press("store");
        EXPECT_FALSE(rig.form->result().isEmpty()) << id;
        EXPECT_TRUE(rig.store.held.empty()) << id;
    }
}

TEST(BrokerKeysForm, SaysWhatIsWrongWithTheStoreAndLooksAgainWhenShownAgain) {
    FormRig rig;
    rig.store.failure = keyStoreRefused();
    rig.open();
    EXPECT_EQ(rig.form->state(), QStringLiteral("The key store did not let this program in."));
    rig.type("PKABCDEFGH1234", "long-enough-secret");
    rig.press("store");
    EXPECT_EQ(rig.form->result(), QStringLiteral("The key store did not let this program in."));
    EXPECT_TRUE(rig.store.held.empty());
    EXPECT_FALSE(rig.words().contains(QStringLiteral("long-enough")));
    rig.form->hide();
    rig.store.failure = noKeyStore();
    rig.form->show();
    EXPECT_EQ(rig.form->state(), QStringLiteral("No key store is running."));
    rig.form->hide();
    rig.store.failure.reset();
    rig.store.held[kPaper] = "no broker key";
    rig.form->show();
    EXPECT_TRUE(rig.form->state().contains(QStringLiteral("Enter the keys again")));
    // A damaged entry is replaced like any other.
    rig.type("PKABCDEFGH1234", "long-enough-secret");
    rig.press("store");
    EXPECT_TRUE(rig.form->state().contains(QStringLiteral("1234")));
}

TEST(BrokerKeysForm, StaysUsableWhileTheStoreThinksAndOutlivesNoAnswer) {
    FormRig rig;
    rig.store.isSlow = true;
    rig.open();
    EXPECT_TRUE(rig.form->state().startsWith(QStringLiteral("Looking")));
    rig.type("PKABCDEFGH1234", "long-enough-secret");
    rig.press("store");
    EXPECT_FALSE(rig.child<QPushButton>("store")->isEnabled());
    EXPECT_TRUE(rig.child<QLineEdit>("secret")->text().isEmpty());
    rig.store.answerAll();
    EXPECT_TRUE(rig.child<QPushButton>("store")->isEnabled());
    rig.store.answerAll();
    EXPECT_TRUE(rig.form->state().contains(QStringLiteral("1234")));
    rig.form->hide();
    rig.form->show();
    rig.form.reset();
    rig.store.answerAll();
}

TEST(BrokerKeysForm, IsNotAskedForWhileNobodySeesIt) {
    FormRig rig;
    const BrokerKeysForm hidden(rig.vault, QStringLiteral("live"), nullptr);
    EXPECT_EQ(rig.store.reads, 0);
}

TEST(BrokerKeysForm, SaysThatTheEnvironmentGoesFirst) {
    FormRig rig;
    rig.store.failure = noKeyStore();
    qputenv("STRIKEDESK_SECRET_ALPACA_KEY_ID", "PKENVIRON004");
    qputenv("STRIKEDESK_SECRET_ALPACA_SECRET_KEY", "environment-secret");
    rig.open();
    EXPECT_TRUE(rig.words().contains(QStringLiteral("N004")));
    EXPECT_FALSE(rig.words().contains(QStringLiteral("PKENVIRON")));
    EXPECT_FALSE(rig.words().contains(QStringLiteral("environment-secret")));
    qunsetenv("STRIKEDESK_SECRET_ALPACA_KEY_ID");
    qunsetenv("STRIKEDESK_SECRET_ALPACA_SECRET_KEY");
}

} // namespace
} // namespace strikedesk::ui
