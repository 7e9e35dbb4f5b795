// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/journal/picture_loader.h"

#include <QAbstractButton>

namespace strikedesk::ui {

/// A picture of a trade, small; a click or Enter shows it large in a window of its own. GUI thread.
class PictureThumb final : public QAbstractButton {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::PictureThumb)

public:
    PictureThumb(const QString& caption, const QString& file, QWidget* parent);
    QSize sizeHint() const override;
    /// The sentence shown in place of the picture; empty once there is one.
    const QString& sentence() const { return m_sentence; }
    bool hasPicture() const { return !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void enlarge();

    QString m_file;
    QString m_sentence;
    QImage m_picture;
    PictureLoader m_loader;
};

} // namespace strikedesk::ui
