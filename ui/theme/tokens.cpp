// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/tokens.h"

#include <array>

namespace strikedesk::ui {

namespace {

struct TokenRow {
    Token token;
    QRgb dark;
    QRgb light;
};

// The one place with colours. All text tokens keep at least 4.5:1 against Panel.
constexpr std::array<TokenRow, kTokenCount> kTokens = {{
    {Token::Canvas, 0xff0e1116, 0xfff3f5f8},
    {Token::Panel, 0xff151a21, 0xffffffff},
    {Token::Raised, 0xff1b222b, 0xffeef1f5},
    {Token::Line, 0xff262f3a, 0xffd5dbe3},
    {Token::Text, 0xffd7dee8, 0xff1b2430},
    {Token::Muted, 0xff8a96a6, 0xff5a6675},
    {Token::Accent, 0xff4da3ff, 0xff1565c0},
    {Token::Up, 0xff26a17b, 0xff0f7a5a},
    {Token::Down, 0xffe0556a, 0xffc2334a},
    {Token::Warn, 0xffe3a53a, 0xff9a6700},
    {Token::Danger, 0xffe0556a, 0xffc2334a},
    {Token::OnColour, 0xff0b0f14, 0xffffffff},
}};
constexpr QRgb kBlueDark = 0xff3d9df2;
constexpr QRgb kOrangeDark = 0xfff0883e;
constexpr QRgb kBlueLight = 0xff1565c0;
constexpr QRgb kOrangeLight = 0xffa84f00;

struct GroupRow {
    QRgb dark;
    QRgb light;
};
constexpr std::array<GroupRow, 8> kGroups = {{
    {0xff4da3ff, 0xff1565c0},
    {0xffe3a53a, 0xff8a5c00},
    {0xff9b8cff, 0xff5b45c9},
    {0xff38bfb4, 0xff0b736b},
    {0xfff08ac1, 0xffa82a6f},
    {0xff9ccc50, 0xff4b7312},
    {0xfff08a4b, 0xffa34a0c},
    {0xffb7c3d4, 0xff4c5a6b},
}};

} // namespace

QColor groupColour(int group, ThemeKind kind) {
    const auto place = static_cast<std::size_t>(group - 1) % kGroups.size();
    return QColor::fromRgb(kind == ThemeKind::Dark ? kGroups[place].dark : kGroups[place].light);
}

QColor tokenColour(Token token, ThemeKind kind, SignColours signs) {
    const bool dark = kind == ThemeKind::Dark;
    if (signs == SignColours::BlueOrange && token == Token::Up)
        return QColor::fromRgb(dark ? kBlueDark : kBlueLight);
    if (signs == SignColours::BlueOrange && token == Token::Down)
        return QColor::fromRgb(dark ? kOrangeDark : kOrangeLight);
    const TokenRow& row = kTokens[static_cast<std::size_t>(token)];
    return QColor::fromRgb(dark ? row.dark : row.light);
}

} // namespace strikedesk::ui
