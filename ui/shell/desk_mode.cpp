// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/desk_mode.h"

#include <QCoreApplication>

namespace strikedesk::ui {

namespace {
struct ModeWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::DeskMode)
};
} // namespace

QString modeWord(DeskMode mode) {
    switch (mode) {
    case DeskMode::Demo:
        return ModeWords::tr("DEMO");
    case DeskMode::Paper:
        return ModeWords::tr("PAPER");
    case DeskMode::Live:
        return ModeWords::tr("LIVE");
    case DeskMode::Replay:
        return ModeWords::tr("REPLAY");
    }
    return {};
}

QString modeSentence(DeskMode mode) {
    switch (mode) {
    case DeskMode::Demo:
        return ModeWords::tr("Simulated market and account on this machine. No order leaves it.");
    case DeskMode::Paper:
        return ModeWords::tr("The broker's paper account: real market data, pretended money.");
    case DeskMode::Live:
        return ModeWords::tr("Real money. Every order goes to the broker's live account.");
    case DeskMode::Replay:
        return ModeWords::tr("A recorded session. Nothing leaves this machine.");
    }
    return {};
}

Token modeToken(DeskMode mode) {
    switch (mode) {
    case DeskMode::Demo:
        return Token::Accent;
    case DeskMode::Paper:
        return Token::Warn;
    case DeskMode::Live:
        return Token::Danger;
    case DeskMode::Replay:
        return Token::Muted;
    }
    return Token::Muted;
}

} // namespace strikedesk::ui
