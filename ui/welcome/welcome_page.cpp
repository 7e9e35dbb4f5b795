// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/welcome_page.h"

#include "ui/settings/broker_keys_form.h"
#include "ui/theme/error_text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

constexpr int kSteps = 3;
constexpr int kCardWidth = 620;
constexpr qsizetype kMostSymbols = 50;

QLabel* words(const QString& text, const char* role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace

WelcomePage::WelcomePage(SettingsReader& settings, WatchlistReader& watchlists, KeyVault& vault,
                         QString dataDirectory, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_watchlists(watchlists),
      m_dataDirectory(std::move(dataDirectory)), m_progress(new QLabel(this)),
      m_steps(new QStackedWidget(this)), m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this)), m_skip(new QPushButton(tr("Skip the welcome"), this)) {
    setObjectName(QStringLiteral("welcome"));
    m_back->setObjectName(QStringLiteral("welcome.back"));
    m_next->setObjectName(QStringLiteral("welcome.next"));
    m_next->setProperty("tone", QStringLiteral("accent"));
    m_skip->setObjectName(QStringLiteral("welcome.skip"));
    m_skip->setFlat(true);
    m_progress->setProperty("role", QStringLiteral("muted"));
    m_steps->addWidget(accountStep(vault));
    m_steps->addWidget(storeStep());
    m_steps->addWidget(watchlistStep());

    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("welcome.card"));
    card->setProperty("surface", QStringLiteral("card"));
    card->setFixedWidth(kCardWidth);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_skip);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(28, 24, 28, 20);
    inside->setSpacing(14);
    inside->addWidget(words(tr("Welcome to Strikedesk"), "title", card));
    inside->addWidget(m_progress);
    inside->addWidget(m_steps, 1);
    inside->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(card, 0, Qt::AlignHCenter);
    column->addStretch(2);

    connect(m_back, &QPushButton::clicked, this, [this] { go(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(step() + 1); });
    connect(m_skip, &QPushButton::clicked, this, [this] { go(kSteps); });
    go(0);
}

void WelcomePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    auto* button = dynamic_cast<QPushButton*>(focusWidget());
    (button != nullptr ? button : m_next)->click();
}

void WelcomePage::go(int step) {
    if (step >= kSteps) {
        // Last, because whoever hears it removes this page.
        if (const auto told = finished)
            told();
        return;
    }
    m_steps->setCurrentIndex(std::max(0, step));
    m_progress->setText(tr("Step %1 of %2").arg(this->step() + 1).arg(kSteps));
    m_back->setEnabled(this->step() > 0);
    m_next->setText(this->step() == kSteps - 1 ? tr("Start") : tr("Next"));
    m_next->setFocus();
}

QWidget* WelcomePage::accountStep(KeyVault& vault) {
    auto* page = new QWidget(m_steps);
    auto* demo = new QRadioButton(tr("Demo: a simulated market and account on this machine"), page);
    demo->setObjectName(QStringLiteral("welcome.demo"));
    auto* paper = new QRadioButton(tr("Paper: the broker's practice account, with your paper key"), page);
    paper->setObjectName(QStringLiteral("welcome.paper"));
    auto* keys = new BrokerKeysForm(vault, QStringLiteral("paper"), page);
    m_modeResult = words(QString(), "muted", page);
    m_modeResult->setObjectName(QStringLiteral("welcome.modeResult"));
    const auto mode = m_settings.settings().textOf("mode");
    const bool isPaper = mode && *mode == "paper";
    demo->setChecked(!isPaper);
    paper->setChecked(isPaper);
    keys->setVisible(isPaper);
    connect(demo, &QRadioButton::clicked, this, [this, keys] {
        keys->hide();
        setMode(QStringLiteral("demo"));
    });
    connect(paper, &QRadioButton::clicked, this, [this, keys] {
        keys->show();
        setMode(QStringLiteral("paper"));
    });
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(words(tr("How do you want to begin?"), "heading", page));
    column->addWidget(demo);
    column->addWidget(paper);
    column->addWidget(keys);
    column->addWidget(m_modeResult);
    column->addWidget(
        words(tr("You can change this at any time in the settings. Real money needs the live mode and "
                 "its own key."),
              "muted", page));
    column->addStretch(1);
    return page;
}

