// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/ticket/step_field.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace strikedesk::ui {

StepField::StepField(const QString& name, const QString& accessibleName, QWidget* parent) : QWidget(parent) {
    const Theme& theme = Theme::current();
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(name);
    m_edit->setAccessibleName(accessibleName);
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setMaxLength(32);
    m_edit->setProperty("ticketField", true);
    m_edit->setFont(theme.font(metrics::kTitle, QFont::DemiBold));
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    const QString up = QCoreApplication::translate("strikedesk::ui::StepField", "%1, one step up");
    const QString down = QCoreApplication::translate("strikedesk::ui::StepField", "%1, one step down");
    m_up = arrow(name + QStringLiteral(".up"), up.arg(accessibleName), 1);
    m_down = arrow(name + QStringLiteral(".down"), down.arg(accessibleName), -1);
    auto* arrows = new QVBoxLayout;
    arrows->setContentsMargins(0, 0, 0, 0);
    arrows->setSpacing(0);
    arrows->addWidget(m_up);
    arrows->addWidget(m_down);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(1);
    all->addWidget(m_edit);
    all->addLayout(arrows);
    setFixedSize(theme.scaled(112), theme.scaled(26));
    QObject::connect(m_edit, &QLineEdit::textEdited, this, [this] {
        if (edited)
            edited();
    });
}

QToolButton* StepField::arrow(const QString& name, const QString& accessibleName, int step) {
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setAccessibleName(accessibleName);
    made->setText(step > 0 ? QStringLiteral("▲") : QStringLiteral("▼"));
    made->setAutoRepeat(true);
    made->setFocusPolicy(Qt::NoFocus);
    made->setProperty("ticketArrow", true);
    const Theme& theme = Theme::current();
    made->setFixedSize(theme.scaled(14), theme.scaled(13));
    QObject::connect(made, &QToolButton::clicked, this, [this, step] { ask(step); });
    return made;
}

QString StepField::text() const { return m_edit->text(); }

void StepField::setText(const QString& text) {
    if (text != m_edit->text())
        m_edit->setText(text);
}

void StepField::setReadOnly(bool readOnly) {
    m_edit->setReadOnly(readOnly);
    m_up->setEnabled(!readOnly);
    m_down->setEnabled(!readOnly);
}

void StepField::setProblem(const QString& sentence) {
    m_edit->setToolTip(sentence);
    m_edit->setAccessibleDescription(sentence);
    setStyleProperty(m_edit, "problem", !sentence.isEmpty());
}

bool StepField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_edit || m_edit->isReadOnly())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int size = key->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            ask(key->key() == Qt::Key_Up ? size : -size);
            return true;
        }
    }
    if (event->type() == QEvent::Wheel && m_edit->hasFocus()) {
        const int turned = static_cast<QWheelEvent*>(event)->angleDelta().y();
        if (turned != 0)
            ask(turned > 0 ? 1 : -1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QString ticketStyleSheet() {
    const Theme& theme = Theme::current();
    const auto name = [&](Token token) { return theme.colour(token).name(); };
    QString sheet = QStringLiteral(
        "QLineEdit[ticketField=\"true\"] { background: @canvas; border: 1px solid @line; border-radius: 3px;"
        " padding: 0 6px; color: @text; selection-background-color: @accent; }"
        "QLineEdit[ticketField=\"true\"]:focus { border-color: @accent; }"
        "QLineEdit[ticketField=\"true\"]:read-only { background: @panel; color: @muted; }"
        "QLineEdit[ticketField=\"true\"][problem=\"true\"] { border-color: @down; }"
        "QToolButton[ticketArrow=\"true\"] { border: none; padding: 0; background: transparent; color: "
        "@muted;"
        " font-size: @arrowpx; }"
        "QToolButton[ticketArrow=\"true\"]:disabled { color: @line; }"
        "QToolButton[ticketArrow=\"true\"]:hover { background: @raised; }"
        "QPushButton[ticketLink=\"true\"] { border: 1px solid transparent; border-radius: 3px; background:"
        " transparent; color: @muted; padding: 1px 4px; font-size: @secondarypx; min-width: 0; min-height: "
        "0; }"
        "QPushButton[ticketLink=\"true\"]:hover { color: @text; background: @raised; }"
        "QPushButton[ticketLink=\"true\"]:focus { border-color: @accent; }"
        "QPushButton[ticketLink=\"true\"]:checked { color: @accent; background: @raised; }"
        "QPushButton[ticketSide=\"true\"] { border: 1px solid @line; border-radius: 3px; background: @raised;"
        " color: @muted; padding: 5px; font-size: @bodypx; font-weight: 600; }"
        "QPushButton[ticketSide=\"true\"]:focus { border-color: @text; }"
        "QPushButton[ticketSide=\"true\"]:checked { background: @up; border-color: @up; color: @oncolour; }"
        "QPushButton[ticketSide=\"true\"][sells=\"true\"]:checked { background: @down; border-color: @down; }"
        "QPushButton[ticketSubmit=\"true\"] { border: 1px solid @line; border-radius: 3px; background: "
        "@raised;"
        " color: @text; padding: 7px; font-size: @tablepx; font-weight: 700; }"
        "QPushButton[ticketSubmit=\"true\"]:focus { border-color: @text; }"
        "QPushButton[ticketSubmit=\"true\"]:disabled { color: @muted; }"
        "QPushButton[ticketSubmit=\"true\"][tone=\"buy\"] { background: @up; border-color: @up; color: "
        "@oncolour; }"
        "QPushButton[ticketSubmit=\"true\"][tone=\"sell\"] { background: @down; border-color: @down; color:"
        " @oncolour; }"
        "QPushButton[ticketSubmit=\"true\"][tone=\"confirm\"] { background: @warn; border-color: @warn; "
        "color:"
        " @oncolour; }"
        "QScrollArea { border: none; background: transparent; }");
    // Longer names first, so that none is taken for the beginning of another.
    const std::pair<const char*, QString> values[] = {
        {"@secondary", QString::number(theme.scaled(metrics::kSecondary))},
        {"@arrow", QString::number(theme.scaled(7))},
        {"@oncolour", name(Token::OnColour)},
        {"@canvas", name(Token::Canvas)},
        {"@accent", name(Token::Accent)},
        {"@raised", name(Token::Raised)},
        {"@panel", name(Token::Panel)},
        {"@muted", name(Token::Muted)},
        {"@table", QString::number(theme.scaled(metrics::kTable))},
        {"@body", QString::number(theme.scaled(metrics::kBody))},
        {"@line", name(Token::Line)},
        {"@text", name(Token::Text)},
        {"@down", name(Token::Down)},
        {"@warn", name(Token::Warn)},
        {"@up", name(Token::Up)},
    };
    for (const auto& [word, value] : values)
        sheet.replace(QLatin1String(word), value);
    for (const Token token : {Token::Text, Token::Muted, Token::Up, Token::Down, Token::Warn})
        sheet += QStringLiteral("QLabel[ticketTone=\"%1\"] { color: %2; }")
                     .arg(static_cast<int>(token))
                     .arg(name(token));
    return sheet;
}

} // namespace strikedesk::ui
