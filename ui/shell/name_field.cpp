// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/name_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace strikedesk::ui {

NameField::NameField(const QString& question, int longest, QWidget* window)
    : QFrame(window), m_field(new QLineEdit(this)) {
    setObjectName(QStringLiteral("name"));
    setProperty("surface", QStringLiteral("overlay"));
    m_field->setObjectName(QStringLiteral("name.field"));
    m_field->setAccessibleName(question);
    m_field->setPlaceholderText(question);
    m_field->setMaxLength(longest);
    m_field->setMinimumWidth(260);
    auto* save = new QPushButton(tr("Save"), this);
    save->setObjectName(QStringLiteral("name.save"));
    save->setProperty("tone", QStringLiteral("accent"));
    save->setEnabled(false);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("name.cancel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->addWidget(m_field, 1);
    row->addWidget(save);
    row->addWidget(cancel);
    connect(m_field, &QLineEdit::textChanged, this,
            [save](const QString& text) { save->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { finish(); });
    connect(save, &QPushButton::clicked, this, [this] { finish(); });
    connect(cancel, &QPushButton::clicked, this, [this] { deleteLater(); });
    adjustSize();
    move((window->width() - width()) / 2, 90);
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void NameField::finish() {
    const QString name = m_field->text().trimmed();
    if (name.isEmpty())
        return;
    if (chosen)
        chosen(name);
    deleteLater();
}

void NameField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        deleteLater();
    else
        QFrame::keyPressEvent(event);
}

} // namespace strikedesk::ui
