#include "line_answers.h"

#include <condition_variable>
#include <cstdio>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "files.h"

namespace botschaft::cli {
namespace {

// Lines under way at once: enough to keep every core busy, few enough to stay small.
constexpr size_t kMostUnderWay = 1024;

class Lines {
 public:
  Lines(const wire::Session& session, const std::string& defaults, std::string fail_on,
        bool (*is_found)(const std::string&, const std::string&))
      : session_(session), defaults_(defaults), fail_on_(std::move(fail_on)), is_found_(is_found) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < cores; ++i) workers_.emplace_back([this] { work(); });
  }

  // Waits while too many lines are under way.
  void add(std::string line) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return next_in_ - next_out_ < kMostUnderWay; });
    waiting_.emplace_back(next_in_++, std::move(line));
    work_.notify_one();
  }

  LineTotals finish() {
    {
      const std::lock_guard lock(mutex_);
      done_ = true;
    }
    work_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    std::fflush(stdout);
    return totals_;
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      work_.wait(lock, [&] { return done_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      auto [number, line] = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      wire::Reply reply = session_.ask(line, &defaults_.root());
      lock.lock();
      ready_.emplace(number, std::move(reply));
      print_what_is_next();
    }
  }

  // Called with the lock held, so that answers come out whole and in order.
  void print_what_is_next() {
    while (!ready_.empty() && ready_.begin()->first == next_out_) {
      const wire::Reply& reply = ready_.begin()->second;
      ++totals_.lines;
      if (!reply.ok) ++totals_.failed;
      if (is_found_(reply.verdict, fail_on_)) ++totals_.found;
      std::fwrite(reply.json.data(), 1, reply.json.size(), stdout);
      std::fputc('\n', stdout);
      ready_.erase(ready_.begin());
      ++next_out_;
    }
    if (next_out_ == next_in_) std::fflush(stdout);  // somebody may be waiting for just this answer
    room_.notify_one();
  }

  const wire::Session& session_;
  wire::Document defaults_;
  std::string fail_on_;
  bool (*is_found_)(const std::string&, const std::string&);
  std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable room_;
  std::deque<std::pair<size_t, std::string>> waiting_;
  std::map<size_t, wire::Reply> ready_;
  size_t next_in_ = 0;
  size_t next_out_ = 0;
  bool done_ = false;
  LineTotals totals_;
  std::vector<std::thread> workers_;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Result<LineTotals> answer_lines(const wire::Session& session, const std::string& path, const std::string& defaults,
                                bool (*is_found)(const std::string&, const std::string&), const std::string& fail_on) {
  std::unique_ptr<std::FILE, CloseFile> opened;
  std::FILE* file = stdin;
  if (path != "-") {
    opened.reset(std::fopen(path.c_str(), "rb"));
    file = opened.get();
    if (file == nullptr) return cannot_read(path);
  }
  Lines lines(session, defaults, fail_on, is_found);
  char* buffer = nullptr;
  size_t capacity = 0;
  for (ssize_t size = 0; (size = getline(&buffer, &capacity, file)) >= 0;) {
    std::string line(buffer, static_cast<size_t>(size));
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    if (!line.empty()) lines.add(std::move(line));
  }
  std::free(buffer);
  return lines.finish();
}

}  // namespace botschaft::cli
