// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Uses the key store of the session it runs in and says how that went, a line each.

#include "core/io/keys/broker_key_store.h"
#include "core/io/keys/keychain_store.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

namespace {

using namespace strikedesk;

void say(const char* what, const std::string& how) {
    std::printf("%s %s\n", what, how.c_str());
    std::fflush(stdout);
}

std::string wordOf(const Status& status) { return status ? "ok" : status.error().messageId; }

std::string wordOf(const Result<std::optional<std::string>>& found) {
    return !found ? found.error().messageId : found->value_or("none");
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    keys::KeychainStore store;
    keys::BrokerKeyStore keys(store, "test");
    const auto look = [&keys](const char* what, const char* slot, std::function<void()> then) {
        keys.look(slot, [what, then = std::move(then)](const auto& found) {
            say(what, wordOf(found));
            then();
        });
    };
    const auto end = [] { QCoreApplication::quit(); };
    QTimer::singleShot(0, &application, [&] {
        look("before", "paper", [&] {
            keys.store("paper", Secret("PKABCDEFGH1234"), Secret("s/e+c=ret"), [&](const Status& stored) {
                say("store", wordOf(stored));
                look("after", "paper", [&] {
                    look("live", "live", [&] {
                        keys.remove("paper", [&](const Status& removed) {
                            say("remove", wordOf(removed));
                            look("gone", "paper", end);
                        });
                    });
                });
            });
        });
    });
    return QCoreApplication::exec();
}
