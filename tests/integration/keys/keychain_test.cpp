// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLibrary>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace strikedesk {
namespace {

constexpr int kPatienceMs = 30'000;

/// Runs a command with a home of its own; what it printed.
QString run(const QString& program, const QStringList& arguments, QProcessEnvironment environment) {
    QTemporaryDir home;
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    environment.insert(QStringLiteral("XDG_CURRENT_DESKTOP"), QStringLiteral("GNOME"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    EXPECT_TRUE(process.waitForFinished(kPatienceMs)) << process.errorString().toStdString();
    EXPECT_EQ(process.exitCode(), 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

TEST(Keychain, WithoutAKeyStoreEveryCallSaysSoAtOnce) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    const QString said = run(QStringLiteral(STRIKEDESK_KEYCHAIN_PROGRAM), {}, environment);
    EXPECT_EQ(said.toStdString(), "before keys.no_store\nstore keys.no_store\nafter keys.no_store\n"
                                  "live keys.no_store\nremove keys.no_store\ngone keys.no_store\n");
}

TEST(Keychain, KeepsKeysInARealKeyStoreAndForgetsThemWhenTold) {
    const QString bus = QStandardPaths::findExecutable(QStringLiteral("dbus-run-session"));
    const QString keyring = QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon"));
    if (bus.isEmpty() || keyring.isEmpty())
        GTEST_SKIP() << "needs dbus-run-session and gnome-keyring-daemon";
    // QtKeychain loads it while running; without it there is no way to the service.
    QLibrary secretService(QStringLiteral("secret-1"), 0);
    if (!secretService.load())
        GTEST_SKIP() << "needs libsecret-1";
    const QString script = QStringLiteral("printf pw | '%1' --unlock --components=secrets >/dev/null && '%2'")
                               .arg(keyring, QStringLiteral(STRIKEDESK_KEYCHAIN_PROGRAM));
    const QString said = run(bus, {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), script},
                             QProcessEnvironment::systemEnvironment());
    EXPECT_EQ(said.toStdString(), "before none\nstore ok\nafter 1234\nlive none\nremove ok\ngone none\n");
}

} // namespace
} // namespace strikedesk
