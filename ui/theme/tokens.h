// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

#include <cstdint>

namespace strikedesk::ui {

/// Every colour of the window by its use. No panel names a colour any other way.
enum class Token : std::uint8_t {
    Canvas,   ///< behind the panels
    Panel,    ///< a panel's surface
    Raised,   ///< headers, fields, hovered rows
    Line,     ///< separators, grid
    Text,     ///< all that is read
    Muted,    ///< labels, secondary figures
    Accent,   ///< focus, selection, links, levels
    Up,       ///< rising price, gain, buy
    Down,     ///< falling price, loss, sell
    Warn,     ///< near a limit, stale
    Danger,   ///< kill, live
    OnColour, ///< text on Accent, Up, Down, Warn or Danger
};
inline constexpr int kTokenCount = 12;

/// Which surfaces.
enum class ThemeKind : std::uint8_t { Dark, Light };
/// Which pair means up and down.
enum class SignColours : std::uint8_t {
    GreenRed,
    BlueOrange, ///< for people who do not tell green from red
};

/// The colour of a token in a theme.
QColor tokenColour(Token token, ThemeKind kind, SignColours signs);

/// The colour of a link group, 1 (A) to 8 (H); told by its letter as well.
QColor groupColour(int group, ThemeKind kind);

/// Sizes in device-independent pixels at the system's normal font scale.
namespace metrics {
inline constexpr int kGrid = 4;
inline constexpr int kRadius = 3;
inline constexpr int kPanelHeader = 26;
inline constexpr int kRow = 22;
inline constexpr int kLabel = 10; ///< font sizes
inline constexpr int kSecondary = 11;
inline constexpr int kBody = 12;
inline constexpr int kTable = 13;
inline constexpr int kTitle = 14;
} // namespace metrics

} // namespace strikedesk::ui
