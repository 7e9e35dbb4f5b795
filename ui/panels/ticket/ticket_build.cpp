// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/ticket/ticket_widget.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

constexpr int kPad = 3 * metrics::kGrid;
constexpr int kLeastWidth = 344;

QLabel* label(const QString& name, int pixels, QFont::Weight weight, QWidget* parent) {
    auto* made = new QLabel(parent);
    made->setObjectName(name);
    made->setFont(Theme::current().font(pixels, weight));
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

QPushButton* TicketPanel::link(const QString& name, const QString& text, const QString& tip, bool checkable,
                               std::function<void()> run) {
    auto* made = new QPushButton(text, this);
    made->setObjectName(name);
    made->setAccessibleName(tip);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    made->setCheckable(checkable);
    made->setProperty("ticketLink", true);
    QObject::connect(made, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    return made;
}

QHBoxLayout* TicketPanel::fieldRow(const QString& name, StepField* field,
                                   const std::vector<QWidget*>& extras) {
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* title = label({}, metrics::kBody, QFont::Normal, this);
    title->setText(name);
    title->setBuddy(field->edit());
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setFixedWidth(Theme::current().scaled(94));
    row->addWidget(title);
    row->addWidget(field);
    row->addSpacing(metrics::kGrid);
    for (QWidget* extra : extras)
        row->addWidget(extra);
    row->addStretch(1);
    return row;
}

QWidget* TicketPanel::buildSides() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * metrics::kGrid);
    const auto side = [&](const QString& name, const QString& text, bool buys) {
        auto* made = new QPushButton(text, box);
        made->setObjectName(name);
        made->setAccessibleName(text);
        made->setCheckable(true);
        made->setAutoDefault(false);
        made->setProperty("ticketSide", true);
        made->setProperty("sells", !buys);
        QObject::connect(made, &QPushButton::clicked, this, [this, buys] { setSide(buys); });
        row->addWidget(made, 1);
        return made;
    };
    m_ui.buy = side(QStringLiteral("ticket.buy"), tr("Buy to open"), true);
    m_ui.sell = side(QStringLiteral("ticket.sell"), tr("Sell"), false);
    return box;
}

QWidget* TicketPanel::buildFields() {
    auto* box = new QWidget(this);
    auto* all = new QVBoxLayout(box);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(metrics::kGrid + 1);
    m_ui.quantity = new StepField(QStringLiteral("ticket.quantity"), tr("Quantity"), this);
    m_ui.limit = new StepField(QStringLiteral("ticket.limit"), tr("Limit price"), this);
    m_ui.target = new StepField(QStringLiteral("ticket.target"), tr("Take-profit"), this);
    m_ui.stop = new StepField(QStringLiteral("ticket.stop"), tr("Stop, watched"), this);
    std::vector<QWidget*> presets;
    for (const int count : {1, 5, 10})
        presets.push_back(link(QStringLiteral("ticket.quantity.%1").arg(count), QString::number(count),
                               tr("Quantity %1").arg(count), false, [this, count] {
                                   m_ui.quantity->setText(QString::number(count));
                                   edited();
                               }));
    presets.push_back(link(QStringLiteral("ticket.quantity.share"), tr("5 %"),
                           tr("5 % of the account's equity"), false, [this] { useShareOfEquity(); }));
    all->addLayout(fieldRow(tr("Quantity"), m_ui.quantity, presets));
    const auto priced = [&](const QString& name, const QString& text, const QString& tip, int side) {
        return link(name, text, tip, false, [this, side] {
            setLimit(quotedPrice(side));
            edited();
        });
    };
    all->addLayout(
        fieldRow(tr("Limit"), m_ui.limit,
                 {priced(QStringLiteral("ticket.limit.bid"), tr("bid"), tr("Limit at the bid"), -1),
                  priced(QStringLiteral("ticket.limit.mid"), tr("mid"), tr("Limit at the mid"), 0),
                  priced(QStringLiteral("ticket.limit.ask"), tr("ask"), tr("Limit at the ask"), 1)}));
    m_ui.exits = new QWidget(this);
    auto* exits = new QVBoxLayout(m_ui.exits);
    exits->setContentsMargins(0, 0, 0, 0);
    exits->setSpacing(metrics::kGrid + 1);
    const auto meaning = [&](const QString& name, const QString& text, const QString& tip,
                             TargetMeaning kind) {
        auto* made = link(name, text, tip, true, [this, kind] { setTargetMeaning(kind); });
        m_ui.targetMeanings[static_cast<int>(kind)] = made;
        return made;
    };
    m_ui.targetPrice = label(QStringLiteral("ticket.target.price"), metrics::kSecondary, QFont::Normal, this);
    m_ui.stopPrice = label(QStringLiteral("ticket.stop.price"), metrics::kSecondary, QFont::Normal, this);
    exits->addLayout(
        fieldRow(tr("Take-profit"), m_ui.target,
                 {meaning(QStringLiteral("ticket.target.at"), tr("at"), tr("Take-profit at a price"),
                          TargetMeaning::Price),
                  meaning(QStringLiteral("ticket.target.amount"), tr("+$"),
                          tr("Take-profit by an amount above the entry"), TargetMeaning::PlusAmount),
                  meaning(QStringLiteral("ticket.target.percent"), tr("+%"),
                          tr("Take-profit by percent above the entry"), TargetMeaning::PlusPercent),
                  m_ui.targetPrice}));
    const auto stopMeaning = [&](const QString& name, const QString& text, const QString& tip,
                                 StopMeaning kind) {
        auto* made = link(name, text, tip, true, [this, kind] { setStopMeaning(kind); });
        m_ui.stopMeanings[static_cast<int>(kind)] = made;
        return made;
    };
    exits->addLayout(fieldRow(
        tr("Stop (watched)"), m_ui.stop,
        {stopMeaning(QStringLiteral("ticket.stop.at"), tr("at"), tr("Stop at a price"), StopMeaning::Price),
         stopMeaning(QStringLiteral("ticket.stop.percent"), tr("−%"), tr("Stop by percent below the limit"),
                     StopMeaning::MinusPercent),
         m_ui.stopPrice}));
    all->addWidget(m_ui.exits);
    m_ui.problem = label(QStringLiteral("ticket.problem"), metrics::kSecondary, QFont::Normal, this);
    m_ui.problem->setWordWrap(true);
    all->addWidget(m_ui.problem);
    return box;
}

