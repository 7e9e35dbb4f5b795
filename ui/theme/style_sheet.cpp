// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"

#include <QHash>

namespace strikedesk::ui {

namespace {

// Names between @ are replaced by colours and sizes. By role and tone (dynamic properties), never by class
// names of ours: those carry no meta object.

const char* const kBasics = R"(
QToolTip { background: @raised@; color: @text@; border: 1px solid @line@; padding: 5px 7px; }
QLabel[role="muted"] { color: @muted@; font-size: @secondary@; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="product"] { font-size: @title@; font-weight: 700; }
QLabel[role="heading"] { font-size: @title@; font-weight: 600; }
QLabel[role="title"] { font-size: @large@; font-weight: 700; }
QLabel[role="toastHead"] { color: @muted@; font-size: @secondary@; font-weight: 600; }
QLabel[tone="warn"] { color: @warn@; }
QLabel[tone="danger"] { color: @danger@; }
QLabel[tone="good"] { color: @up@; }
QFrame[surface="overlay"] { background: @panel@; border: 1px solid @lineStrong@; border-radius: 6px; }
QFrame[surface="card"] { background: @panel@; border: 1px solid @line@; border-radius: 6px; }
QFrame[surface="toast"] { background: @raised@; border: 1px solid @lineStrong@; border-left: 3px solid @accent@;
    border-radius: @radius@; }
QFrame[surface="toast"][tone="warn"] { border-left-color: @warn@; }
QFrame[surface="toast"][tone="danger"] { border-left-color: @danger@; }
QWidget#status--first[tone="warn"], QWidget#status--second[tone="warn"] { background: @warnTint@;
    border-radius: @radius@; }
QWidget#status--first[tone="danger"], QWidget#status--second[tone="danger"] { background: @dangerTint@;
    border-radius: @radius@; }
QFrame#status QPushButton { padding: 0 8px; min-height: 14px; }
QFrame#status QToolButton { padding: 0 4px; }
)";

const char* const kButtons = R"(
QPushButton { background: @raised@; color: @text@; border: 1px solid @lineStrong@; border-radius: @radius@;
    padding: 4px 12px; min-height: 18px; outline: none; }
QPushButton:hover { background: @hover@; border-color: @muted@; }
QPushButton:pressed, QPushButton:checked { background: @accentTint@; border-color: @accent@; }
QPushButton:focus { border-color: @accent@; }
QPushButton:disabled { color: @disabled@; background: @panel@; border-color: @line@; }
QPushButton:flat { background: transparent; border-color: transparent; color: @muted@; }
QPushButton:flat:hover, QPushButton:flat:focus { color: @text@; border-color: @lineStrong@; }
QPushButton[tone="accent"] { background: @accent@; color: @onColour@; border-color: @accent@; font-weight: 600; }
QPushButton[tone="accent"]:hover { background: @accentHover@; }
QPushButton[tone="accent"]:focus { border-color: @text@; }
QPushButton[tone="up"] { background: @up@; color: @onColour@; border-color: @up@; font-weight: 600; }
QPushButton[tone="up"]:hover { background: @upHover@; }
QPushButton[tone="up"]:focus { border-color: @text@; }
QPushButton[tone="down"] { background: @down@; color: @onColour@; border-color: @down@; font-weight: 600; }
QPushButton[tone="down"]:hover { background: @downHover@; }
QPushButton[tone="down"]:focus { border-color: @text@; }
QPushButton[tone="danger"] { color: @danger@; border-color: @danger@; font-weight: 600; }
QPushButton[tone="danger"]:hover { background: @dangerTint@; }
QPushButton[tone]:disabled { color: @disabled@; background: @panel@; border-color: @line@; }
QPushButton#header--arm[isArmed="true"] { background: @warn@; color: @onColour@; border-color: @warn@;
    font-weight: 600; }
QPushButton#header--kill { background: @dangerTint@; color: @danger@; border-color: @danger@; font-weight: 700; }
QPushButton#header--kill:hover { background: @dangerHover@; }
QPushButton#header--kill:pressed, QPushButton#header--kill[isOn="true"] { background: @danger@;
    color: @onColour@; }
