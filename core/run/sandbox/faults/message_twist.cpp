// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/message_twist.h"

#include "core/run/sandbox/http/bounded_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

bool saysOneOf(const json& object, const char* name, std::initializer_list<std::string_view> words) {
    if (!object.is_object())
        return false;
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string())
        return false;
    const auto& said = found->get_ref<const std::string&>();
    return std::find(words.begin(), words.end(), said) != words.end();
}

bool replaceWord(json& object, const char* name, const char* word) {
    if (!object.is_object())
        return false;
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string())
        return false;
    *found = word;
    return true;
}

bool twistOne(json& object) {
    if (replaceWord(object, "T", "zz") || replaceWord(object, "ev", "ZZ"))
        return true;
    if (object.is_object() && object.contains("data") && object["data"].is_object()) {
        json& data = object["data"];
        return data.contains("order") && replaceWord(data["order"], "status", "awaiting_moonrise");
    }
    return replaceWord(object, "status", "awaiting_moonrise");
}

bool addTo(json& object) {
    if (!object.is_object())
        return false;
    object["new_vendor_field"] = {{"nested", {1, 2, 3}}};
    if (object.contains("data") && object["data"].is_object()) {
        addTo(object["data"]);
        if (object["data"].contains("order"))
            addTo(object["data"]["order"]);
    }
    return true;
}

} // namespace

TwistedMessage::TwistedMessage(std::string_view bytes) : m_message(std::make_unique<json>(parseJson(bytes))) {
    if (isReadable())
        return;
    *m_message = parseMessagePack(bytes);
    m_isMessagePack = true;
}

TwistedMessage::~TwistedMessage() = default;

bool TwistedMessage::isReadable() const { return m_message->is_object() || m_message->is_array(); }

bool TwistedMessage::isFill() const {
    return m_message->is_object() && m_message->contains("data") &&
           saysOneOf((*m_message)["data"], "event", {"fill", "partial_fill"});
}

bool TwistedMessage::isControl() const {
    const auto isControlMessage = [](const json& object) {
        return saysOneOf(object, "T", {"success", "error", "subscription"}) ||
               saysOneOf(object, "ev", {"status"}) ||
               saysOneOf(object, "stream", {"authorization", "listening"}) ||
               saysOneOf(object, "action", {"error"});
    };
    if (m_message->is_array())
        return std::any_of(m_message->begin(), m_message->end(), isControlMessage);
    return isControlMessage(*m_message);
}

bool TwistedMessage::twistStatus() {
    if (!m_message->is_array())
        return twistOne(*m_message);
    bool isTwisted = false;
    for (json& entry : *m_message)
        isTwisted = twistOne(entry) || isTwisted;
    return isTwisted;
}

bool TwistedMessage::addFields() {
    if (!m_message->is_array())
        return addTo(*m_message);
    bool isAdded = false;
    for (json& entry : *m_message)
        isAdded = addTo(entry) || isAdded;
    return isAdded;
}

std::string TwistedMessage::bytes() const {
    if (!m_isMessagePack)
        return m_message->dump(-1, ' ', false, json::error_handler_t::replace);
    std::string packed;
    json::to_msgpack(*m_message, packed);
    return packed;
}

} // namespace strikedesk::sandbox
