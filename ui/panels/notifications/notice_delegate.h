// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace strikedesk::ui {

/// Paints a line of the log: a dot of its level, the time, the whole sentence over as many lines as it
/// needs. GUI thread.
class NoticeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Room for a sentence in a list of this width.
    static int sentenceWidth(int listWidth);
};

} // namespace strikedesk::ui
