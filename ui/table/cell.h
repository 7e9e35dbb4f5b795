// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QList>
#include <QMetaType>
#include <QString>

#include <cstdint>
#include <vector>

namespace strikedesk::ui {

/// What a cell draws besides its text.
enum class CellKind : std::uint8_t {
    Text,
    Spark, ///< `spark` as a line
    Bar,   ///< `share` as a horizontal bar, text over it
};

/// One cell as a delegate paints it. Cheap to copy.
struct Cell {
    QString text;
    Token colour = Token::Text;
    QFont::Weight weight = QFont::Normal;
    CellKind kind = CellKind::Text;
    QList<float> spark;
    double share = 0; ///< −1 to 1; below zero the bar grows to the left
    double flash = 0; ///< −1 (just fell) to 1 (just rose), fading to 0
    QString hint;     ///< tool tip
    QString badge;    ///< a word in a frame behind the text: "H"
    Token badgeColour = Token::Warn;
};

/// The role under which a TableModel answers a Cell.
inline constexpr int kCellRole = Qt::UserRole + 1;

/// One column there may be.
struct TableColumn {
    QString id;     ///< kept in layouts: "relative-volume"
    QString title;  ///< translated: "RVol"
    QString hint;   ///< translated; the chooser and the tool tip say it
    int width = 60; ///< preferred, device-independent pixels at 1×
    Qt::Alignment alignment = Qt::AlignRight;
    bool isShown = true;     ///< before a person chose
    bool isRequired = false; ///< cannot be hidden
};

} // namespace strikedesk::ui

Q_DECLARE_METATYPE(strikedesk::ui::Cell)
