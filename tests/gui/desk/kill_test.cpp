// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/desk_state.h"
#include "tests/integration/ctl/programs.h"
#include "tests/integration/session/venue_control.h"
#include "tests/unit/store/temporary_directory.h"

#include <QJsonDocument>
#include <QProcess>

#include <nlohmann/json.hpp>

// The program with the window is killed without warning while the venue lives on, and started again.

namespace strikedesk::test {
namespace {

constexpr const char* kSpeed = "10";
constexpr int kLongestMs = 120'000;

/// The real window in a process of its own.
class DeskProcess {
public:
    DeskProcess(const std::string& what, const TemporaryDirectory& folder, std::uint16_t port,
                const QString& wanted = {}) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("STRIKEDESK_TEST_VENUE_PORT"), QString::number(port));
        environment.insert(QStringLiteral("STRIKEDESK_TEST_WANTED_STATE"), wanted);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(STRIKEDESK_DESK_PROGRAM),
                        {QString::fromStdString(what), QString::fromStdString(folder.path().string()),
                         QString::fromLatin1(kSpeed)});
    }
    ~DeskProcess() { kill(); }

    /// What the window says it shows; empty after a test failure.
    QString state() {
        QString said;
        while (m_process.canReadLine() || m_process.waitForReadyRead(kLongestMs)) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (line.startsWith(QStringLiteral("state ")))
                return line.mid(6);
            said += line + QLatin1Char('\n');
        }
        ADD_FAILURE() << said.toStdString() << m_process.readAllStandardError().toStdString();
        return {};
    }
    /// Its exit code; -1 when it was killed or did not end.
    int wait() {
        const bool ended = m_process.waitForFinished(kLongestMs);
        return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    void kill() {
        m_process.kill(); // SIGKILL: nothing is saved, nothing is said
        m_process.waitForFinished(kLongestMs);
    }

private:
    QProcess m_process;
};

QJsonObject objectOf(const QString& text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

TEST(DeskKill, AWindowKilledWithoutWarningComesBackAsItWas) {
    const TemporaryDirectory folder;
    // An entry that fills at once has one target order.
    const VenueProcess process({"--speed", kSpeed, "--fills-in-parts", "0"});
    const VenueControl venue(process.port());
    QString before;
    {
        DeskProcess window("prepare", folder, process.port());
        before = window.state();
        ASSERT_FALSE(before.isEmpty());
        window.kill();
    }
    ASSERT_EQ(venue.get("/v2/orders?status=open").size(), 1U) << "the target rests while nobody is there";
    const std::int64_t writes = venue.arrivedWrites();
    DeskProcess window("look", folder, process.port(), before);
    const QString after = window.state();
    EXPECT_EQ(window.wait(), 0);
    EXPECT_EQ(after, before) << differencesOf(objectOf(before), objectOf(after)).toStdString();
    const auto open = venue.get("/v2/orders?status=open");
    ASSERT_EQ(open.size(), 1U) << open.dump();
    EXPECT_EQ(open.at(0).at("side"), "sell");
    EXPECT_EQ(open.at(0).at("qty"), std::to_string(TradeByHand::kContracts));
    EXPECT_EQ(venue.arrivedWrites(), writes) << "the new start sent an order";
    EXPECT_EQ(venue.mostArrivalsOfOneId(), 1);
}

} // namespace
} // namespace strikedesk::test
