// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/table/keyed_model.h"

namespace strikedesk::ui::test {

/// A row with a key and a figure.
struct Line {
    QString key;
    double value = 0;
    friend bool operator==(const Line&, const Line&) = default;
};

class LineModel : public KeyedModel<QString, Line> {
public:
    explicit LineModel(QObject* parent = nullptr)
        : KeyedModel({{QStringLiteral("key"), QStringLiteral("Key"), {}, 60, Qt::AlignLeft, true, true},
                      {QStringLiteral("value"), QStringLiteral("Value"), QStringLiteral("A value")},
                      {QStringLiteral("twice"), QStringLiteral("2x"), {}, 60, Qt::AlignRight, false}},
                     parent) {}

    Cell cell(int row, int column) const override {
        const Line& line = this->row(row);
        Cell cell;
        cell.text = column == 0 ? line.key : QString::number(line.value * column);
        return cell;
    }

protected:
    QString keyOf(const Line& line) const override { return line.key; }
    bool isLess(const Line& a, const Line& b, int column) const override {
        return column == 0 ? a.key < b.key : a.value < b.value;
    }
};

inline QString letter(int number) { return QString(QChar('a' + number)); }

} // namespace strikedesk::ui::test
