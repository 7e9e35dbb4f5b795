// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/journal/journal_line.h"
#include "ui/table/table_model.h"

#include <QCoreApplication>

namespace strikedesk::ui {

/// The journal as a table, newest first unless sorted, cut down by a filter. Made for tens of thousands of
/// trades: lines are worked out once and shared. GUI thread.
class JournalModel final : public TableModel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::JournalModel)

public:
    enum Column { Closed, Contract, Amount, Entry, Exit, Net, Percent, Held, Reason, Tags };

    explicit JournalModel(QObject* parent);

    /// The newest state, newest first. A change of some rows keeps everything in its place; new or missing
    /// trades reset the table.
    void setRows(std::vector<JournalRow> rows);
    void setFilter(const QString& text);
    void sort(int column, Qt::SortOrder order) override;

    /// What is shown, in its order.
    const JournalLines& shown() const { return m_shown; }
    std::size_t total() const { return m_all.size(); }
    /// The place of a trade among what is shown, or −1.
    int placeOf(const std::string& id) const;

    int rowCount(const QModelIndex& parent = QModelIndex()) const override;
    Cell cell(int row, int column) const override;

private:
    JournalLines filtered() const;
    void arrange(JournalLines& lines) const;
    bool takeInPlace(const JournalLines& next);

    JournalLines m_all;
    JournalLines m_shown;
    QStringList m_words;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace strikedesk::ui
