// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/settings/settings.h"
#include "ui/readers/subscription.h"

#include <functional>
#include <optional>
#include <string>

namespace strikedesk::ui {

/// The settings in force and the way to change them. GUI thread; nothing here waits.
class SettingsReader {
public:
    virtual ~SettingsReader() = default;

    virtual Settings settings() const = 0;
    virtual Subscription subscribe(std::function<void()> changed) = 0;
    /// Checks, stores and applies one value; the error says what is allowed.
    virtual void change(const std::string& key, const std::string& text,
                        std::function<void(Status)> answered) = 0;
};

/// The broker keys of one mode.
struct BrokerKeys {
    std::string keyId;
    Secret secretKey;
};

/// Keys in the system's key store. Values go in and a yes or no comes out: the window never reads a key back.
class KeyVault {
public:
    virtual ~KeyVault() = default;

    /// "paper", "live" or "polygon". `answered`: whether a key is stored, and the end of its id for
    /// recognition.
    virtual void look(const std::string& slot,
                      std::function<void(Result<std::optional<std::string>>)> answered) = 0;
    virtual void store(const std::string& slot, BrokerKeys keys, std::function<void(Status)> answered) = 0;
    virtual void remove(const std::string& slot, std::function<void(Status)> answered) = 0;
    /// The end of the key id the environment gives for a slot, which goes before every stored key; nothing
    /// without one.
    virtual std::optional<std::string> environmentEnd(const std::string& slot) const = 0;
};

} // namespace strikedesk::ui
