// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_store.h"

#include <QObject>

namespace strikedesk::keys {

/// The key store of the operating system (Secret Service or KWallet, macOS Keychain, Windows Credential
/// Manager) through QtKeychain. There is no fallback in plain text: without a key store every call fails with
/// a sentence that says so. One thread with an event loop.
class KeychainStore final : public SecretStore {
public:
    void read(const std::string& name, std::function<void(Result<std::optional<Secret>>)> answered) override;
    void write(const std::string& name, Secret value, std::function<void(Status)> answered) override;
    void remove(const std::string& name, std::function<void(Status)> answered) override;

private:
    QObject m_owner; ///< answers that come after it is gone are dropped
};

} // namespace strikedesk::keys
