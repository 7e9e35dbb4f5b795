// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/desk_catalog.h"
#include "app/desk/language.h"
#include "tests/gui/shell/shell_rig.h"
#include "ui/settings/setting_row.h"
#include "ui/settings/settings_window.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTabBar>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

/// Every word a window shows in labels, buttons and fields.
QSet<QString> wordsOf(const QWidget& window) {
    QSet<QString> words;
    for (const QLabel* label : window.findChildren<QLabel*>())
        words.insert(label->text());
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        words.insert(button->text());
    for (const QLineEdit* field : window.findChildren<QLineEdit*>())
        words.insert(field->placeholderText());
    for (const QTabBar* tabs : window.findChildren<QTabBar*>())
        for (int i = 0; i < tabs->count(); ++i)
            words.insert(tabs->tabText(i));
    return words;
}

TEST(Language, IsTheOneSetOrTheFirstOfThePersonsThatThereIs) {
    using desk::languageOf;
    EXPECT_EQ(languageOf("es", {QStringLiteral("en-US")}), QStringLiteral("es"));
    EXPECT_EQ(languageOf("en", {QStringLiteral("es-MX")}), QStringLiteral("en"));
    EXPECT_EQ(languageOf("system", {QStringLiteral("es-MX"), QStringLiteral("en")}), QStringLiteral("es"));
    EXPECT_EQ(languageOf("system", {QStringLiteral("de-DE"), QStringLiteral("es")}), QStringLiteral("es"));
    EXPECT_EQ(languageOf("system", {QStringLiteral("de-DE"), QStringLiteral("C")}), QStringLiteral("en"));
    EXPECT_EQ(languageOf("system", {}), QStringLiteral("en"));
    EXPECT_EQ(languageOf("", {QStringLiteral("est-EE")}), QStringLiteral("en"));
}

TEST(Language, TheWindowSpeaksSpanishAndEnglishAgainAfterwards) {
    {
        const desk::Language spanish("es");
        EXPECT_EQ(spanish.name(), QStringLiteral("es"));
        EXPECT_EQ(desk::panelCatalog().front().name, QStringLiteral("Lista de seguimiento"));
        ShellRig rig;
        rig.open();
        const QSet<QString> words = wordsOf(*rig.window);
        for (const char* word : {"Operar", "Escáner", "Desarmado", "Buscar símbolo, comando…"})
            EXPECT_TRUE(words.contains(QString::fromUtf8(word))) << word;
        EXPECT_FALSE(words.contains(QStringLiteral("Disarmed")));
        SettingsWindow settings({rig.rig.settings, rig.vault, rig.data, rig.rig.desk}, {});
        const QSet<QString> shown = wordsOf(settings);
        for (const char* word : {"Cuenta paper", "Buscar ajustes", "Idioma de la ventana.",
                                 "Colores de signo", "Límites de riesgo"})
            EXPECT_TRUE(shown.contains(QString::fromUtf8(word))) << word;
        // Figures are written as ever.
        EXPECT_EQ(moneyText(*Money::tryFromText("50412.3")), QStringLiteral("50,412.30"));
    }
    EXPECT_EQ(desk::panelCatalog().front().name, QStringLiteral("Watchlist"));
}

TEST(Language, SentencesOfTheEngineKeepTheirFigures) {
    const desk::Language spanish("es");
    const auto said = [](const char* english) { return sentenceText(english).toStdString(); };
    EXPECT_EQ(said("Quote age 2.1 s ≤ 5 s"), "Edad de la cotización 2.1 s ≤ 5 s");
    EXPECT_EQ(said("Value 1,146.00 ≤ 25,000.00"), "Valor 1,146.00 ≤ 25,000.00");
    EXPECT_EQ(said("Price within collar (-2.7 % of the ask)"), "Precio dentro del collar (−2.7 % del ask)");
    EXPECT_EQ(said("The order could not be recorded and was not sent."),
              "La orden no se pudo anotar y no se envió.");
    EXPECT_EQ(said("Bought 2 SPY 18 Nov 656 C at 0.75."), "Comprados 2 SPY 18 nov 656 C a 0.75.");
    EXPECT_EQ(said("SOFI 27 Nov 29.5 P is closed: -24.00 after fees."),
              "SOFI 27 nov 29.5 P cerrado: −24.00 tras comisiones.");
    EXPECT_EQ(said("Something 12 new was 3 said."), "Something 12 new was 3 said.");
    EXPECT_EQ(said("%1 %2 100%"), "%1 %2 100%");
    EXPECT_EQ(said(""), "");
    EXPECT_EQ(said("1 2 3 4 5 6 7 8 9 10 11"), "1 2 3 4 5 6 7 8 9 10 11");
}

TEST(Language, WhatADataStreamSaysAndTheVendorsOwnWords) {
    const desk::Language spanish("es");
    const auto said = [](const char* english) { return sentenceText(english).toStdString(); };
    EXPECT_EQ(said("Market data arrives."), "Llegan datos de mercado.");
    EXPECT_EQ(said("The data provider refused this. The data provider says: Unknown ticker."),
              "El proveedor de datos rechazó esto. El proveedor de datos dice: Unknown ticker.");
    EXPECT_EQ(
        said("The data server did not confirm 3 of the subscriptions; they may not be in the plan. The "
             "rest goes on."),
        "El servidor de datos no confirmó 3 de las suscripciones; puede que no estén en el plan. El resto "
        "continúa.");
}

TEST(Language, MonthsRefusalsAndTheKillSwitchAreSaidInSpanish) {
    const auto contract = Symbol::of("SPY270115C00600000");
    const std::string refused = "The broker refused to buy 2 SPY 15 Jan 600 C at 0.75: The demo is closed.";
    EXPECT_EQ(contractText(contract), QStringLiteral("SPY 15 Jan 600 C"));
    EXPECT_EQ(sentenceText(refused), QString::fromStdString(refused));
    const desk::Language spanish("es");
    EXPECT_EQ(contractText(contract), QStringLiteral("SPY 15 ene 600 C"));
    EXPECT_EQ(dateText(*Date::tryFromIso("2027-01-15")), QStringLiteral("15 ene 2027"));
    EXPECT_EQ(sentenceText(refused),
              QStringLiteral("El bróker rechazó comprar 2 SPY 15 ene 600 C a 0.75: The demo is closed."));
    EXPECT_EQ(sentenceText("F: the demo does not have that symbol. It trades: SPY, QQQ."),
              QStringLiteral("F: la demostración no tiene ese símbolo. Negocia: SPY, QQQ."));
    ShellRig rig;
    rig.open();
    const QSet<QString> words = wordsOf(*rig.window);
    EXPECT_TRUE(words.contains(QStringLiteral("PARO F12")));
    EXPECT_TRUE(words.contains(QStringLiteral("Grabación")));
}

TEST(Language, EnglishHasItsPlurals) {
    const desk::Language english("en");
    const auto more = [](int count) {
        return QCoreApplication::translate("strikedesk::ui::WatchlistPanel", "%n symbol(s) added.", nullptr,
                                           count);
    };
    EXPECT_EQ(more(1), QStringLiteral("1 symbol added."));
    EXPECT_EQ(more(2), QStringLiteral("2 symbols added."));
}

} // namespace
} // namespace strikedesk::ui
