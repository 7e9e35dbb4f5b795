// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/empty_workspace.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {
constexpr int kButtonsInARow = 3;
constexpr int kTextWidth = 460;
} // namespace

EmptyWorkspace::EmptyWorkspace(const WorkspaceKind& kind, const PanelCatalog& catalog, QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("workspace.empty"));
    auto* title = new QLabel(kind.name, this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setAlignment(Qt::AlignCenter);
    auto* text = new QLabel(kind.hint, this);
    text->setProperty("role", QStringLiteral("muted"));
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setFixedWidth(kTextWidth);

    auto* buttons = new QGridLayout;
    buttons->setSpacing(8);
    int place = 0;
    for (const PanelKind& panel : catalog) {
        auto* button = new QPushButton(panel.name, this);
        button->setObjectName(QStringLiteral("workspace.add.") + panel.id);
        button->setAccessibleName(tr("Add the panel %1").arg(panel.name));
        connect(button, &QPushButton::clicked, this, [this, id = panel.id] {
            if (addAsked)
                addAsked(id);
        });
        buttons->addWidget(button, place / kButtonsInARow, place % kButtonsInARow);
        ++place;
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(title, 0, Qt::AlignHCenter);
    // In a row of its own: aligned alone it would not get the height its lines need.
    auto* textRow = new QHBoxLayout;
    textRow->addStretch();
    textRow->addWidget(text);
    textRow->addStretch();
    column->addLayout(textRow);
    column->addSpacing(8);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(buttons);
    row->addStretch();
    column->addLayout(row);
    if (!kind.columns.isEmpty()) {
        auto* reset = new QPushButton(tr("Reset the layout"), this);
        reset->setObjectName(QStringLiteral("workspace.reset"));
        connect(reset, &QPushButton::clicked, this, [this] {
            if (resetAsked)
                resetAsked();
        });
        column->addWidget(reset, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
}

} // namespace strikedesk::ui
