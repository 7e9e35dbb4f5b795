// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/orders_panel.h"

#include "ui/panels/blotter/order_model.h"
#include "ui/panels/blotter/selection.h"
#include "ui/table/empty_note.h"
#include "ui/table/table_view.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

class OrdersPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::OrdersPanel)

public:
    OrdersPanel(PanelContext context, QWidget* parent);

    QString title() const override { return tr("Orders"); }
    QString headerNote() const override { return m_note; }
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QHBoxLayout* buildBar();
    QPushButton* makeButton(const QString& name, const QString& text);
    const OrderRow* selectedOrder() const;
    std::vector<ClientOrderId> cancellable() const;
    void cancelSelected();
    void askCancelAll();
    void cancelAll();
    void setAsking(bool isAsking);
    void updateButtons();

    OrderModel* m_model;
    TableView* m_table = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_all = nullptr;
    QLabel* m_question = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_keep = nullptr;
    bool m_isAsking = false;
    QString m_note;
};

OrdersPanel::OrdersPanel(PanelContext context, QWidget* parent)
    : Panel(std::move(context), parent), m_model(new OrderModel(this)) {
    setObjectName(QStringLiteral("orders"));
    setAccessibleName(tr("Orders"));
    build();
    everySecond([this] { refresh(*this->context().desk.snapshot()); });
}

QPushButton* OrdersPanel::makeButton(const QString& name, const QString& text) {
    auto* made = new QPushButton(text, m_bar);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setProperty("compact", true);
    made->setAutoDefault(false);
    return made;
}

void OrdersPanel::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table = new TableView(QStringLiteral("orders.table"), tr("Orders"), this);
    m_table->setTable(m_model);
    m_table->hoverChanged = [this](bool isOver) { m_model->holdOrder(isOver); };
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    m_empty =
        makeEmptyLabel(QStringLiteral("orders.empty"),
                       tr("No order today.\nOrders sent from the ticket or the matrix appear here."), this);
    layout->addWidget(m_empty, 1);
    m_bar = new QWidget(this);
    m_bar->setLayout(buildBar());
    layout->addWidget(m_bar);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateButtons();
        if (const OrderRow* order = selectedOrder(); order != nullptr && m_table->hasFocus()) {
            const LinkSelection wanted = linkOf(order->symbol, this->context().instruments);
            selectContract(wanted.underlying, wanted.contract);
        }
    });
    setAsking(false);
    updateButtons();
}

QHBoxLayout* OrdersPanel::buildBar() {
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 12, 6);
    bar->setSpacing(6);
    m_cancel = makeButton(QStringLiteral("orders.cancel"), tr("Cancel order"));
    m_all = makeButton(QStringLiteral("orders.cancelAll"), tr("Cancel all…"));
    m_question = new QLabel(m_bar);
    m_question->setObjectName(QStringLiteral("orders.question"));
    m_confirm = makeButton(QStringLiteral("orders.confirmCancelAll"), tr("Cancel them"));
    m_confirm->setProperty("tone", QStringLiteral("danger"));
    m_keep = makeButton(QStringLiteral("orders.keep"), tr("Keep"));
    bar->addWidget(m_cancel);
    bar->addStretch(1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_question, m_confirm, m_keep, m_all})
        bar->addWidget(part);
    connect(m_cancel, &QPushButton::clicked, this, [this] { cancelSelected(); });
    connect(m_all, &QPushButton::clicked, this, [this] { askCancelAll(); });
    connect(m_confirm, &QPushButton::clicked, this, [this] { cancelAll(); });
    connect(m_keep, &QPushButton::clicked, this, [this] { setAsking(false); });
    return bar;
}

std::vector<PanelAction> OrdersPanel::actions() {
    return {
        {QStringLiteral("orders.cancel"), tr("Cancel the selected order"), QKeySequence(Qt::Key_Delete),
         [this] { cancelSelected(); }},
        {QStringLiteral("orders.cancelAll"), tr("Cancel all working orders"),
         QKeySequence(Qt::SHIFT | Qt::Key_Delete), [this] { askCancelAll(); }},
    };
}

QJsonObject OrdersPanel::saveState() const { return {{QStringLiteral("columns"), m_table->saveColumns()}}; }

void OrdersPanel::restoreState(const QJsonObject& state) {
    m_table->restoreColumns(state.value(QLatin1String("columns")).toObject());
}

void OrdersPanel::refresh(const engine::EngineSnapshot& snapshot) {
    m_model->setRows(orderRowsOf(snapshot, context().desk.now()));
    int live = 0;
    int unknown = 0;
    for (const OrderRow& row : m_model->rows()) {
        live += row.isLive ? 1 : 0;
        unknown += row.isUnknown ? 1 : 0;
    }
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_bar->setVisible(any);
    m_empty->setVisible(!any);
    const QString note =
        unknown > 0 ? tr("%1 working · %2 UNKNOWN").arg(live).arg(unknown) : tr("%1 working").arg(live);
    if (note != m_note) {
        m_note = note;
        updateHeader();
    }
    updateButtons();
}

const OrderRow* OrdersPanel::selectedOrder() const {
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? &m_model->row(current.row()) : nullptr;
}

std::vector<ClientOrderId> OrdersPanel::cancellable() const {
    std::vector<ClientOrderId> ids;
    for (const OrderRow& row : m_model->rows())
        if (row.canCancel)
            ids.push_back(row.clientOrderId);
    return ids;
}

void OrdersPanel::cancelSelected() {
    if (const OrderRow* order = selectedOrder(); order != nullptr && order->canCancel)
        context().commands.post(engine::CancelRequested{order->clientOrderId});
}

void OrdersPanel::askCancelAll() {
    if (!cancellable().empty())
        setAsking(true);
}

void OrdersPanel::cancelAll() {
    // Take-profits go too, so that the question named the number of all of them.
    for (const ClientOrderId& id : cancellable())
        context().commands.post(engine::CancelRequested{id});
    setAsking(false);
}

void OrdersPanel::setAsking(bool isAsking) {
    m_isAsking = isAsking;
    for (QWidget* part : std::initializer_list<QWidget*>{m_question, m_confirm, m_keep})
        part->setVisible(isAsking);
    m_all->setVisible(!isAsking);
    updateButtons();
    if (isAsking)
        m_confirm->setFocus();
}

void OrdersPanel::updateButtons() {
    const OrderRow* order = selectedOrder();
    m_cancel->setEnabled(order != nullptr && order->canCancel);
    const auto count = static_cast<int>(cancellable().size());
    m_all->setEnabled(count > 0);
    if (m_isAsking && count == 0)
        setAsking(false);
    m_question->setText(count == 1 ? tr("Cancel 1 order, take-profit or not? Positions stay.")
                                   : tr("Cancel %1 orders, take-profits too? Positions stay.").arg(count));
}

void OrdersPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_isAsking) {
        setAsking(false);
        return;
    }
    Panel::keyPressEvent(event);
}

} // namespace

Panel* makeOrdersPanel(PanelContext context, QWidget* parent) {
    return new OrdersPanel(std::move(context), parent);
}

} // namespace strikedesk::ui
