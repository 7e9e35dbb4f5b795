// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/faulty_peer.h"

#include "core/run/sandbox/faults/message_twist.h"

#include <utility>

namespace strikedesk::sandbox {

namespace {

/// What a session's own close is called (RFC 6455: policy violation).
constexpr std::uint16_t kPolicyError = 1008;

/// These take hold of a connection.
constexpr KindSet kHolding = kindsOf(FaultKind::Mute, FaultKind::Silent, FaultKind::Cut, FaultKind::Close);
constexpr KindSet kFrames = kHolding | kindsOf(FaultKind::Delay, FaultKind::DropFrame, FaultKind::LoseFill,
                                               FaultKind::Duplicate, FaultKind::Reorder, FaultKind::Malformed,
                                               FaultKind::UnknownStatus, FaultKind::UnknownFields);

/// Whether a rule of kHolding waits for a frame: one with a probability has a chance at each.
bool waitsForFrame(const FaultRule& rule) {
    return rule.rate < 1.0 || rule.skip > 0 || rule.dataOnly ||
           (rule.kind == FaultKind::Cut && rule.value > 0);
}

} // namespace

FaultyPeer::FaultyPeer(FaultBook& book, SocketWire& wire, Channel channel, std::int64_t connection)
    : m_book(book), m_wire(wire) {
    m_place.channel = channel;
    m_place.connection = connection;
    m_book.onRule(connection, [this] { lookAtOnce(); });
}

FaultyPeer::~FaultyPeer() { m_book.onRule(m_place.connection, {}); }

void FaultyPeer::opened() {
    m_isOpen = true;
    lookAtOnce();
}

void FaultyPeer::lookAtOnce() {
    if (!m_isOpen || isMuted())
        return;
    const auto due =
        m_book.takeOne(m_place, kHolding, [](const FaultRule& rule) { return !waitsForFrame(rule); });
    if (!due)
        return;
    takeHold(*due);
    if (due->rule.kind == FaultKind::Cut)
        m_wire.cut();
    else if (due->rule.kind == FaultKind::Close)
        m_wire.close(static_cast<std::uint16_t>(due->rule.value));
}

void FaultyPeer::takeHold(const FaultRuleState& state) {
    if (state.rule.kind == FaultKind::Mute)
        m_mutedBy = state.id;
    if (state.rule.kind != FaultKind::Silent)
        return;
    m_silent = true;
    m_wire.fallSilent();
}

FaultyPeer::Fate FaultyPeer::fateOf(Frame& frame) {
    Fate fate;
    std::optional<TwistedMessage> message;
    const auto read = [&]() -> TwistedMessage& {
        if (!message)
            message.emplace(frame.bytes);
        return *message;
    };
    const auto due = m_book.take(m_place, kFrames, [&](const FaultRule& rule) {
        if ((only(rule.kind) & kHolding) != 0 && !waitsForFrame(rule))
            return false;
        if (rule.kind == FaultKind::Cut && m_bytesLeft)
            return false;
        if (rule.dataOnly && read().isControl())
            return false;
        if (rule.kind == FaultKind::UnknownStatus)
            return TwistedMessage(frame.bytes).twistStatus();
        if (rule.kind == FaultKind::UnknownFields)
            return TwistedMessage(frame.bytes).addFields();
        return rule.kind != FaultKind::LoseFill || read().isFill();
    });
    for (const FaultRuleState& state : due) {
        switch (state.rule.kind) {
        case FaultKind::Delay:
            frame.delayMs += state.rule.value;
            break;
        case FaultKind::DropFrame:
        case FaultKind::LoseFill:
            fate.isLost = true;
            break;
        case FaultKind::Duplicate:
            fate.isDoubled = true;
            break;
        case FaultKind::Reorder:
            fate.isHeld = true;
            break;
        case FaultKind::Malformed:
            fate.isHeralded = true;
            break;
        case FaultKind::UnknownStatus:
        case FaultKind::UnknownFields:
            if (state.rule.kind == FaultKind::UnknownStatus ? read().twistStatus() : read().addFields())
                frame.bytes = read().bytes();
            break;
        case FaultKind::Cut:
            m_bytesLeft = static_cast<std::size_t>(state.rule.value);
            break;
        case FaultKind::Close:
            fate.closeCode = static_cast<std::uint16_t>(state.rule.value);
            break;
        default:
            takeHold(state);
            break;
        }
    }
    return fate;
}

void FaultyPeer::emit(Frame frame) {
    if (!m_bytesLeft)
        return m_wire.send(std::move(frame.bytes), frame.binary, frame.delayMs);
    if (frame.bytes.size() < *m_bytesLeft) {
        *m_bytesLeft -= frame.bytes.size();
        return m_wire.send(std::move(frame.bytes), frame.binary, frame.delayMs);
    }
    const std::size_t part = *m_bytesLeft;
    // Nothing leaves after the cut.
    m_silent = true;
    m_wire.sendPart(std::move(frame.bytes), frame.binary, part);
}

void FaultyPeer::send(std::string bytes, bool binary) {
    if (isMuted())
        return;
    Frame frame{std::move(bytes), binary, 0};
    const Fate fate = fateOf(frame);
    if (isMuted())
        return;
    if (fate.isHeralded)
        emit({frame.bytes.substr(0, frame.bytes.size() / 2), binary, 0});
    // Two in a row that are to wait would leave none to go ahead: the second goes.
    const bool holds = fate.isHeld && !m_held && !fate.isLost;
    if (holds) {
        m_held = frame;
    } else if (!fate.isLost && !m_silent) {
        emit(frame);
    }
    if (fate.isDoubled && !fate.isLost && !m_silent)
        emit(frame);
    if (!holds && m_held && !m_silent)
        emit(*std::exchange(m_held, std::nullopt));
    if (fate.closeCode)
        m_wire.close(*fate.closeCode);
}

void FaultyPeer::close() {
    if (m_silent)
        return;
    if (m_held && !isMuted())
        emit(*std::exchange(m_held, std::nullopt));
    m_wire.close(kPolicyError);
}

void FaultyPeer::cut() { m_wire.cut(); }

} // namespace strikedesk::sandbox
