// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace strikedesk::ui {

/// Titles of the columns: small, muted, aligned as their figures, an arrow where the table is sorted.
class TableHeader : public QHeaderView {
public:
    explicit TableHeader(QWidget* parent);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    QSize sizeHint() const override;
};

} // namespace strikedesk::ui
