// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_recorder.h"

#include "core/run/film/film_pages.h"
#include "core/run/film/film_ring.h"
#include "core/run/film/film_writer.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#ifdef __linux__
#include <pthread.h>
#endif

namespace strikedesk::film {

namespace {

/// How often the writer looks into the ring: at 20,000 events a second some 400 wait there then.
constexpr auto kRound = std::chrono::milliseconds(20);
/// The most of a film that a crash may lose.
constexpr auto kFlushAfter = std::chrono::seconds(1);
constexpr const char* kGapReason = "the recorder was too slow";

void nameThisThread() {
#ifdef __linux__
    pthread_setname_np(pthread_self(), "film");
#endif
}

} // namespace

class FilmRecorder::Impl {
public:
    Impl(std::unique_ptr<FilmWriter> writer, FilmRecorderOptions options)
        : m_options(std::move(options)), m_writer(std::move(writer)), m_ring(m_options.ringBytes) {
        if (!m_options.pages.empty())
            m_pages.emplace(m_options.pages);
    }

    void begin() {
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    bool push(RingKind kind, const Moment& at, std::uint64_t number, std::string_view bytes) {
        if (m_stopped.load(std::memory_order_relaxed))
            return false;
        if (m_inGap) {
            if (!m_ring.push(RingKind::Gap, at, m_gapEvents, kGapReason))
                return false;
            m_inGap = false;
            m_gapEvents = 0;
        }
        return m_ring.push(kind, at, number, bytes);
    }

    Status stop();

    FilmRecorderOptions m_options;
    std::unique_ptr<FilmWriter> m_writer;
    FilmRing m_ring;
    // Of the recording thread:
    bool m_inGap = false;
    std::uint64_t m_gapEvents = 0;
    bool m_ended = false;
    std::optional<Error> m_firstError;
    // Of any thread:
    std::atomic<std::uint64_t> m_lost{0};
    std::atomic<bool> m_stopped{false};
    std::atomic<std::uint64_t> m_written{0};

private:
    void run(const std::stop_token& stop);
    void drain();
    Status write(RingEntry& entry);
    void giveUp(const Error& error);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Error> m_writerError;
    std::optional<ChunkStore> m_pages;
    std::jthread m_thread;
};

void FilmRecorder::Impl::run(const std::stop_token& stop) {
    nameThisThread();
    auto flushed = std::chrono::steady_clock::now();
    while (!stop.stop_requested()) {
        if (m_options.beforeRound)
            m_options.beforeRound();
        drain();
        const auto now = std::chrono::steady_clock::now();
        if (now - flushed >= kFlushAfter) {
            flushed = now;
            if (Status done = m_writer->flush(); !done)
                giveUp(done.error());
        }
        m_written.store(m_writer->bytesWritten(), std::memory_order_relaxed);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, kRound, [] { return false; });
    }
    drain();
}

void FilmRecorder::Impl::drain() {
    RingEntry entry;
    while (m_ring.pop(entry)) {
        if (m_writerError)
            continue;
        if (Status written = write(entry); !written)
            giveUp(written.error());
    }
}

Status FilmRecorder::Impl::write(RingEntry& entry) {
    if (m_pages && (entry.kind == RingKind::Event || entry.kind == RingKind::Checkpoint))
        entry.bytes = keepPages(*m_pages, std::move(entry.bytes));
    switch (entry.kind) {
    case RingKind::Event:
        return m_writer->write(FilmEvent{entry.at, std::move(entry.bytes), entry.number});
    case RingKind::Checkpoint:
        return m_writer->write(FilmCheckpoint{entry.at, std::move(entry.bytes)});
    case RingKind::Gap:
        return m_writer->write(FilmGap{entry.number, std::move(entry.bytes)});
    case RingKind::Chunk:
        break;
    }
    return m_writer->write(FilmChunk{std::move(entry.bytes)});
}

void FilmRecorder::Impl::giveUp(const Error& error) {
    if (m_writerError)
        return;
    m_writerError = error;
    m_stopped.store(true, std::memory_order_relaxed);
    if (m_options.onStopped)
        m_options.onStopped(error);
}

Status FilmRecorder::Impl::stop() {
    if (!m_ended) {
        m_ended = true;
        m_thread.request_stop();
        m_thread.join();
        // The thread is gone: its writer is this thread's from here on.
        Status last = m_writerError ? Status(*m_writerError) : done();
        if (last && m_inGap)
            last = m_writer->write(FilmGap{m_gapEvents, kGapReason});
        if (last)
            last = m_writer->finish();
        m_written.store(m_writer->bytesWritten(), std::memory_order_relaxed);
        m_stopped.store(true, std::memory_order_relaxed);
        if (!last)
            m_firstError = last.error();
    }
    return m_firstError ? Status(*m_firstError) : done();
}

FilmRecorder::FilmRecorder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

FilmRecorder::~FilmRecorder() {
    if (Status stopped = stop(); !stopped)
        m_impl->m_ended = true; // onStopped told it, or stop() was called before.
}

Result<std::unique_ptr<FilmRecorder>> FilmRecorder::start(const std::filesystem::path& file,
                                                          const FilmHeader& header,
                                                          FilmRecorderOptions options) {
    Result<std::unique_ptr<FilmWriter>> writer = FilmWriter::create(file, header);
    if (!writer)
        return writer.error();
    auto impl = std::make_unique<Impl>(std::move(writer.value()), std::move(options));
    impl->begin();
    return std::unique_ptr<FilmRecorder>(new FilmRecorder(std::move(impl)));
}

bool FilmRecorder::record(const Moment& at, std::string_view eventBytes, std::uint64_t commandHash) {
    if (m_impl->push(RingKind::Event, at, commandHash, eventBytes))
        return true;
    m_impl->m_inGap = true;
    ++m_impl->m_gapEvents;
    m_impl->m_lost.fetch_add(1, std::memory_order_relaxed);
    return false;
}

bool FilmRecorder::recordCheckpoint(const Moment& at, std::string_view stateBytes) {
    return m_impl->push(RingKind::Checkpoint, at, 0, stateBytes);
}

bool FilmRecorder::recordChunk(std::string_view chunkName) {
    const bool pushed = m_impl->push(RingKind::Chunk, Moment{}, 0, chunkName);
    // The event that follows cannot be replayed without its page.
    m_impl->m_inGap = m_impl->m_inGap || !pushed;
    return pushed;
}

std::uint64_t FilmRecorder::lost() const { return m_impl->m_lost.load(std::memory_order_relaxed); }
bool FilmRecorder::isStopped() const { return m_impl->m_stopped.load(std::memory_order_relaxed); }
std::uint64_t FilmRecorder::bytesWritten() const { return m_impl->m_written.load(std::memory_order_relaxed); }
Status FilmRecorder::stop() { return m_impl->stop(); }

} // namespace strikedesk::film
