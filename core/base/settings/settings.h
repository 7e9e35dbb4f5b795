// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings/setting_list.h"
#include "core/base/settings/setting_value.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strikedesk {

/// Where the value in force comes from; a later layer wins.
enum class SettingLayer : std::uint8_t {
    Default,     ///< the list in code
    Stored,      ///< the settings table
    Environment, ///< a STRIKEDESK_ variable
    CommandLine, ///< an option of the program
};

/// "default", "stored", "environment", "command line".
std::string_view settingLayerName(SettingLayer layer);

/// Texts by key, or by variable name for the environment.
using SettingTexts = std::map<std::string, std::string>;

/// What stands above the defaults, handed in by whoever starts the program. The whole environment may be
/// given: only STRIKEDESK_ variables are looked at, and those of STRIKEDESK_SECRET_ and STRIKEDESK_SHARED_DIR
/// are not settings.
struct SettingLayers {
    SettingTexts stored;
    SettingTexts environment;
    SettingTexts commandLine;
};

/// "orders.fill_wait_seconds" → "STRIKEDESK_ORDERS_FILL_WAIT_SECONDS".
std::string settingVariable(std::string_view key);

/// One immutable set of values for every setting, with where each came from. Cheap enough to copy to another
/// thread; a change makes a new one. Getters take a key that is checked when the program is compiled.
class Settings {
public:
    /// The defaults.
    Settings();
    /// Reads all layers. The error's message has one line for each thing that is wrong: an unknown key, a
    /// value outside its range, figures that contradict each other.
    static Result<Settings> tryFrom(const SettingLayers& layers);

    bool isOn(SettingKey<SettingKind::Switch> key) const { return get<bool>(key.index()); }
    std::int64_t integer(SettingKey<SettingKind::Integer> key) const {
        return get<std::int64_t>(key.index());
    }
    Decimal decimal(SettingKey<SettingKind::Decimal> key) const { return get<Decimal>(key.index()); }
    Price price(SettingKey<SettingKind::Price> key) const { return get<Price>(key.index()); }
    Money money(SettingKey<SettingKind::Money> key) const { return get<Money>(key.index()); }
    /// A span, or for a time of day the span since midnight in New York.
    Duration duration(SettingKey<SettingKind::Duration, SettingKind::TimeOfDay> key) const {
        return get<Duration>(key.index());
    }
    const std::string& text(SettingKey<SettingKind::Text, SettingKind::Url, SettingKind::Choice> key) const {
        return get<std::string>(key.index());
    }

    /// By a key known only at run time, as text. Error: no such setting.
    Result<std::string> textOf(std::string_view key) const;
    /// Which layer the value in force comes from. Error: no such setting.
    Result<SettingLayer> layerOf(std::string_view key) const;

    /// A snapshot with one stored value changed. Errors: no such setting, not allowed, contradicts another,
    /// or overridden by the environment or the command line, where the change would have no effect. A change
    /// of an AtStart setting is in the snapshot; the parts concerned read it at the next start.
    Result<Settings> withStored(std::string_view key, std::string_view text) const;

    template <class A>
    void archive(A& a) {
        ArchivedValues values;
        if constexpr (!A::kReading)
            values = archived();
        a.field("values", values);
        if constexpr (A::kReading)
            if (!restore(values))
                a.fail("settings");
    }

    friend bool operator==(const Settings&, const Settings&) = default;

private:
    struct Entry {
        SettingValue value;
        SettingLayer layer = SettingLayer::Default;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    using ArchivedValues = std::map<std::string, std::pair<SettingLayer, std::string>>;

    template <class T>
    const T& get(std::size_t index) const {
        const T* value = std::get_if<T>(&m_entries[index].value);
        STRIKEDESK_ASSERT(value != nullptr, "a setting holds a value of its kind");
        return *value;
    }
    /// Sets one value by key; the error when it cannot be.
    Status assign(std::string_view key, std::string_view text, SettingLayer layer);
    Status assignVariable(const std::string& variable, std::string_view text);
    Status checkTogether() const;
    ArchivedValues archived() const;
    bool restore(const ArchivedValues& values);

    std::vector<Entry> m_entries;
};

} // namespace strikedesk
