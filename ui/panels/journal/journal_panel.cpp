// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/journal_panel.h"

#include "ui/panels/blotter/selection.h"
#include "ui/panels/journal/journal_detail.h"
#include "ui/panels/journal/journal_export.h"
#include "ui/panels/journal/journal_model.h"
#include "ui/table/empty_note.h"
#include "ui/table/table_view.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace strikedesk::ui {

namespace {

/// Design pixels from which list and trade stand beside each other, and one over the other.
constexpr int kSideBySide = 760;
constexpr int kStacked = 560;
constexpr int kMostPixels = 20'000; ///< of a part of the splitter in a layout

class JournalPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::JournalPanel)

public:
    JournalPanel(PanelContext context, QWidget* parent);
    ~JournalPanel() override;

    QString title() const override { return tr("Journal"); }
    QString headerNote() const override { return m_note; }
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void themeChanged() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QHBoxLayout* buildBar();
    /// List and trade beside each other, one over the other, or one of the two, as there is room.
    void arrange();
    void swap();
    void build();
    void load();
    void filter();
    void showTotals();
    void showSelected();
    void keepSelection();
    void askFile();
    void say(const QString& sentence);

    JournalModel* m_model;
    bool m_isStale = true;
    std::string m_selectedId;
    QString m_note;
    QLineEdit* m_filter = nullptr;
    bool m_isTradeShown = false; ///< where there is room for one only
    QPushButton* m_swap = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_export = nullptr;
    QLabel* m_said = nullptr;
    QSplitter* m_splitter = nullptr;
    TableView* m_table = nullptr;
    JournalDetail* m_detail = nullptr;
    QLabel* m_totals = nullptr;
    QLabel* m_empty = nullptr;
    JournalExport m_exporter;
    Subscription m_changes;
};

JournalPanel::JournalPanel(PanelContext context, QWidget* parent)
    : Panel(std::move(context), parent), m_model(new JournalModel(this)) {
    setObjectName(QStringLiteral("journal"));
    setAccessibleName(tr("Journal"));
    build();
    m_changes = this->context().journal.subscribe([this] {
        m_isStale = true;
        if (isVisible())
            load();
    });
}

JournalPanel::~JournalPanel() {
    // What was typed last is kept although nobody pressed the button.
    m_detail->save();
}

QHBoxLayout* JournalPanel::buildBar() {
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 6, 12, 6);
    bar->setSpacing(6);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("journal.filter"));
    m_filter->setAccessibleName(tr("Filter the journal"));
    m_filter->setPlaceholderText(tr("Filter: symbol, tag, word of a note, date"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    m_filter->setMaximumWidth(Theme::current().scaled(300));
    connect(m_filter, &QLineEdit::textChanged, this, [this] { filter(); });
    bar->addWidget(m_filter, 1);
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("journal.exported"));
    bar->addWidget(m_said, 1);
    const auto button = [&](const QString& name, const QString& text, const QString& hint) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAccessibleName(hint);
        made->setToolTip(hint);
        made->setProperty("compact", true);
        made->setAutoDefault(false);
        bar->addWidget(made);
        return made;
    };
    m_copy = button(QStringLiteral("journal.copy"), tr("Copy CSV"),
                    tr("Copy the trades shown as comma-separated values"));
    m_export = button(QStringLiteral("journal.export"), tr("Export CSV…"),
                      tr("Write the trades shown to a file of comma-separated values"));
    m_swap =
        button(QStringLiteral("journal.swap"), QString(), tr("Show the trade chosen, or the list again"));
    connect(m_swap, &QPushButton::clicked, this, [this] { swap(); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_exporter.copy(m_model->shown(), [this](const QString& sentence) { say(sentence); });
    });
    connect(m_export, &QPushButton::clicked, this, [this] { askFile(); });
    return bar;
}

void JournalPanel::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buildBar());
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("journal.splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_table = new TableView(QStringLiteral("journal.table"), tr("Finished trades"), m_splitter);
    m_table->setTable(m_model);
    m_detail = new JournalDetail(m_splitter);
    m_detail->saveAsked = [this](const std::string& id, const std::string& notes,
                                 const std::vector<std::string>& tags, std::function<void(Status)> answered) {
        context().journal.annotate(id, notes, tags, std::move(answered));
    };
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({640, Theme::current().scaled(400)});
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_table);
    m_empty = makeEmptyLabel(QStringLiteral("journal.empty"), QString(), this);
    layout->addWidget(m_empty, 1);
    m_totals = new QLabel(this);
    m_totals->setObjectName(QStringLiteral("journal.totals"));
    m_totals->setTextFormat(Qt::RichText);
    m_totals->setContentsMargins(12, 4, 12, 6);
    layout->addWidget(m_totals);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showSelected(); });
    m_table->activated = [this](int) {
        if (!m_swap->isHidden())
            swap();
    };
    arrange();
    showTotals();
}

void JournalPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    arrange();
}

void JournalPanel::arrange() {
    const Theme& theme = Theme::current();
    const bool isWide = width() >= theme.scaled(kSideBySide);
    const bool hasBoth = isWide || height() >= theme.scaled(kStacked);
    const Qt::Orientation orientation = isWide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != orientation) {
        m_splitter->setOrientation(orientation);
        m_splitter->setSizes(isWide ? QList<int>{width() - theme.scaled(400), theme.scaled(400)}
                                    : QList<int>{height() / 3, height() - height() / 3});
        // What the panel grows by goes to the list beside the trade, and to the trade below the list.
        m_splitter->setStretchFactor(0, isWide ? 3 : 1);
        m_splitter->setStretchFactor(1, isWide ? 0 : 2);
    }
    m_copy->setVisible(isWide);
    m_export->setVisible(isWide);
    m_swap->setVisible(!hasBoth);
    m_swap->setText(m_isTradeShown ? tr("List") : tr("Trade"));
    m_table->setVisible(hasBoth || !m_isTradeShown);
    m_detail->setVisible(hasBoth || m_isTradeShown);
}