QPushButton#header--kill:focus { border-color: @text@; }
QToolButton { background: transparent; color: @muted@; border: 1px solid transparent; border-radius: @radius@;
    padding: 2px 6px; }
QToolButton:hover { background: @hover@; color: @text@; }
QToolButton:pressed, QToolButton:checked { background: @accentTint@; color: @text@; }
QToolButton:focus { border-color: @accent@; }
QToolButton:disabled { color: @disabled@; }
QToolButton#header--panels, QToolButton#header--menu, QToolButton#window--panels { font-size: @large@;
    padding: 0 6px 2px 6px; }
QToolButton#dock--menu { padding: 0 6px; font-size: @title@; }
QToolButton#toast--close { padding: 0 4px; }
)";

const char* const kFields = R"(
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit { background: @field@; color: @text@;
    border: 1px solid @lineStrong@; border-radius: @radius@; padding: 3px 8px; min-height: 18px;
    selection-background-color: @accent@; selection-color: @onColour@; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: @muted@; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border-color: @accent@; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @disabled@; background: @panel@;
    border-color: @line@; }
QLineEdit[tone="danger"], QAbstractSpinBox[tone="danger"] { border-color: @danger@; }
QAbstractSpinBox { padding-right: 18px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 16px;
    border: none; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(@iconUp@); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow, QComboBox::down-arrow { image: url(@iconDown@); width: 9px; height: 9px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover@; }
QComboBox { padding-right: 20px; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 18px; border: none; }
QComboBox QAbstractItemView { background: @panel@; border: 1px solid @lineStrong@; padding: 2px;
    selection-background-color: @accentTint@; selection-color: @text@; outline: none; }
QCheckBox, QRadioButton { color: @text@; spacing: 7px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled@; }
QCheckBox::indicator, QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid @muted@;
    background: @field@; }
QCheckBox::indicator { border-radius: @radius@; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox:focus::indicator,
QRadioButton:focus::indicator { border-color: @accent@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(@iconCheck@); }
QRadioButton::indicator:checked { border: 4px solid @accent@; width: 7px; height: 7px; background: @onColour@; }
QSlider::groove:horizontal { height: 3px; background: @lineStrong@; border-radius: 1px; }
QSlider::handle:horizontal { width: 12px; margin: -5px 0; border-radius: 6px; background: @accent@; }
QProgressBar { background: @field@; border: 1px solid @line@; border-radius: @radius@; text-align: center; }
QProgressBar::chunk { background: @accent@; }
)";

const char* const kTables = R"(
QAbstractItemView { background: @panel@; alternate-background-color: @raised@; color: @text@; border: none;
    outline: none; gridline-color: transparent; selection-background-color: @accentTint@;
    selection-color: @text@; }
QTableView::item, QTreeView::item, QListView::item { padding: 1px 6px; border: none; }
QTreeView::item, QListView::item { min-height: 22px; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: @hover@; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @accentTint@;
    color: @text@; }
QHeaderView { background: @panel@; border: none; }
QHeaderView::section { background: @panel@; color: @muted@; border: none; border-bottom: 1px solid @line@;
    padding: 3px 6px; font-size: @secondary@; font-weight: 400; }
QHeaderView::section:hover { color: @text@; }
QTableCornerButton::section { background: @panel@; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; }
QScrollBar::handle { background: @lineStrong@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

const char* const kFrames = R"(
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted@; border: none; padding: 4px 12px; min-height: 18px;
    border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @text@; border-bottom-color: @accent@; }
QTabBar::tab:focus { color: @accent@; }
QTabBar#header--tabs::tab { padding: 10px 12px 9px 12px; }
QTabWidget::pane { border: none; }
QMainWindow::separator { background: @canvas@; width: 6px; height: 6px; }
QMainWindow::separator:hover { background: @accent@; }
QSplitter::handle { background: @line@; }
QMenu { background: @panel@; color: @text@; border: 1px solid @lineStrong@; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: @radius@; }
QMenu::item:selected { background: @accentTint@; }
QMenu::item:disabled { color: @disabled@; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 6px; }
QGroupBox { border: 1px solid @line@; border-radius: @radius@; margin-top: 8px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; color: @muted@; }
QRubberBand { background: @accentTint@; border: 1px solid @accent@; }
)";

