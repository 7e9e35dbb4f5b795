// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/settings/settings.h"
#include "core/base/settings/settings_markdown.h"
#include "tests/gui/language/translation_file.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace strikedesk {
namespace {

QString root() { return QStringLiteral(STRIKEDESK_SOURCE_DIR); }

QString fileOf(const char* name) {
    return QStringLiteral("%1/translations/%2.ts").arg(root(), QString::fromLatin1(name));
}

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

class TranslationFiles : public testing::TestWithParam<const char*> {};

TEST_P(TranslationFiles, HaveAnAnswerForEverythingAndKeepThePlacesForValues) {
    const auto entries = readTranslations(fileOf(GetParam()));
    ASSERT_FALSE(entries.empty());
    for (const TranslationEntry& entry : entries) {
        const std::string id = entry.id().toStdString();
        EXPECT_FALSE(entry.isUnfinished) << id;
        EXPECT_EQ(entry.forms.size(), entry.isPlural ? 2 : 1) << id;
        for (const QString& form : entry.forms) {
            EXPECT_FALSE(form.trimmed().isEmpty()) << id;
            EXPECT_EQ(placeholdersOf(form).join(QLatin1Char(' ')).toStdString(),
                      placeholdersOf(entry.source).join(QLatin1Char(' ')).toStdString())
                << id << " : " << form.toStdString();
            EXPECT_EQ(form.size() - form.trimmed().size(),
                      entry.source.size() - entry.source.trimmed().size())
                << id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, TranslationFiles,
                         testing::Values("strikedesk_es", "strikedesk_en", "registry_es"));

TEST(Translations, WordsAPersonMustTypeAreNotTranslated) {
    static const QRegularExpression s_typed(QStringLiteral("\\b(FLATTEN|RELEASE|LIVE)\\b"));
    for (const TranslationEntry& entry : readTranslations(fileOf("strikedesk_es"))) {
        if (!entry.source.contains(QLatin1String("Type ")))
            continue;
        for (auto match = s_typed.globalMatch(entry.source); match.hasNext();) {
            const QString word = match.next().captured();
            EXPECT_TRUE(entry.forms.front().contains(word)) << entry.id().toStdString();
        }
    }
}

TEST(Translations, ContextsAreThoseTheProgramAsksWith) {
    // A class asks with the name in its Q_DECLARE_TR_FUNCTIONS, a function with the one it writes out.
    static const QRegularExpression s_asked(QStringLiteral(
        "(?:Q_DECLARE_TR_FUNCTIONS\\(|QT_TRANSLATE_NOOP\\(\\s*\"|translate\\(\\s*\")([\\w:]+)"));
    QSet<QString> asked;
    for (const char* folder : {"app", "charts", "ui"}) {
        QDirIterator files(root() + QLatin1Char('/') + QString::fromLatin1(folder),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile source(files.next());
            ASSERT_TRUE(source.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(source.readAll());
            for (auto match = s_asked.globalMatch(text); match.hasNext();)
                asked.insert(match.next().captured(1));
        }
    }
    for (const TranslationEntry& entry : readTranslations(fileOf("strikedesk_es")))
        EXPECT_TRUE(asked.contains(entry.context)) << entry.id().toStdString();
}

TEST(Translations, EverySettingHasItsWords) {
    QSet<QString> known;
    for (const TranslationEntry& entry : readTranslations(fileOf("registry_es")))
        known.insert(entry.context + QLatin1Char('|') + entry.source);
    const auto expect = [&known](const char* context, const QString& text) {
        if (text.isEmpty())
            return;
        EXPECT_TRUE(known.contains(QString::fromLatin1(context) + QLatin1Char('|') + text))
            << context << ": " << text.toStdString();
    };
    for (const SettingDefinition& setting : kSettings) {
        QString name = fromView(setting.key);
        name = name.mid(name.indexOf(QLatin1Char('.')) + 1).replace(QLatin1Char('_'), QLatin1Char(' '));
        name[0] = name[0].toUpper();
        expect("strikedesk::SettingNames", name);
        expect("strikedesk::Settings", fromView(setting.help));
        expect("strikedesk::SettingGroups", fromView(settingGroup(setting.key)));
        expect("strikedesk::SettingUnits", fromView(setting.unit));
    }
}

TEST(Translations, SentencesOfErrorsAreStillThoseOfTheSources) {
    static const QRegularExpression s_joint(QStringLiteral("\"\\s*\n\\s*\""));
    QString sources;
    for (const char* folder : {"app", "core", "ui"}) {
        QDirIterator files(root() + QLatin1Char('/') + QString::fromLatin1(folder),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile source(files.next());
            ASSERT_TRUE(source.open(QIODevice::ReadOnly));
            sources += QString::fromUtf8(source.readAll()).remove(s_joint);
        }
    }
    for (const TranslationEntry& entry : readTranslations(fileOf("registry_es")))
        EXPECT_TRUE(entry.context != QLatin1String("strikedesk::Errors") ||
                    sources.contains(QLatin1Char('"') + entry.source + QLatin1Char('"')))
            << entry.source.toStdString();
    // Of a sentence with figures the source has the pieces: its beginning is looked for.
    constexpr qsizetype kBeginning = 8;
    for (const TranslationEntry& entry : readTranslations(fileOf("registry_es"))) {
        static const QRegularExpression s_figure(QStringLiteral("%\\d"));
        if (entry.context != QLatin1String("strikedesk::Sentences"))
            continue;
        const QString first = entry.source.split(s_figure, Qt::SkipEmptyParts).front().left(kBeginning);
        EXPECT_TRUE(sources.contains(QLatin1Char('"') + first)) << entry.source.toStdString();
    }
}

TEST(Translations, HoldEveryStringOfTheSources) {
    const QTemporaryDir folder;
    for (const char* name : {"strikedesk_es", "strikedesk_en"})
        ASSERT_TRUE(QFile::copy(fileOf(name),
                                QStringLiteral("%1/%2.ts").arg(folder.path(), QString::fromLatin1(name))));
    QProcess update;
    update.setWorkingDirectory(root());
    update.start(QStringLiteral("bash"),
                 {QStringLiteral("-c"),
                  QStringLiteral("project=$PWD; . tools/translate.sh && update_translations \"$0\""),
                  folder.path()});
    if (!update.waitForStarted() || !update.waitForFinished(120'000))
        GTEST_SKIP() << "needs bash";
    constexpr int kNoTool = 3;
    if (update.exitCode() == kNoTool)
        GTEST_SKIP() << "needs lupdate of Qt 6";
    ASSERT_EQ(update.exitCode(), 0) << update.readAllStandardError().toStdString();
    for (const char* name : {"strikedesk_es", "strikedesk_en"}) {
        QSet<QString> held;
        for (const TranslationEntry& entry : readTranslations(fileOf(name)))
            held.insert(entry.id());
        const auto updated =
            readTranslations(QStringLiteral("%1/%2.ts").arg(folder.path(), QString::fromLatin1(name)));
        EXPECT_FALSE(updated.empty());
        for (const TranslationEntry& entry : updated)
            EXPECT_TRUE(held.contains(entry.id())) << name << " lacks: " << entry.id().toStdString()
                                                   << "\nRun ./dev translate and translate it.";
    }
}

} // namespace
} // namespace strikedesk