void JournalPanel::swap() {
    m_isTradeShown = !m_isTradeShown;
    arrange();
    (m_isTradeShown ? static_cast<QWidget*>(m_detail) : m_table)->setFocus();
}

std::vector<PanelAction> JournalPanel::actions() {
    return {
        {QStringLiteral("journal.find"), tr("Filter the journal"), QKeySequence(QKeySequence::Find),
         [this] {
             m_filter->setFocus();
             m_filter->selectAll();
         }},
        {QStringLiteral("journal.export"), tr("Export the journal as CSV"), QKeySequence(),
         [this] { askFile(); }},
    };
}

QJsonObject JournalPanel::saveState() const {
    return {
        {QStringLiteral("columns"), m_table->saveColumns()},
        {QStringLiteral("filter"), m_filter->text()},
        {QStringLiteral("sizes"), QJsonArray{m_splitter->sizes().value(0), m_splitter->sizes().value(1)}}};
}

void JournalPanel::restoreState(const QJsonObject& state) {
    m_table->restoreColumns(state.value(QLatin1String("columns")).toObject());
    m_filter->setText(state.value(QLatin1String("filter")).toString().left(200));
    // Plain figures within bounds: a layout may come from anywhere.
    const QJsonArray sizes = state.value(QLatin1String("sizes")).toArray();
    const auto size = [&sizes](int part) { return std::clamp(sizes.at(part).toInt(), 0, kMostPixels); };
    if (sizes.size() == m_splitter->count() && size(0) + size(1) > 0)
        m_splitter->setSizes({size(0), size(1)});
}

void JournalPanel::refresh(const engine::EngineSnapshot&) {
    if (m_isStale)
        load();
}

void JournalPanel::load() {
    m_isStale = false;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setRows(context().journal.rows());
    keepSelection();
    m_table->verticalScrollBar()->setValue(scrolled);
    showTotals();
}

void JournalPanel::filter() {
    m_model->setFilter(m_filter->text());
    keepSelection();
    showTotals();
}

void JournalPanel::keepSelection() {
    // The newest trade is what one opens the journal for.
    const int newest = m_model->rowCount() > 0 ? 0 : -1;
    const int place = m_selectedId.empty() ? newest : m_model->placeOf(m_selectedId);
    if (place >= 0)
        m_table->selectRow(place);
    showSelected();
}

void JournalPanel::showSelected() {
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || current.row() >= m_model->rowCount()) {
        m_detail->showLine(nullptr);
        return;
    }
    const auto& line = m_model->shown()[static_cast<std::size_t>(current.row())];
    const bool isOther = line->row.id != m_selectedId;
    m_selectedId = line->row.id;
    m_detail->showLine(line);
    if (isOther && m_table->hasFocus()) {
        const LinkSelection wanted = linkOf(line->row.symbol, context().instruments);
        selectContract(line->row.underlying.isEmpty() ? wanted.underlying : line->row.underlying,
                       wanted.contract);
    }
}

void JournalPanel::showTotals() {
    const Theme& theme = Theme::current();
    const JournalTotals totals = totalsOf(m_model->shown());
    const bool any = m_model->total() > 0;
    m_splitter->setVisible(totals.trades > 0);
    m_totals->setVisible(any);
    m_empty->setVisible(totals.trades == 0);
    m_copy->setEnabled(totals.trades > 0);
    m_export->setEnabled(totals.trades > 0);
    m_filter->setEnabled(any || !m_filter->text().isEmpty());
    m_empty->setText(any ? tr("No trade matches the filter.\nClear it to see all %1.").arg(m_model->total())
                         : tr("No finished trade yet.\nA trade is written here once it is closed, with its "
                              "pictures."));
    const Token sign = totals.net.isPositive()   ? Token::Up
                       : totals.net.isNegative() ? Token::Down
                                                 : Token::Text;
    m_totals->setFont(theme.font(metrics::kBody));
    const QString trades =
        totals.trades == 1 ? tr("1 trade") : tr("%1 trades").arg(volumeText(totals.trades));
    m_totals->setText(tr("%1 &nbsp;·&nbsp; %2 % won &nbsp;·&nbsp; net %3")
                          .arg(trades, numberText(totals.winRate(), 1),
                               QStringLiteral("<span style=\"color:%1; font-weight:600\">%2</span>")
                                   .arg(theme.colour(sign).name(), signedMoneyText(totals.net))));
    const QString note = any ? trades : QString();
    if (note != m_note) {
        m_note = note;
        updateHeader();
    }
}

void JournalPanel::themeChanged() {
    showTotals();
    m_detail->repaintFigures();
}

void JournalPanel::askFile() {
    if (m_model->shown().empty())
        return;
    auto* dialog = new QFileDialog(this, tr("Export the journal"), QString(), tr("CSV files (*.csv)"));
    dialog->setObjectName(QStringLiteral("journal.fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("journal.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        say(tr("writing…"));
        m_exporter.write(m_model->shown(), file, [this](const QString& sentence) { say(sentence); });
    });
    dialog->show();
}

void JournalPanel::say(const QString& sentence) {
    m_said->setFont(Theme::current().font(metrics::kSecondary));
    m_said->setText(sentence);
    m_said->setToolTip(sentence);
}

} // namespace

Panel* makeJournalPanel(PanelContext context, QWidget* parent) {
    return new JournalPanel(std::move(context), parent);
}

} // namespace strikedesk::ui
