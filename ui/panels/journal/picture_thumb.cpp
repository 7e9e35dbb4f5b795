// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/picture_thumb.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

constexpr int kWidth = 200;
constexpr int kHeight = 112;
constexpr int kCaption = 18;

} // namespace

PictureThumb::PictureThumb(const QString& caption, const QString& file, QWidget* parent)
    : QAbstractButton(parent), m_file(file), m_sentence(tr("Loading…")) {
    setObjectName(QStringLiteral("journal.picture"));
    setText(caption);
    setAccessibleName(tr("Picture: %1. Press to enlarge.").arg(caption));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const Theme& theme = Theme::current();
    const QSize within = QSize(theme.scaled(2 * kWidth), theme.scaled(2 * kHeight)) * devicePixelRatioF();
    m_loader.load(file, within, [this](const LoadedPicture& loaded) {
        m_picture = loaded.image;
        m_sentence = loaded.why;
        setEnabled(!m_picture.isNull());
        setToolTip(loaded.why);
        update();
    });
    connect(this, &QAbstractButton::clicked, this, [this] { enlarge(); });
}

QSize PictureThumb::sizeHint() const {
    const Theme& theme = Theme::current();
    return {theme.scaled(kWidth), theme.scaled(kHeight + kCaption)};
}

void PictureThumb::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Theme& theme = Theme::current();
    painter.setFont(theme.font(metrics::kLabel));
    painter.setPen(theme.colour(Token::Muted));
    const int caption = theme.scaled(kCaption);
    painter.drawText(QRect(0, 0, width(), caption), Qt::AlignLeft | Qt::AlignVCenter, text());
    const QRect frame(0, caption, width() - 1, height() - caption - 1);
    painter.fillRect(frame, theme.colour(Token::Raised));
    if (m_picture.isNull()) {
        painter.drawText(frame.adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWrapAnywhere, m_sentence);
    } else {
        const QSize fitted = m_picture.size().scaled(frame.size(), Qt::KeepAspectRatio);
        const QPoint corner(frame.left() + (frame.width() - fitted.width()) / 2,
                            frame.top() + (frame.height() - fitted.height()) / 2);
        painter.drawImage(QRect(corner, fitted), m_picture);
    }
    painter.setPen(theme.colour(hasFocus() || underMouse() ? Token::Accent : Token::Line));
    painter.drawRect(frame);
}

void PictureThumb::enlarge() {
    if (m_picture.isNull())
        return;
    // A window of its own and not modal: trading goes on beside it.
    auto* window = new QWidget(this, Qt::Window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setObjectName(QStringLiteral("journal.enlarged"));
    window->setWindowTitle(text());
    auto* layout = new QVBoxLayout(window);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* picture = new QLabel(tr("Loading…"), window);
    picture->setAlignment(Qt::AlignCenter);
    picture->setAccessibleName(text());
    layout->addWidget(picture);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), window);
    connect(escape, &QShortcut::activated, window, [window] { window->close(); });
    const QRect room = screen() != nullptr ? screen()->availableGeometry() : QRect(0, 0, 1280, 800);
    const QSize within = room.size() * 0.9;
    const double ratio = devicePixelRatioF();
    auto loader = std::make_shared<PictureLoader>();
    // The loader lives as long as the window: closing it ends the wait.
    connect(window, &QObject::destroyed, [loader]() mutable { loader.reset(); });
    loader->load(m_file, within * ratio, [window, picture, ratio](const LoadedPicture& loaded) {
        QPixmap pixmap = QPixmap::fromImage(loaded.image);
        pixmap.setDevicePixelRatio(ratio);
        if (loaded.image.isNull())
            picture->setText(loaded.why);
        else
            picture->setPixmap(pixmap);
        window->adjustSize();
    });
    window->resize(within / 2);
    window->show();
}

} // namespace strikedesk::ui
