// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/data_page.h"

#include "ui/theme/error_text.h"

#include <QStyle>
#include <QVBoxLayout>

#include <array>

namespace strikedesk::ui {

namespace {

using market::Capability;
using market::Grant;
using market::Vendor;

constexpr std::array kShown = {Capability::StockStream,  Capability::StockQuotes,  Capability::StockBars,
                               Capability::OptionStream, Capability::OptionQuotes, Capability::OptionBars,
                               Capability::Chain,        Capability::News};

QString nameText(Capability capability) {
    switch (capability) {
    case Capability::StockQuotes:
        return DataPage::tr("Stock quotes on request");
    case Capability::OptionQuotes:
        return DataPage::tr("Option quotes on request");
    case Capability::StockBars:
        return DataPage::tr("Stock history");
    case Capability::OptionBars:
        return DataPage::tr("Option history");
    case Capability::Chain:
        return DataPage::tr("Option chains");
    case Capability::StockStream:
        return DataPage::tr("Live stocks");
    case Capability::OptionStream:
        return DataPage::tr("Live options");
    case Capability::News:
        return DataPage::tr("News");
    }
    return {};
}

QString grantText(Grant grant) {
    switch (grant) {
    case Grant::RealTime:
        return DataPage::tr("real time");
    case Grant::Delayed:
        return DataPage::tr("delayed");
    case Grant::None:
        return DataPage::tr("not included");
    case Grant::Unknown:
        break;
    }
    return DataPage::tr("not known yet");
}

QString toneOf(Grant grant) {
    switch (grant) {
    case Grant::RealTime:
        return QStringLiteral("good");
    case Grant::Delayed:
        return QStringLiteral("warn");
    case Grant::None:
    case Grant::Unknown:
        break;
    }
    return {};
}

void setTone(QLabel& label, const QString& tone) {
    if (label.property("tone").toString() == tone)
        return;
    label.setProperty("tone", tone);
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

} // namespace

DataPage::DataPage(DataReader& reader, DeskReader& desk, QWidget* parent)
    : QWidget(parent), m_data(reader), m_desk(desk), m_table(new QWidget(this)),
      m_grid(new QGridLayout(m_table)), m_advice(new QLabel(this)),
      m_ask(new QPushButton(tr("Ask the providers again"), this)) {
    setObjectName(QStringLiteral("settings.data"));
    auto* intro = new QLabel(tr("Orders always go to Alpaca. Market data is asked of the providers in this "
                                "order; where the first has nothing, the next one steps in, and a chart "
                                "never mixes two of them."),
                             this);
    intro->setWordWrap(true);
    intro->setProperty("role", QStringLiteral("muted"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(32);
    m_grid->setVerticalSpacing(8);
    m_advice->setObjectName(QStringLiteral("settings.data.advice"));
    m_advice->setWordWrap(true);
    m_ask->setObjectName(QStringLiteral("settings.data.ask"));
    connect(m_ask, &QPushButton::clicked, this, [this] { m_data.askAgain(); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(intro);
    column->addWidget(m_table, 0, Qt::AlignLeft);
    column->addWidget(m_advice);
    column->addWidget(m_ask, 0, Qt::AlignLeft);
    column->addStretch(1);
    m_changed = m_data.subscribe([this] { refresh(); });
    m_deskChanged = m_desk.subscribe([this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

void DataPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void DataPage::makeTable() {
    const auto children = m_table->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget* child : children)
        delete child;
    m_columns.clear();
    m_order = m_data.report().grants.order();
    const auto put = [this](const QString& text, int row, int place, const char* role) {
        auto* label = new QLabel(text, m_table);
        if (*role != 0)
            label->setProperty("role", QString::fromLatin1(role));
        m_grid->addWidget(label, row, place);
        return label;
    };
    for (std::size_t row = 0; row < kShown.size(); ++row)
        put(nameText(kShown[row]), static_cast<int>(row) + 1, 0, "");
    const int budgetRow = static_cast<int>(kShown.size()) + 1;
    put(tr("Requests left this minute"), budgetRow, 0, "muted");
    int place = 1;
    for (const Vendor vendor : m_order) {
        const std::string_view vendorName = market::nameOf(vendor);
        put(QString::fromUtf8(vendorName.data(), static_cast<qsizetype>(vendorName.size())), 0, place,
            "heading");
        Column& column = m_columns[vendor];
        for (std::size_t row = 0; row < kShown.size(); ++row) {
            QLabel* cell = put({}, static_cast<int>(row) + 1, place, "");
            cell->setObjectName(QStringLiteral("settings.data.%1.%2")
                                    .arg(QString::fromUtf8(market::toText(vendor).data()))
                                    .arg(static_cast<int>(kShown[row])));
            column.cells[kShown[row]] = cell;
        }
        column.budget = put({}, budgetRow, place, "muted");
        ++place;
    }
}

bool DataPage::isServing(Vendor vendor, Capability capability) const {
    if (capability != Capability::StockStream && capability != Capability::OptionStream)
        return false;
    const auto& links = m_desk.snapshot()->links;
    const auto link = links.find(capability == Capability::StockStream ? engine::Channel::StockStream
                                                                       : engine::Channel::OptionStream);
    return link != links.end() && link->second.vendor == vendor &&
           link->second.state == engine::LinkState::Open;
}

void DataPage::fill(Vendor vendor, const Column& column) {
    const market::DataReport& report = m_data.report();
    for (const auto& [capability, cell] : column.cells) {
        const market::GrantState& state = report.grants.state(vendor, capability);
        const bool isShownLive = isServing(vendor, capability);
        cell->setText(isShownLive ? tr("%1, in use").arg(grantText(state.grant)) : grantText(state.grant));
        cell->setToolTip(state.why.empty() ? QString() : sentenceText(state.why));
        setTone(*cell, toneOf(state.grant));
    }
    for (const market::VendorUse& use : report.use)
        if (use.vendor == vendor)
            column.budget->setText(use.isPaused ? tr("paused after failures; tried again by itself")
                                                : tr("%1 of %2").arg(use.budgetLeft).arg(use.perMinute));
}

void DataPage::refresh() {
    const market::DataReport& report = m_data.report();
    if (m_columns.empty() || m_order != report.grants.order())
        makeTable();
    for (const auto& [vendor, column] : m_columns)
        fill(vendor, column);
    QStringList lines;
    for (const std::string& sentence : report.advice)
        lines += sentenceText(sentence);
    if (m_order.size() == 1 && m_order.front() == Vendor::Alpaca)
        lines +=
            tr("With a Polygon key, entered under Keys, a second provider can step in when Alpaca's data "
               "is away.");
    m_advice->setText(lines.join(QLatin1Char('\n')));
    m_advice->setVisible(!lines.isEmpty());
    m_ask->setEnabled(!report.isAsking);
}

} // namespace strikedesk::ui
