// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/chain/chain_columns.h"
#include "ui/panels/chain/chain_filter.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace strikedesk::ui {

/// A chain as a table: calls | strike | puts, the puts' columns mirrored. Keeps the newest view without
/// copying it and tells views one changed range per update; rows only come and go when strikes do or the
/// filter changes, never because a value ticked. GUI thread.
class ChainModel : public QAbstractTableModel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChainModel)
public:
    explicit ChainModel(QObject* parent);

    void setView(std::shared_ptr<const ChainView> view);
    const ChainView& view() const { return *m_view; }
    /// Of one side; mirrored on the other. At least one.
    void setColumns(ChainColumns::List columns);
    const ChainColumns::List& columns() const { return m_columns; }
    void setFilter(const ChainFilter& filter);
    const ChainFilter& filter() const { return m_filter; }
    /// Strikes ± n again around where the spot is now.
    void refilter();
    /// The market's time ages are counted to. Tells nobody: the table repaints by itself once a second.
    void setNow(Timestamp now) { m_age.now = now; }
    Timestamp now() const { return m_age.now; }
    /// Age from which a quote is muted.
    void setStaleAfter(Duration limit) { m_age.limit = limit; }
    const DisplayAge& age() const { return m_age; }

    int strikeColumn() const { return m_strikeColumn; }
    /// Nothing for the strike column.
    std::optional<OptionRight> rightOf(int column) const;
    ChainColumn columnAt(int column) const;
    /// The table column of a side, or −1 when it is not shown.
    int placeOf(OptionRight right, ChainColumn column) const;

    const ChainRow& row(int row) const { return m_view->rows[m_shown[static_cast<std::size_t>(row)]]; }
    /// Null for the strike column and where no contract is listed.
    const ChainSide* side(int row, int column) const;
    const ChainSide* side(int row, OptionRight right) const;
    /// Where a contract stands, in the column of its side nearest the strike; invalid when not shown.
    QModelIndex indexOf(const Symbol& contract) const;

    /// The strike nearest the spot; nothing while the spot is not known.
    std::optional<int> atTheMoneyRow() const;
    /// How many shown strikes are at or below a price: the line of that price is above this row.
    int rowsUpTo(Price price) const;
    bool isInTheMoney(int row, OptionRight right) const;
    /// The largest open interest among the shown rows, at least 1.
    std::int64_t mostOpenInterest() const { return m_mostOpenInterest; }

    int rowCount(const QModelIndex& parent = QModelIndex()) const override;
    int columnCount(const QModelIndex& parent = QModelIndex()) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<std::size_t> rowsToShow(const ChainView& view) const;
    void change(std::shared_ptr<const ChainView> view, const std::vector<std::size_t>& target);
    void tellChanged(const ChainView& before);
    void placeStrike();
    void measureOpenInterest();
    QString hintOf(int row, int column) const;

    std::shared_ptr<const ChainView> m_view = std::make_shared<const ChainView>();
    std::vector<std::size_t> m_shown; ///< rows of the view, rising
    ChainColumns::List m_columns = ChainColumns::standard();
    ChainFilter m_filter;
    DisplayAge m_age = DisplayAge::of(Settings());
    int m_strikeColumn = 0;
    std::int64_t m_mostOpenInterest = 1;
};

} // namespace strikedesk::ui
