// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/blotter/order_row.h"
#include "ui/table/keyed_model.h"

#include <QCoreApplication>

namespace strikedesk::ui {

/// The orders of the day as a table. GUI thread.
class OrderModel final : public KeyedModel<std::string, OrderRow> {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::OrderModel)

public:
    enum Column { Time, Action, Contract, Amount, Limit, State, Role, Age, Message };

    explicit OrderModel(QObject* parent);
    Cell cell(int row, int column) const override;

protected:
    std::string keyOf(const OrderRow& row) const override { return row.key; }
    bool isLess(const OrderRow& a, const OrderRow& b, int column) const override;
};

} // namespace strikedesk::ui