QWidget* WelcomePage::storeStep() {
    auto* page = new QWidget(m_steps);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(words(tr("Where your data is kept"), "heading", page));
    column->addWidget(
        words(tr("Orders, journal, films and pictures are written to this folder on this machine. "
                 "Nothing is sent anywhere else."),
              "muted", page));
    auto* folder = new QLineEdit(m_dataDirectory, page);
    folder->setObjectName(QStringLiteral("welcome.folder"));
    folder->setAccessibleName(tr("Folder for data"));
    auto* result = words(QString(), "muted", page);
    result->setObjectName(QStringLiteral("welcome.folderResult"));
    connect(folder, &QLineEdit::editingFinished, this, [this, folder, result] {
        const QString chosen = folder->text().trimmed();
        if (chosen == m_dataDirectory || chosen.isEmpty())
            return;
        m_settings.change("data.dir", chosen.toStdString(),
                          [result, alive = std::weak_ptr<int>(m_alive)](const Status& status) {
                              if (!alive.expired())
                                  result->setText(status
                                                      ? tr("Saved. The folder is used from the next start.")
                                                      : errorText(status.error()));
                          });
    });
    column->addWidget(folder);
    column->addWidget(result);
    column->addStretch(1);
    return page;
}

QWidget* WelcomePage::watchlistStep() {
    auto* page = new QWidget(m_steps);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(words(tr("What do you trade?"), "heading", page));
    column->addWidget(
        words(tr("Symbols with spaces or commas between, for your first watchlist."), "muted", page));
    auto* row = new QHBoxLayout;
    auto* symbols = new QLineEdit(page);
    symbols->setObjectName(QStringLiteral("welcome.symbols"));
    symbols->setAccessibleName(tr("Symbols for the watchlist"));
    symbols->setPlaceholderText(tr("SPY QQQ AAPL"));
    symbols->setMaxLength(400);
    auto* add = new QPushButton(tr("Add"), page);
    add->setObjectName(QStringLiteral("welcome.add"));
    row->addWidget(symbols, 1);
    row->addWidget(add);
    auto* result = words(QString(), "muted", page);
    result->setObjectName(QStringLiteral("welcome.symbolsResult"));
    const auto take = [this, symbols, result] {
        addSymbols(symbols->text(), result);
        symbols->clear();
    };
    connect(add, &QPushButton::clicked, this, take);
    connect(symbols, &QLineEdit::returnPressed, this, take);
    auto* held = words(QString(), "muted", page);
    held->setObjectName(QStringLiteral("welcome.held"));
    const auto showHeld = [this, held] {
        const auto lists = m_watchlists.lists();
        QStringList names;
        for (const WatchRow& each :
             lists.empty() ? std::vector<WatchRow>() : m_watchlists.rows(lists.front().id))
            names.append(QString::fromStdString(each.symbol.text()));
        held->setText(names.isEmpty() ? QString()
                                      : tr("%1 holds: %2")
                                            .arg(QString::fromStdString(lists.front().name),
                                                 names.join(QStringLiteral(", "))));
    };
    m_listChanged = m_watchlists.subscribe(showHeld);
    showHeld();
    column->addLayout(row);
    column->addWidget(result);
    column->addWidget(held);
    column->addStretch(1);
    return page;
}

void WelcomePage::setMode(const QString& mode) {
    m_settings.change(
        "mode", mode.toStdString(), [this, alive = std::weak_ptr<int>(m_alive)](const Status& status) {
            if (!alive.expired())
                m_modeResult->setText(status ? tr("Saved. The mode is used from the next start.")
                                             : errorText(status.error()));
        });
}

void WelcomePage::addSymbols(const QString& typed, QLabel* result) {
    QString plain = typed.toUpper();
    plain.replace(QLatin1Char(','), QLatin1Char(' '));
    plain.replace(QLatin1Char(';'), QLatin1Char(' '));
    const QStringList symbols = plain.split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, kMostSymbols);
    const auto lists = m_watchlists.lists();
    if (symbols.isEmpty())
        return result->setText(tr("Type at least one symbol."));
    if (lists.empty())
        return result->setText(tr("There is no watchlist yet. Make one in the watchlist panel."));
    // One line a refusal: each says what is wrong with its symbol.
    auto refused = std::make_shared<QStringList>();
    auto added = std::make_shared<int>(0);
    for (const QString& symbol : symbols)
        m_watchlists.add(lists.front().id, symbol.toStdString(),
                         [result, refused, added, alive = std::weak_ptr<int>(m_alive)](const Status& status) {
                             if (alive.expired())
                                 return;
                             if (status)
                                 ++*added;
                             else
                                 refused->append(errorText(status.error()));
                             QStringList lines{tr("Added: %1").arg(*added)};
                             result->setText((lines + *refused).join(QLatin1Char('\n')));
                         });
}

} // namespace strikedesk::ui
