// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/data_reader.h"
#include "ui/readers/desk_reader.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <map>
#include <vector>

namespace strikedesk::ui {

/// What each data key may have, which vendor serves the streams now, what is left of the request budgets, and
/// what a person could change. One column a vendor, in the order they are asked.
class DataPage : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::DataPage)

public:
    DataPage(DataReader& reader, DeskReader& desk, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// One column: a vendor's cells.
    struct Column {
        QLabel* budget = nullptr;
        std::map<market::Capability, QLabel*> cells;
    };

    void makeTable();
    void refresh();
    void fill(market::Vendor vendor, const Column& column);
    bool isServing(market::Vendor vendor, market::Capability capability) const;

    DataReader& m_data;
    DeskReader& m_desk;
    QWidget* m_table;
    QGridLayout* m_grid;
    QLabel* m_advice;
    QPushButton* m_ask;
    std::vector<market::Vendor> m_order; ///< the columns there are
    std::map<market::Vendor, Column> m_columns;
    Subscription m_changed;
    Subscription m_deskChanged;
};

} // namespace strikedesk::ui
