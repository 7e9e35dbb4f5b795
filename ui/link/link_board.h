// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/symbol.h"
#include "ui/readers/subscription.h"

#include <array>
#include <cstdint>

namespace strikedesk::ui {

/// Panels of one group show the same symbol and contract. None follows nobody.
enum class LinkGroup : std::uint8_t { None, A, B, C, D, E, F, G, H };
inline constexpr int kLinkGroupCount = 9;

/// What a group looks at: an underlying and, once chosen, one of its option contracts (empty before).
struct LinkSelection {
    Symbol underlying;
    Symbol contract;
    friend bool operator==(const LinkSelection&, const LinkSelection&) = default;
};

/// What each group looks at. GUI thread.
class LinkBoard {
public:
    const LinkSelection& selection(LinkGroup group) const { return m_groups[index(group)].selection; }
    /// A new underlying forgets the contract of another one.
    void selectUnderlying(LinkGroup group, const Symbol& underlying) {
        if (selection(group).underlying == underlying)
            return;
        set(group, {underlying, Symbol()});
    }
    void selectContract(LinkGroup group, const Symbol& underlying, const Symbol& contract) {
        set(group, {underlying, contract});
    }
    Subscription subscribe(LinkGroup group, std::function<void()> changed) {
        return m_groups[index(group)].changed.subscribe(std::move(changed));
    }

private:
    struct Group {
        LinkSelection selection;
        Publisher changed;
    };
    static std::size_t index(LinkGroup group) { return static_cast<std::size_t>(group); }
    void set(LinkGroup group, LinkSelection selection) {
        Group& held = m_groups[index(group)];
        if (group == LinkGroup::None || held.selection == selection)
            return;
        held.selection = std::move(selection);
        held.changed.publish();
    }

    std::array<Group, kLinkGroupCount> m_groups;
};

} // namespace strikedesk::ui
