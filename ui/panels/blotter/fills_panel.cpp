// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/fills_panel.h"

#include "ui/panels/blotter/fill_model.h"
#include "ui/panels/blotter/selection.h"
#include "ui/table/empty_note.h"
#include "ui/table/table_view.h"
#include "ui/theme/format.h"

#include <QLabel>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

class FillsPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::FillsPanel)

public:
    FillsPanel(PanelContext context, QWidget* parent)
        : Panel(std::move(context), parent), m_model(new FillModel(this)) {
        setObjectName(QStringLiteral("fills"));
        setAccessibleName(tr("Fills"));
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        m_table = new TableView(QStringLiteral("fills.table"), tr("Fills"), this);
        m_table->setTable(m_model);
        m_table->hoverChanged = [this](bool isOver) { m_model->holdOrder(isOver); };
        layout->addWidget(m_table, 1);
        setFocusProxy(m_table);
        m_empty = makeEmptyLabel(QStringLiteral("fills.empty"),
                                 tr("No fill today.\nExecutions of your orders appear here."), this);
        layout->addWidget(m_empty, 1);
        connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this](const QModelIndex& current) {
                    if (!current.isValid() || !m_table->hasFocus())
                        return;
                    const LinkSelection wanted =
                        linkOf(m_model->row(current.row()).symbol, this->context().instruments);
                    selectContract(wanted.underlying, wanted.contract);
                });
    }

    QString title() const override { return tr("Fills"); }
    QString headerNote() const override { return m_note; }
    QJsonObject saveState() const override { return {{QStringLiteral("columns"), m_table->saveColumns()}}; }
    void restoreState(const QJsonObject& state) override {
        m_table->restoreColumns(state.value(QLatin1String("columns")).toObject());
    }

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override {
        m_model->setRows(fillRowsOf(snapshot, context().desk.now()));
        Money fees;
        for (const FillRow& row : m_model->rows())
            fees += row.fee;
        const int count = m_model->rowCount();
        m_table->setVisible(count > 0);
        m_empty->setVisible(count == 0);
        const QString note = count == 0   ? QString()
                             : count == 1 ? tr("1 fill · fees %1").arg(moneyText(fees))
                                          : tr("%1 fills · fees %2").arg(count).arg(moneyText(fees));
        if (note != m_note) {
            m_note = note;
            updateHeader();
        }
    }

private:
    FillModel* m_model;
    TableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    QString m_note;
};

} // namespace

Panel* makeFillsPanel(PanelContext context, QWidget* parent) {
    return new FillsPanel(std::move(context), parent);
}

} // namespace strikedesk::ui
