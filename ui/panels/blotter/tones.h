// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/blotter/trade_words.h"
#include "ui/theme/tokens.h"

namespace strikedesk::ui {

/// The colour of a word in a table.
constexpr Token tokenOf(WordTone tone) {
    switch (tone) {
    case WordTone::Plain:
        return Token::Text;
    case WordTone::Quiet:
        return Token::Muted;
    case WordTone::Busy:
        return Token::Accent;
    case WordTone::Good:
        return Token::Up;
    case WordTone::Warn:
        return Token::Warn;
    case WordTone::Bad:
        return Token::Danger;
    }
    return Token::Text;
}

} // namespace strikedesk::ui
