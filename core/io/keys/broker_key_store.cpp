// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keys/broker_key_store.h"

#include <algorithm>
#include <utility>

namespace strikedesk::keys {

namespace {

constexpr std::size_t kLongestHalf = 200;
constexpr std::size_t kShownOfId = 4;
/// Between the halves; neither may hold it.
constexpr char kBetween = '\n';

/// One word of visible characters, as brokers make their keys.
bool isKeyText(const Secret& half) {
    return half.reveal([](std::string_view text) {
        return !text.empty() && text.size() <= kLongestHalf &&
               std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
    });
}

/// Both halves as one secret.
Secret joined(const Secret& keyId, const Secret& secretKey) {
    return keyId.reveal([&secretKey](std::string_view id) {
        return secretKey.reveal([id](std::string_view secret) {
            std::string text;
            text.reserve(id.size() + secret.size() + 1); // or growing would leave copies behind
            text.append(id).append(1, kBetween).append(secret);
            return Secret::takeFrom(text);
        });
    });
}

Result<StoredKeys> split(const Secret& entry) {
    StoredKeys keys;
    entry.reveal([&keys](std::string_view text) {
        const std::size_t at = text.find(kBetween);
        if (at == std::string_view::npos)
            return;
        keys.keyId = Secret(text.substr(0, at));
        keys.secretKey = Secret(text.substr(at + 1));
    });
    if (!isKeyText(keys.keyId) || !isKeyText(keys.secretKey))
        return Error{ErrorKind::Storage,
                     "keys.damaged",
                     "What the key store holds for this account is no broker key. Enter the keys again.",
                     {},
                     {}};
    return keys;
}

} // namespace

std::string shownEnd(const Secret& keyId) {
    return keyId.reveal([](std::string_view id) {
        return std::string(id.substr(id.size() - std::min(kShownOfId, id.size() / 2)));
    });
}

Result<std::string> BrokerKeyStore::entryOf(const std::string& slot) const {
    if (slot == kDataSlot)
        return m_profile + "/polygon/data";
    if (slot != "paper" && slot != "live")
        return invalidInput("keys.slot",
                            "Keys are kept for the paper and the live account and for Polygon's "
                            "data only.",
                            slot);
    return m_profile + "/alpaca/" + slot;
}

void BrokerKeyStore::load(const std::string& slot,
                          std::function<void(Result<std::optional<StoredKeys>>)> answered) const {
    const auto name = entryOf(slot);
    if (!name) {
        answered(name.error());
        return;
    }
    m_store.read(*name, [answered = std::move(answered)](const Result<std::optional<Secret>>& entry) {
        if (!entry) {
            answered(entry.error());
            return;
        }
        if (!entry->has_value()) {
            answered(std::optional<StoredKeys>());
            return;
        }
        auto keys = split(**entry);
        if (!keys)
            answered(keys.error());
        else
            answered(std::optional<StoredKeys>(std::move(*keys)));
    });
}

void BrokerKeyStore::look(const std::string& slot,
                          std::function<void(Result<std::optional<std::string>>)> answered) const {
    load(slot, [answered = std::move(answered)](const Result<std::optional<StoredKeys>>& keys) {
        if (!keys) {
            answered(keys.error());
            return;
        }
        if (!keys->has_value()) {
            answered(std::optional<std::string>());
            return;
        }
        answered(std::optional(shownEnd((*keys)->keyId)));
    });
}

void BrokerKeyStore::store(const std::string& slot, const Secret& keyId, const Secret& secretKey,
                           std::function<void(Status)> answered) const {
    const auto name = entryOf(slot);
    if (!name) {
        answered(name.error());
        return;
    }
    if (!isKeyText(keyId) || !isKeyText(secretKey)) {
        answered(invalidInput("keys.text", "A key id and a secret key are one word each, as the broker shows "
                                           "them. Copy both again."));
        return;
    }
    m_store.write(*name, joined(keyId, secretKey), std::move(answered));
}

void BrokerKeyStore::remove(const std::string& slot, std::function<void(Status)> answered) const {
    const auto name = entryOf(slot);
    if (!name) {
        answered(name.error());
        return;
    }
    m_store.remove(*name, std::move(answered));
}

} // namespace strikedesk::keys