QWidget* TicketPanel::buildFigures() {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, metrics::kGrid, 0, 0);
    grid->setHorizontalSpacing(metrics::kGrid);
    grid->setVerticalSpacing(1);
    static constexpr const char* kNames[] = {"ticket.cost", "ticket.breakEven", "ticket.bounds",
                                             "ticket.exits", "ticket.power"};
    for (int i = 0; i < 5; ++i) {
        const QString name = QString::fromLatin1(kNames[i]);
        m_ui.names[i] = label(name + QStringLiteral(".name"), metrics::kSecondary, QFont::Normal, box);
        m_ui.names[i]->setForegroundRole(QPalette::PlaceholderText);
        m_ui.values[i] = label(name, metrics::kSecondary, QFont::Medium, box);
        m_ui.values[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(m_ui.names[i], i, 0);
        grid->addWidget(m_ui.values[i], i, 1);
    }
    grid->setColumnStretch(1, 1);
    return box;
}

QWidget* TicketPanel::buildFoot() {
    auto* box = new QWidget(this);
    auto* all = new QVBoxLayout(box);
    all->setContentsMargins(kPad, metrics::kGrid, kPad, 2 * metrics::kGrid);
    all->setSpacing(metrics::kGrid);
    m_ui.liveWord = new QLineEdit(box);
    m_ui.liveWord->setObjectName(QStringLiteral("ticket.liveWord"));
    m_ui.liveWord->setAccessibleName(tr("Type LIVE to trade real money in this session"));
    m_ui.liveWord->setPlaceholderText(tr("Type LIVE to trade real money in this session"));
    m_ui.liveWord->setProperty("ticketField", true);
    m_ui.liveWord->setMaxLength(16);
    m_ui.liveWord->hide();
    all->addWidget(m_ui.liveWord);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGrid);
    m_ui.result = label(QStringLiteral("ticket.result"), metrics::kSecondary, QFont::Medium, box);
    m_ui.result->setWordWrap(true);
    row->addWidget(m_ui.result, 1);
    m_ui.fresh =
        link(QStringLiteral("ticket.fresh"), tr("New ticket"), tr("Begin another order"), false, [this] {
            openDraft();
            m_ui.quantity->edit()->setFocus();
        });
    row->addWidget(m_ui.fresh);
    all->addLayout(row);
    m_ui.submit = new QPushButton(box);
    m_ui.submit->setObjectName(QStringLiteral("ticket.submit"));
    m_ui.submit->setAutoDefault(false);
    m_ui.submit->setProperty("ticketSubmit", true);
    m_ui.submit->setFont(Theme::current().font(metrics::kTable, QFont::Bold));
    QObject::connect(m_ui.submit, &QPushButton::clicked, this, [this] { submit(false); });
    all->addWidget(m_ui.submit);
    return box;
}

