#include "server/http.h"

namespace rashin::server {

void EventFeed::push(std::string_view name, std::string_view data) {
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  waiting_.append("event: ").append(name).append("\n");
  for (;;) { // a line break inside the data would end the event
    const std::size_t end = data.find('\n');
    waiting_.append("data: ").append(data.substr(0, end)).append("\n");
    if (end == std::string_view::npos || end + 1 == data.size()) break;
    data.remove_prefix(end + 1);
  }
  waiting_.append("\n");
}

void EventFeed::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

EventFeed::Taken EventFeed::take() {
  const std::lock_guard lock(mutex_);
  return {std::exchange(waiting_, {}), closed_};
}

} // namespace rashin::server