/// One colour laid over another, as a solid one: style sheets stack their backgrounds.
QString over(const QColor& below, const QColor& above, double share) {
    const auto mix = [share](int a, int b) { return qRound(a * (1.0 - share) + b * share); };
    return QColor(mix(below.red(), above.red()), mix(below.green(), above.green()),
                  mix(below.blue(), above.blue()))
        .name();
}

QHash<QString, QString> names(const Theme& theme) {
    const auto of = [&](Token token) { return theme.colour(token); };
    const auto pixels = [&](int size) { return QStringLiteral("%1px").arg(theme.scaled(size)); };
    const auto icon = [&](const char* name) {
        return QStringLiteral(":/strikedesk/%1-%2.svg")
            .arg(QLatin1String(name),
                 theme.kind() == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    };
    const QColor panel = of(Token::Panel);
    const QColor text = of(Token::Text);
    return {
        {QStringLiteral("canvas"), of(Token::Canvas).name()},
        {QStringLiteral("panel"), panel.name()},
        {QStringLiteral("raised"), of(Token::Raised).name()},
        {QStringLiteral("line"), of(Token::Line).name()},
        {QStringLiteral("lineStrong"), over(of(Token::Line), text, 0.10)},
        {QStringLiteral("text"), text.name()},
        {QStringLiteral("muted"), of(Token::Muted).name()},
        {QStringLiteral("disabled"), over(panel, of(Token::Muted), 0.65)},
        {QStringLiteral("hover"), over(of(Token::Raised), text, 0.07)},
        {QStringLiteral("field"), over(panel, of(Token::Canvas), 0.85)},
        {QStringLiteral("accent"), of(Token::Accent).name()},
        {QStringLiteral("accentTint"), over(panel, of(Token::Accent), 0.24)},
        {QStringLiteral("accentHover"), over(of(Token::Accent), text, 0.15)},
        {QStringLiteral("up"), of(Token::Up).name()},
        {QStringLiteral("upHover"), over(of(Token::Up), text, 0.15)},
        {QStringLiteral("down"), of(Token::Down).name()},
        {QStringLiteral("downHover"), over(of(Token::Down), text, 0.15)},
        {QStringLiteral("warn"), of(Token::Warn).name()},
        {QStringLiteral("warnTint"), over(panel, of(Token::Warn), 0.16)},
        {QStringLiteral("danger"), of(Token::Danger).name()},
        {QStringLiteral("dangerTint"), over(panel, of(Token::Danger), 0.16)},
        {QStringLiteral("dangerHover"), over(panel, of(Token::Danger), 0.30)},
        {QStringLiteral("onColour"), of(Token::OnColour).name()},
        {QStringLiteral("iconCheck"), icon("check")},
        {QStringLiteral("iconDown"), icon("down")},
        {QStringLiteral("iconUp"), icon("up")},
        {QStringLiteral("radius"), QStringLiteral("%1px").arg(metrics::kRadius)},
        {QStringLiteral("secondary"), pixels(metrics::kSecondary)},
        {QStringLiteral("table"), pixels(metrics::kTable)},
        {QStringLiteral("title"), pixels(metrics::kTitle)},
        {QStringLiteral("large"), pixels(metrics::kTitle + 4)},
    };
}

} // namespace

QString styleSheet(const Theme& theme) {
    QString sheet;
    for (const char* part : {kBasics, kButtons, kFields, kTables, kFrames})
        sheet += QString::fromLatin1(part);
    const QHash<QString, QString> all = names(theme);
    for (auto entry = all.begin(); entry != all.end(); ++entry)
        sheet.replace(QLatin1Char('@') + entry.key() + QLatin1Char('@'), *entry);
    // Object names have dots, which a selector must escape.
    return sheet.replace(QStringLiteral("--"), QStringLiteral("\\."));
}

} // namespace strikedesk::ui
