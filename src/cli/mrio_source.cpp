#include "cli/mrio_source.h"

#include "collect/mrio_gzip.h"
#include "collect/mrio_readers.h"
#include "store/file.h"
#include "store/mrio_file.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <vector>

namespace rashin::cli {
namespace fs = std::filesystem;
namespace {

/// Texts of a layout, kept while a reader looks at them; every missing file is named.
class Texts {
 public:
  explicit Texts(fs::path folder) : folder_(std::move(folder)) {}

  collect::NamedText operator()(const std::string& name) {
    fs::path path = folder_ / name;
    if (!fs::exists(path) && fs::exists(folder_ / (name + ".gz"))) path = folder_ / (name + ".gz");
    auto text = read_unpacked(path);
    if (!text) {
      faults_.insert(faults_.end(), text.diagnostics().begin(), text.diagnostics().end());
      return {path.filename().string(), {}};
    }
    kept_.push_back(std::make_unique<std::string>(text.take()));
    return {path.filename().string(), *kept_.back()};
  }
  const Diagnostics& faults() const { return faults_; }

 private:
  fs::path folder_;
  std::vector<std::unique_ptr<std::string>> kept_;
  Diagnostics faults_;
};

std::string folder_layout(const fs::path& path) {
  const auto has = [&](const char* name) {
    return fs::exists(path / name) || fs::exists(path / (std::string(name) + ".gz"));
  };
  if (has("rows.csv") && has("fdcols.csv")) return "wiod";
  if (has("Z.csv") && has("Y.csv")) return "matrices";
  if (has("Z.txt") && has("Y.txt")) // EXIOBASE 3 comes with lists of its labels, a folder saved by pymrio does not
    return has("industries.txt") || has("products.txt") || has("finaldemands.txt") ? "exiobase" : "pymrio";
  return "";
}

/// Empty: none that is known. A file is looked into, and what keeps it from being read is told.
Result<std::string> found_layout(const fs::path& path) {
  if (fs::is_directory(path)) return folder_layout(path);
  if (path.extension() == ".rmrio") return std::string("rashin");
  const auto text = read_unpacked(path);
  if (!text) return text.diagnostics();
  if (text->empty()) return make_diagnostic("mrio-empty", {path.string()});
  const std::string header = text->substr(0, text->find('\n'));
  if (header.find("origin") != std::string::npos) return std::string("long");
  if (header.find("_HFCE") != std::string::npos) return std::string("oecd");
  return std::string();
}

/// The years of wiotYEAR_Z.csv in a folder, ascending.
std::vector<std::string> wiod_years(const fs::path& folder) {
  std::set<std::string> years;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const std::size_t end = name.find("_Z.csv");
    if (name.starts_with("wiot") && end != std::string::npos) years.insert(name.substr(4, end - 4));
  }
  return {years.begin(), years.end()};
}

/// The year to read: the one asked for, or the only one there.
Result<std::string> year_of(const TableSource& source) {
  if (!source.year.empty()) return source.year;
  const std::vector<std::string> years = wiod_years(source.path);
  if (years.size() == 1) return years.front();
  std::string list;
  for (const std::string& year : years) list += (list.empty() ? "" : ", ") + year;
  return make_diagnostic("mrio-year-needed", {source.path.string()}, {list});
}

Result<IoEntries> load_wiod(Texts& texts, const std::string& year) {
  const std::string stem = "wiot" + year;
  const collect::WiodFiles files{texts("rows.csv"), texts("fdcols.csv"), texts(stem + "_Z.csv"), texts(stem + "_Y.csv"),
                                 texts(stem + "_x.csv")};
  if (!texts.faults().empty()) return texts.faults();
  return collect::read_wiod_release(files);
}

Result<IoEntries> load_pair(Texts& texts, const std::string& layout) {
  const std::string ending = layout == "matrices" ? ".csv" : ".txt";
  const collect::NamedText flows = texts("Z" + ending), demand = texts("Y" + ending);
  if (!texts.faults().empty()) return texts.faults();
  if (layout == "matrices") return collect::read_labelled_matrices(flows, demand);
  auto entries = collect::read_pymrio_folder(flows, demand);
  if (!entries || layout != "exiobase") return entries;
  return {entries.take(), {make_diagnostic("mrio-untried-layout", {flows.name}, {"EXIOBASE 3"})}};
}

Result<IoEntries> load_layout(const TableSource& source, const std::string& layout) {
  const bool folder = fs::is_directory(source.path);
  Texts texts(folder ? source.path : source.path.parent_path());
  if (folder && layout == "wiod") return load_wiod(texts, source.year);
  if (folder && (layout == "matrices" || layout == "pymrio" || layout == "exiobase")) return load_pair(texts, layout);
  if (!folder && (layout == "long" || layout == "oecd")) {
    const collect::NamedText text = texts(source.path.filename().string());
    if (!texts.faults().empty()) return texts.faults();
    return layout == "long" ? collect::read_long_csv(text) : collect::read_oecd_icio(text);
  }
  return make_diagnostic("mrio-unknown-layout", {}, {source.path.string()});
}

} // namespace

