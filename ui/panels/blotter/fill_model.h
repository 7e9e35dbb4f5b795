// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"
#include "ui/table/keyed_model.h"

#include <QCoreApplication>

#include <compare>
#include <vector>

namespace strikedesk::ui {

/// What a fill is known by: the broker's order and its filled quantity after it.
struct FillKey {
    BrokerOrderId order;
    Quantity cumulativeAfter;
    friend auto operator<=>(const FillKey&, const FillKey&) = default;
};

/// One fill as the blotter shows it.
struct FillRow {
    FillKey key;
    Timestamp at;
    Symbol symbol;
    bool isBuy = false;
    Quantity quantity;
    Price price;
    Money fee;
    QString role;
    bool isInferred = false;
    friend bool operator==(const FillRow&, const FillRow&) = default;
};

/// The fills of today (New York), newest first.
std::vector<FillRow> fillRowsOf(const engine::EngineSnapshot& snapshot, Timestamp now);

/// The fills of the day as a table. GUI thread.
class FillModel final : public KeyedModel<FillKey, FillRow> {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::FillModel)

public:
    enum Column { Time, Contract, Action, Amount, Paid, Fee, Role, Note };

    explicit FillModel(QObject* parent);
    Cell cell(int row, int column) const override;

protected:
    FillKey keyOf(const FillRow& row) const override { return row.key; }
    bool isLess(const FillRow& a, const FillRow& b, int column) const override;
};

} // namespace strikedesk::ui
