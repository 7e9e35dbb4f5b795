// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/screen_places.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr int kLeast = 160;
constexpr int kMost = 20'000;

/// Manufacturer and serial where the platform tells them: connectors change names when cables move.
QString identity(const QScreen& screen) {
    const QString made = screen.manufacturer() + screen.model() + screen.serialNumber();
    return made.isEmpty() ? screen.name() : made;
}

qint64 overlap(const QRect& a, const QRect& b) {
    const QRect common = a.intersected(b);
    return common.isEmpty() ? 0 : qint64{common.width()} * common.height();
}

} // namespace

QRect clampedTo(const QRect& place, const QList<QRect>& screens) {
    if (screens.isEmpty())
        return place;
    const QRect* best = &screens.first();
    for (const QRect& screen : screens)
        if (overlap(place, screen) > overlap(place, *best))
            best = &screen;
    QRect fitted = place;
    fitted.setWidth(std::clamp(place.width(), std::min(kLeast, best->width()), best->width()));
    fitted.setHeight(std::clamp(place.height(), std::min(kLeast, best->height()), best->height()));
    fitted.moveLeft(std::clamp(fitted.left(), best->left(), best->right() - fitted.width() + 1));
    fitted.moveTop(std::clamp(fitted.top(), best->top(), best->bottom() - fitted.height() + 1));
    return fitted;
}

QRect clampedToScreens(const QRect& place) {
    QList<QRect> areas;
    for (const QScreen* screen : QGuiApplication::screens())
        areas.append(screen->availableGeometry());
    return clampedTo(place, areas);
}

QJsonObject savePlace(const QWidget& window) {
    const QScreen* screen = window.screen();
    const QRect place = window.isMaximized() ? window.normalGeometry() : window.geometry();
    const QPoint origin = screen ? screen->geometry().topLeft() : QPoint();
    return {{QStringLiteral("screen"), screen ? identity(*screen) : QString()},
            {QStringLiteral("x"), place.x() - origin.x()},
            {QStringLiteral("y"), place.y() - origin.y()},
            {QStringLiteral("width"), place.width()},
            {QStringLiteral("height"), place.height()},
            {QStringLiteral("isMaximised"), window.isMaximized()}};
}

bool restorePlace(QWidget& window, const QJsonObject& saved) {
    const auto number = [&](const char* key) {
        return std::clamp(saved.value(QLatin1String(key)).toInt(0), -kMost, kMost);
    };
    const QSize size(number("width"), number("height"));
    if (size.width() < kLeast || size.height() < kLeast)
        return false;
    const QString wanted = saved.value(QLatin1String("screen")).toString();
    QPoint origin;
    for (const QScreen* screen : QGuiApplication::screens())
        if (identity(*screen) == wanted)
            origin = screen->geometry().topLeft();
    window.setGeometry(clampedToScreens(QRect(origin + QPoint(number("x"), number("y")), size)));
    window.setWindowState(saved.value(QLatin1String("isMaximised")).toBool()
                              ? window.windowState() | Qt::WindowMaximized
                              : window.windowState() & ~Qt::WindowMaximized);
    return true;
}

} // namespace strikedesk::ui