Result<std::string> read_whole_file(const fs::path& path) {
  auto bytes = store::read_file(path, {.follow_links = true, .most_bytes = store::any_size});
  if (!bytes) return make_diagnostic("mrio-missing-file", {}, {path.string()});
  return bytes;
}

Result<std::string> read_unpacked(const fs::path& path) {
  auto bytes = read_whole_file(path);
  if (!bytes || !bytes->starts_with("\x1f\x8b")) return bytes;
  return collect::unpack_gzip(*bytes, path.filename().string());
}

Result<IoEntries> load_entries(const TableSource& source) {
  if (!fs::exists(source.path)) return make_diagnostic("mrio-missing-file", {}, {source.path.string()});
  TableSource exact = source;
  if (exact.layout.empty()) {
    const auto layout = found_layout(source.path);
    if (!layout) return layout.diagnostics();
    exact.layout = *layout;
  }
  if (exact.layout == "wiod" && fs::is_directory(exact.path)) {
    const auto year = year_of(exact);
    if (!year) return year.diagnostics();
    exact.year = *year;
  }
  auto loaded = load_layout(exact, exact.layout);
  if (!loaded) return loaded;
  Diagnostics notes = loaded.diagnostics();
  IoEntries entries = loaded.take();
  entries.name = fs::weakly_canonical(source.path).filename().string();
  entries.year = exact.year;
  return {std::move(entries), std::move(notes)};
}

Result<supply::CheckedMrio> load_table(const TableSource& source, const supply::MrioOptions& options) {
  if (source.layout == "rashin" || (source.layout.empty() && source.path.extension() == ".rmrio")) {
    return store::open_mrio(source.path);
  }
  const auto entries = load_entries(source);
  if (!entries) return entries.diagnostics();
  auto built = supply::make_mrio(*entries, options);
  if (!built) return built;
  Diagnostics notes = entries.diagnostics();
  notes.insert(notes.end(), built.diagnostics().begin(), built.diagnostics().end());
  return {built.take(), std::move(notes)};
}

std::string year_in(const std::string& name) {
  const std::size_t bar = name.rfind('_');
  const std::string year = bar == std::string::npos ? "" : name.substr(bar + 1);
  return year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos ? year : "";
}

bool is_table(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error) ? !folder_layout(path).empty() : fs::is_regular_file(path, error);
}

std::vector<fs::path> folders_above(const fs::path& folder) {
  std::vector<fs::path> folders;
  for (fs::path at = fs::weakly_canonical(folder); at.has_relative_path(); at = at.parent_path()) folders.push_back(at);
  return folders;
}

namespace {

bool has_year(const fs::path& release, const std::string& year) {
  const std::vector<std::string> years = wiod_years(release);
  return folder_layout(release) == "wiod" && std::find(years.begin(), years.end(), year) != years.end();
}

/// The table `name` at or in `place`; wiod1435_YEAR is also a year of the release there.
std::optional<TableSource> table_at(const fs::path& place, const std::string& name) {
  const std::string year = year_in(name);
  for (const fs::path& path : {place / name, place / (name + ".rmrio"), place / (name + ".csv")})
    if (is_table(path)) return TableSource{path, "", year};
  if (place.filename() == name && is_table(place)) return TableSource{place, "", year};
  if (name.starts_with("wiod1435"))
    for (const fs::path& path : {place / "wiod2013_release", place})
      if (has_year(path, year)) return TableSource{path, "wiod", year};
  return std::nullopt;
}

} // namespace

Result<TableSource> find_table(const std::string& name, const std::vector<fs::path>& given,
                               const std::vector<fs::path>& around) {
  const auto look = [&](const std::vector<fs::path>& folders) -> std::optional<TableSource> {
    for (const fs::path& folder : folders)
      for (const fs::path& place : {folder, folder / "mrio"})
        if (auto found = table_at(fs::weakly_canonical(place), name)) return found;
    return std::nullopt;
  };
  if (const auto found = look(given)) return *found;
  if (const auto found = look(around)) return *found;
  // A table that the user points at serves under any name, if it is the only one.
  if (given.size() == 1 && is_table(given[0])) return TableSource{given[0], "", year_in(name)};
  const char* data = std::getenv("RASHIN_DATA");
  if (data && *data)
    if (const auto found = look({fs::path(data)})) return *found;
  return make_diagnostic("mrio-table-not-found", {}, {name});
}

} // namespace rashin::cli
