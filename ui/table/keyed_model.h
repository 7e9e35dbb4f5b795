// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/table/row_diff.h"
#include "ui/table/table_model.h"

#include <QModelIndex>

#include <optional>
#include <set>

namespace strikedesk::ui {

/// A table of rows that have a key. `setRows` takes the newest rows as often as they come and tells views
/// only what became different; selection and scroll position stay with their rows. Sorts itself; the order
/// can be held still while a pointer is over the table. `Key` has an order. GUI thread.
template <class Key, class Row>
class KeyedModel : public TableModel {
public:
    using TableModel::TableModel;

    /// The newest rows in their natural order. Of rows with one key the first counts.
    void setRows(std::vector<Row> rows) {
        m_natural.clear();
        m_natural.reserve(rows.size());
        std::set<Key> seen;
        for (Row& row : rows)
            if (seen.insert(keyOf(row)).second)
                m_natural.push_back(std::move(row));
        arrange();
    }
    /// Orders by a column; without one the natural order.
    void setOrder(std::optional<int> column, Qt::SortOrder order) {
        m_sortColumn = column;
        m_sortOrder = order;
        arrange(true);
    }
    std::optional<int> sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    void sort(int column, Qt::SortOrder order) override {
        setOrder(column < 0 ? std::nullopt : std::optional(column), order);
    }
    /// While held, a new value does not move its row; the order catches up on release.
    void holdOrder(bool isHeld) {
        if (m_isHeld == isHeld)
            return;
        m_isHeld = isHeld;
        if (!isHeld)
            arrange();
    }

    const Row& row(int place) const { return m_rows[static_cast<std::size_t>(place)]; }
    const std::vector<Row>& rows() const { return m_rows; }
    /// The row of a key, or −1.
    int placeOf(const Key& key) const {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (keyOf(m_rows[i]) == key)
                return static_cast<int>(i);
        return -1;
    }
    int rowCount(const QModelIndex& parent = QModelIndex()) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    virtual Key keyOf(const Row& row) const = 0;
    /// Whether `a` stands before `b` in rising order of a column.
    virtual bool isLess(const Row& a, const Row& b, int column) const {
        (void)a, (void)b, (void)column;
        return false;
    }
    virtual bool isSame(const Row& a, const Row& b) const { return a == b; }
    /// A row that stays gets new values; for flashes.
    virtual void rowChanging(const Row& before, const Row& now) { (void)before, (void)now; }

private:
    std::vector<Key> keysOf(const std::vector<Row>& rows) const {
        std::vector<Key> keys;
        keys.reserve(rows.size());
        for (const Row& row : rows)
            keys.push_back(keyOf(row));
        return keys;
    }

    std::vector<Row> ordered(bool evenIfHeld) const {
        std::vector<Row> rows = m_natural;
        if (m_isHeld && !evenIfHeld) {
            std::map<Key, std::size_t> places;
            for (std::size_t i = 0; i < m_rows.size(); ++i)
                places[keyOf(m_rows[i])] = i;
            const auto place = [&](const Row& row) {
                const auto found = places.find(keyOf(row));
                return found == places.end() ? m_rows.size() : found->second;
            };
            std::stable_sort(rows.begin(), rows.end(),
                             [&](const Row& a, const Row& b) { return place(a) < place(b); });
        } else if (m_sortColumn) {
            const int column = *m_sortColumn;
            const bool rising = m_sortOrder == Qt::AscendingOrder;
            std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
                return rising ? isLess(a, b, column) : isLess(b, a, column);
            });
        }
        return rows;
    }

    void arrange(bool evenIfHeld = false) {
        std::vector<Row> target = ordered(evenIfHeld);
        const RowSteps steps = rowSteps(keysOf(m_rows), keysOf(target));
        for (const RowSteps::Run& run : steps.removals) {
            beginRemoveRows({}, run.first, run.first + run.count - 1);
            m_rows.erase(m_rows.begin() + run.first, m_rows.begin() + run.first + run.count);
            endRemoveRows();
        }
        for (const RowSteps::Move& move : steps.moves)
            moveOne(move);
        if (!steps.reordered.empty())
            reorder(steps.reordered);
        for (const RowSteps::Run& run : steps.insertions) {
            beginInsertRows({}, run.first, run.first + run.count - 1);
            m_rows.insert(m_rows.begin() + run.first, target.begin() + run.first,
                          target.begin() + run.first + run.count);
            endInsertRows();
        }
        takeValues(std::move(target));
    }

    void moveOne(const RowSteps::Move& move) {
        beginMoveRows({}, move.from, move.from, {}, move.to > move.from ? move.to + 1 : move.to);
        const auto begin = m_rows.begin();
        if (move.from < move.to)
            std::rotate(begin + move.from, begin + move.from + 1, begin + move.to + 1);
        else
            std::rotate(begin + move.to, begin + move.from, begin + move.from + 1);
        endMoveRows();
    }

    void reorder(const std::vector<int>& places) {
        Q_EMIT
        layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        std::vector<Row> rows(m_rows.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            rows[static_cast<std::size_t>(places[i])] = std::move(m_rows[i]);
        m_rows = std::move(rows);
        QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex& index : before)
            after.append(this->index(places[static_cast<std::size_t>(index.row())], index.column()));
        changePersistentIndexList(before, after);
        Q_EMIT
        layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void takeValues(std::vector<Row> target) {
        int first = -1;
        const int count = static_cast<int>(target.size());
        for (int i = 0; i <= count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const bool isChanged = i < count && !isSame(m_rows[at], target[at]);
            if (isChanged) {
                rowChanging(m_rows[at], target[at]);
                m_rows[at] = std::move(target[at]);
                first = first < 0 ? i : first;
            } else if (first >= 0) {
                Q_EMIT
                dataChanged(index(first, 0), index(i - 1, columnCount() - 1));
                first = -1;
            }
        }
    }

    std::vector<Row> m_natural;
    std::vector<Row> m_rows;
    std::optional<int> m_sortColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_isHeld = false;
};

} // namespace strikedesk::ui
