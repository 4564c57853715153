#include "collect/mrio_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rashin::collect {
namespace {

std::string_view trimmed(std::string_view field) {
  while (!field.empty() && (field.front() == ' ' || field.front() == '\t')) field.remove_prefix(1);
  while (!field.empty() && (field.back() == ' ' || field.back() == '\t')) field.remove_suffix(1);
  return field;
}

int code_points(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// A value shown in a message: never more than a glance.
std::string shown(std::string_view value) {
  constexpr std::size_t longest = 60;
  if (value.size() <= longest) return std::string(value);
  std::size_t cut = longest;
  while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0) == 0x80) --cut;
  return std::string(value.substr(0, cut)) + "…";
}

} // namespace

DelimitedText::DelimitedText(std::string_view text, char delimiter, std::string file)
    : text_(text), delimiter_(delimiter), file_(std::move(file)) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool DelimitedText::next() {
  while (at_ < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    std::string_view line = text_.substr(at_, end - at_);
    at_ = end + 1;
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trimmed(line).empty()) continue;
    split(line);
    return true;
  }
  fields_.clear();
  return false;
}

void DelimitedText::split(std::string_view line) {
  current_ = line;
  fields_.clear();
  starts_.clear();
  unquoted_.clear();
  std::size_t at = 0;
  for (;;) {
    starts_.push_back(at);
    if (at < line.size() && line[at] == '"') {
      std::string value;
      std::size_t from = at + 1, quote = line.find('"', from);
      while (quote != std::string_view::npos && quote + 1 < line.size() && line[quote + 1] == '"') {
        value.append(line.substr(from, quote + 1 - from));
        from = quote + 2;
        quote = line.find('"', from);
      }
      fields_.emplace_back();
      if (quote == std::string_view::npos) {
        fault("mrio-quote-open", fields_.size() - 1, {shown(line.substr(at + 1))});
        return;
      }
      value.append(line.substr(from, quote - from));
      fields_.back() = unquoted_.emplace_back(std::move(value));
      at = std::min(line.find(delimiter_, quote), line.size());
    } else {
      const std::size_t end = std::min(line.find(delimiter_, at), line.size());
      fields_.push_back(trimmed(line.substr(at, end - at)));
      at = end;
    }
    if (at >= line.size()) return;
    ++at;
  }
}

std::optional<double> DelimitedText::number(std::size_t field) {
  std::string_view text = fields_[field];
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem == std::errc::result_out_of_range || (problem == std::errc() && !std::isfinite(value))) {
    fault("mrio-not-finite", field, {shown(fields_[field])});
    return std::nullopt;
  }
  if (problem != std::errc() || end != text.data() + text.size()) {
    fault("value-not-a-number", field, {shown(fields_[field])});
    return std::nullopt;
  }
  return value;
}

std::optional<std::uint32_t> DelimitedText::index(std::size_t field, std::size_t count) {
  const std::string_view text = fields_[field];
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem == std::errc() && end == text.data() + text.size() && value < count) return value;
  fault("mrio-unknown-index", field, {shown(text), std::to_string(count == 0 ? 0 : count - 1)});
  return std::nullopt;
}

bool DelimitedText::expect(std::size_t count) {
  if (fields_.size() == count) return true;
  fault("mrio-ragged-row", std::min(fields_.size(), count) - 1,
        {std::to_string(fields_.size()), std::to_string(count)});
  return false;
}

Place DelimitedText::place(std::size_t field) const {
  Place place{file_, line_, 0, 0, 0, ""};
  if (field < starts_.size()) {
    place.column = code_points(current_.substr(0, starts_[field])) + 1;
    place.begin_byte = static_cast<std::size_t>(current_.data() - text_.data()) + starts_[field];
    const std::size_t next = field + 1 < starts_.size() ? starts_[field + 1] - 1 : current_.size();
    place.end_byte = static_cast<std::size_t>(current_.data() - text_.data()) + next;
  }
  return place;
}

void DelimitedText::fault(std::string_view code, std::size_t field, std::initializer_list<std::string_view> arguments) {
  if (++total_faults_ <= listed_faults) faults_.push_back(make_diagnostic(code, place(field), arguments));
}

Diagnostics DelimitedText::take_faults() {
  if (total_faults_ > listed_faults)
    faults_.push_back(make_diagnostic("mrio-more-faults", {file_}, {std::to_string(total_faults_ - listed_faults)}));
  return std::move(faults_);
}

} // namespace rashin::collect