void TicketPanel::build() {
    setObjectName(QStringLiteral("ticket"));
    setAccessibleName(tr("Order ticket"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(kPad, 2 * metrics::kGrid, kPad, 0);
    column->setSpacing(metrics::kGrid);
    column->addWidget(buildSides());
    auto* head = new QHBoxLayout;
    m_ui.contract = label(QStringLiteral("ticket.contract"), metrics::kTitle, QFont::DemiBold, inner);
    m_ui.greeks = label(QStringLiteral("ticket.greeks"), metrics::kSecondary, QFont::Normal, inner);
    m_ui.greeks->setForegroundRole(QPalette::PlaceholderText);
    head->setSpacing(0);
    head->addWidget(m_ui.greeks, 1);
    auto* naming = new QVBoxLayout;
    naming->setSpacing(0);
    naming->addWidget(m_ui.contract);
    naming->addLayout(head);
    column->addLayout(naming);
    column->addWidget(buildFields());
    column->addWidget(buildFigures());
    m_ui.checks = new CheckList(inner);
    auto* listScroll = new QScrollArea(inner);
    listScroll->setObjectName(QStringLiteral("ticket.checksArea"));
    listScroll->setWidget(m_ui.checks);
    listScroll->setWidgetResizable(true);
    listScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    listScroll->setMinimumHeight(Theme::current().scaled(52));
    listScroll->setFocusPolicy(Qt::TabFocus);
    column->addWidget(listScroll, 1);
    m_ui.payoff = new charts::PayoffView(inner);
    m_ui.payoff->setObjectName(QStringLiteral("ticket.payoff"));
    m_ui.payoff->setAccessibleName(tr("Payoff at expiry"));
    m_ui.payoff->setFixedHeight(Theme::current().scaled(88));
    column->addWidget(m_ui.payoff);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("ticket.scroll"));
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    m_ui.checks->setAutoFillBackground(false);
    listScroll->viewport()->setAutoFillBackground(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(2, 3, 2, 2);
    all->setSpacing(0);
    all->addWidget(scroll, 1);
    all->addWidget(buildFoot());
    m_ui.day = link(QStringLiteral("ticket.day"), tr("day"), tr("Good for the day"), true, [this] {
        m_ui.gtc->setChecked(false);
        m_ui.day->setChecked(true);
        edited();
    });
    m_ui.gtc = link(QStringLiteral("ticket.gtc"), tr("gtc"), tr("Good till cancelled"), true, [this] {
        m_ui.day->setChecked(false);
        m_ui.gtc->setChecked(true);
        edited();
    });
    m_ui.day->setChecked(true);
    head->addWidget(m_ui.day);
    head->addWidget(m_ui.gtc);
    setTabOrder(m_ui.sell, m_ui.day);
    setTabOrder(m_ui.day, m_ui.gtc);
    setTabOrder(m_ui.gtc, m_ui.quantity->edit());
    connectFields();
}

void TicketPanel::connectFields() {
    // Their fields and links are never cut at the side.
    setMinimumWidth(Theme::current().scaled(kLeastWidth));
    m_ui.quantity->edited = [this] { edited(); };
    m_ui.limit->edited = [this] {
        m_limitIsTyped = true;
        edited();
    };
    m_ui.target->edited = [this] { edited(); };
    m_ui.stop->edited = [this] { edited(); };
    m_ui.quantity->stepAsked = [this](int steps) { stepQuantity(steps); };
    m_ui.limit->stepAsked = [this](int steps) { stepPrice(m_ui.limit, steps, false); };
    m_ui.target->stepAsked = [this](int steps) {
        stepPrice(m_ui.target, steps, m_targetMeaning != TargetMeaning::Price);
    };
    m_ui.stop->stepAsked = [this](int steps) {
        stepPrice(m_ui.stop, steps, m_stopMeaning != StopMeaning::Price);
    };
    QObject::connect(m_ui.liveWord, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.trimmed() != QLatin1String("LIVE"))
            return;
        m_isLiveAllowed = true;
        m_ui.liveWord->hide();
        m_ui.submit->setFocus();
        say(tr("Live trading is allowed in this session. Press Enter to go on."), false);
        showSubmit();
    });
}

} // namespace strikedesk::ui
