// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPalette>
#include <QStyleFactory>

/// A static library's resources wait to be asked for; the macro must stand outside every namespace.
static void initIcons() { Q_INIT_RESOURCE(theme_icons); }

namespace strikedesk::ui {

namespace {

/// What the system calls a normal size, in pixels at 96 dots per inch.
constexpr double kNormalPoints = 9.0;

bool hasEqualFigures(const QString& family) {
    QFont font(family);
    font.setPixelSize(100);
    const QFontMetricsF metric(font);
    for (const QChar figure : QStringLiteral("123456789"))
        if (qAbs(metric.horizontalAdvance(figure) - metric.horizontalAdvance(QLatin1Char('0'))) > 0.5)
            return false;
    return true;
}

QString familyInUse() {
    static const QString kFamily = [] {
        for (const char* name : {"Inter", "Noto Sans", "DejaVu Sans"}) {
            const QString family = QString::fromLatin1(name);
            if (!QFontDatabase::hasFamily(family))
                continue;
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
            return family;
#else
            if (hasEqualFigures(family))
                return family;
#endif
        }
        return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return kFamily;
}

double fontScale() {
    static const double kScale = [] {
        const double points = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
        // Sizes below the normal one come from platforms without a setting; the design's sizes are the least.
        return points > kNormalPoints ? points / kNormalPoints : 1.0;
    }();
    return kScale;
}

} // namespace

Theme& Theme::current() {
    static Theme theme;
    return theme;
}

QColor Theme::tint(Token token, double share) const {
    QColor tinted = colour(token);
    tinted.setAlphaF(static_cast<float>(share));
    return tinted;
}

QFont Theme::font(int pixels, QFont::Weight weight) const {
    QFont font(familyInUse());
    font.setPixelSize(scaled(pixels));
    font.setWeight(weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

int Theme::scaled(int pixels) const { return qRound(pixels * fontScale()); }

void Theme::apply(ThemeKind kind, SignColours signs) {
    initIcons();
    m_kind = kind;
    m_signs = signs;
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Token::Canvas));
    palette.setColor(QPalette::WindowText, colour(Token::Text));
    palette.setColor(QPalette::Base, colour(Token::Panel));
    palette.setColor(QPalette::AlternateBase, colour(Token::Raised));
    palette.setColor(QPalette::Text, colour(Token::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Token::Muted));
    palette.setColor(QPalette::Button, colour(Token::Raised));
    palette.setColor(QPalette::ButtonText, colour(Token::Text));
    palette.setColor(QPalette::Highlight, colour(Token::Accent));
    palette.setColor(QPalette::HighlightedText, colour(Token::OnColour));
    palette.setColor(QPalette::ToolTipBase, colour(Token::Raised));
    palette.setColor(QPalette::ToolTipText, colour(Token::Text));
    palette.setColor(QPalette::Link, colour(Token::Accent));
    palette.setColor(QPalette::Disabled, QPalette::Text, colour(Token::Muted));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, colour(Token::Muted));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, colour(Token::Muted));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(palette);
    QApplication::setFont(font(metrics::kBody));
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance()))
        application->setStyleSheet(styleSheet(*this));
    m_changed.publish();
}

} // namespace strikedesk::ui
