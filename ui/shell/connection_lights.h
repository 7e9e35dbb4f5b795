// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/desk_reader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QWidget>

#include <array>

namespace strikedesk::ui {

/// How one connection is, for a light. Told by shape as well as colour.
enum class LightState : std::uint8_t {
    Off,     ///< not set up: small dot
    Waiting, ///< connecting or not ready: ring
    Good,    ///< disc
    Bad,     ///< refused or lost: cross
};

/// What a light says.
struct Light {
    QString name; ///< "Data"
    LightState state = LightState::Off;
    QString words; ///< sentences for the tool tip
};

/// Data, Broker, Store, AI, as the snapshot and the facts tell them.
std::array<Light, 4> lightsOf(const engine::EngineSnapshot& snapshot, const DeskFacts& facts);

/// The row of connection lights in the header. Hovering tells state, reason and age in words.
class ConnectionLights : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ConnectionLights)

public:
    ConnectionLights(const DeskReader& desk, QWidget* parent);

    void refresh();
    const Light& light(std::size_t place) const { return m_lights.at(place).light; }
    /// Without names while the header is short of room.
    void setCompact(bool isCompact);
    int widthFor(bool isCompact) const;
    /// What hovering over a light says now, age included.
    QString words(std::size_t place) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Shown {
        Light light;
        QElapsedTimer since; ///< the state has not changed
    };
    static int widthOf(const Light& light, bool isCompact);

    const DeskReader& m_desk;
    std::array<Shown, 4> m_lights;
    bool m_isCompact = false;
    Subscription m_themed;
};

} // namespace strikedesk::ui
