#include "cli/mrio_source.h"

#include "collect/mrio_gzip.h"
#include "collect/mrio_readers.h"
#include "store/mrio_file.h"

#include <fstream>
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

std::string found_layout(const fs::path& path) {
  const auto has = [&](const char* name) {
    return fs::exists(path / name) || fs::exists(path / (std::string(name) + ".gz"));
  };
  if (fs::is_directory(path)) {
    if (has("rows.csv") && has("fdcols.csv")) return "wiod";
    if (has("Z.csv") && has("Y.csv")) return "matrices";
    if (has("Z.txt") && has("Y.txt")) return "pymrio";
    return "";
  }
  if (path.extension() == ".rmrio") return "rashin";
  const auto text = read_unpacked(path);
  if (!text) return "";
  const std::string header = text->substr(0, text->find('\n'));
  if (header.find("origin") != std::string::npos) return "long";
  if (header.find("_HFCE") != std::string::npos) return "oecd";
  return "";
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
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  if (!file || fs::is_directory(path, error)) return make_diagnostic("mrio-missing-file", {}, {path.string()});
  std::string bytes(static_cast<std::size_t>(fs::file_size(path, error)), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (static_cast<std::size_t>(file.gcount()) != bytes.size())
    return make_diagnostic("mrio-missing-file", {}, {path.string()});
  return bytes;
}

Result<std::string> read_unpacked(const fs::path& path) {
  auto bytes = read_whole_file(path);
  if (!bytes || !bytes->starts_with("\x1f\x8b")) return bytes;
  return collect::unpack_gzip(*bytes, path.filename().string());
}

Result<IoEntries> load_entries(const TableSource& source) {
  if (!fs::exists(source.path)) return make_diagnostic("mrio-missing-file", {}, {source.path.string()});
  const std::string layout = source.layout.empty() ? found_layout(source.path) : source.layout;
  auto loaded = load_layout(source, layout);
  if (!loaded) return loaded;
  Diagnostics notes = loaded.diagnostics();
  IoEntries entries = loaded.take();
  entries.name = fs::weakly_canonical(source.path).filename().string();
  entries.year = source.year;
  return {std::move(entries), std::move(notes)};
}

Result<supply::CheckedMrio> load_table(const TableSource& source, const supply::MrioOptions& options) {
  if (source.layout == "rashin" || (source.layout.empty() && source.path.extension() == ".rmrio")) {
    auto table = store::open_mrio(source.path);
    if (!table) return table.diagnostics();
    return supply::CheckedMrio{table.take(), {}};
  }
  const auto entries = load_entries(source);
  if (!entries) return entries.diagnostics();
  auto built = supply::make_mrio(*entries, options);
  if (!built) return built;
  Diagnostics notes = entries.diagnostics();
  notes.insert(notes.end(), built.diagnostics().begin(), built.diagnostics().end());
  return {built.take(), std::move(notes)};
}

TableSource reference_table(const fs::path& folder, const std::string& name) {
  const std::size_t bar = name.rfind('_');
  const std::string year = bar == std::string::npos ? "" : name.substr(bar + 1);
  if (!found_layout(folder / name).empty()) return {folder / name, "", year};
  if (name.starts_with("wiod") && fs::exists(folder / "wiod2013_release"))
    return {folder / "wiod2013_release", "wiod", year};
  return {folder / name, "", year};
}

} // namespace rashin::cli
