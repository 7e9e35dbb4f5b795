// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/empty_note.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace strikedesk::ui {

EmptyNote::EmptyNote(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_headline(new QLabel(this)), m_hint(new QLabel(this)),
      m_button(new QPushButton(this)) {
    setObjectName(objectName);
    m_headline->setObjectName(objectName + QStringLiteral(".headline"));
    m_hint->setObjectName(objectName + QStringLiteral(".hint"));
    m_button->setObjectName(objectName + QStringLiteral(".button"));
    const Theme& theme = Theme::current();
    m_headline->setFont(theme.font(metrics::kTable, QFont::DemiBold));
    m_hint->setFont(theme.font(metrics::kBody));
    // The muted colour comes with the palette, so that a change of theme reaches it.
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_headline, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    const int margin = theme.scaled(4 * metrics::kGrid);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.scaled(metrics::kGrid));
    column->addStretch(1);
    column->addWidget(m_headline);
    column->addWidget(m_hint);
    column->addSpacing(theme.scaled(metrics::kGrid));
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_pressed)
            m_pressed();
    });
}

void EmptyNote::setTexts(const QString& headline, const QString& hint) {
    m_headline->setText(headline);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(hint);
}

void EmptyNote::setButton(const QString& name, std::function<void()> pressed) {
    m_pressed = std::move(pressed);
    m_button->setText(name);
    m_button->setAccessibleName(name);
    m_button->setVisible(!name.isEmpty());
}

QString EmptyNote::headline() const { return m_headline->text(); }

QString EmptyNote::hint() const { return m_hint->text(); }

QLabel* makeEmptyLabel(const QString& objectName, const QString& text, QWidget* parent) {
    auto* made = new QLabel(text, parent);
    made->setObjectName(objectName);
    made->setAlignment(Qt::AlignCenter);
    made->setWordWrap(true);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

} // namespace strikedesk::ui
