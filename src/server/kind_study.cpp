#include "core/country.h"
#include "report/study_report.h"
#include "server/kinds.h"
#include "study/check_numbers.h"
#include "study/read.h"
#include "study/work.h"

#include <algorithm>
#include <set>
#include <thread>

namespace rashin::server {
namespace {

constexpr double quick_share = 0.05;  // of a full run's time
constexpr double report_share = 0.15; // likewise: tables, reports, writing

/// A study's run: first on a few draws, whose results are shown at once; then, unless that was all that is asked for,
/// on all draws: needs are shown first, then all figures, before the further runs. What the run before left is used,
/// and this one leaves the same.
class StudyRun {
 public:
  StudyRun(const RunOrder& order, const study::Study& study)
      : order_(order), study_(study), draws_(order.draws.value_or(study.header.draws)), hand_(order.hand),
        before_(order.works.courses(order.work)) {}

  Result<FileSet> quick() {
    study::RunOptions options = options_of(std::min(draws_, quick_draws));
    options.further_runs = false;
    const auto result = study::run(study_, options);
    if (!result) return result.diagnostics();
    first_courses_ = result->courses;
    first_ = study::result_files(study_, *result, study::result_tables(study_, *result, threads()), order_.read.files);
    show(Stage::First, *result, first_);
    return FileSet{};
  }

  Result<FileSet> full() const {
    study::RunOptions options = options_of(draws_);
    options.earlier.push_back(&first_courses_);
    options.sensitivity_draws = study::usual_sensitivity_draws;
    options.progress = study::part_of(hand_.progress, quick_share, 1 - report_share);
    options.needs_played = [this](const study::RunResult& played) { show_needs(played); };
    options.arms_played = [this](const study::RunResult& played) { show_figures(played); };
    const auto result = study::run(study_, options);
    if (!result) return result.diagnostics();
    order_.works.keep_courses(order_.work, result->courses);
    const auto tables = study::result_tables(study_, *result, threads());
    if (hand_.stop.stop_requested()) return stopped();
    hand_.progress(1 - 2 * report_share / 3);
    return report::finished_files(study_, *result, tables, order_.read.files, threads());
  }

 private:
  static int threads() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }
  static Diagnostics stopped() { return {make_diagnostic("stopped", {})}; }
  study::RunOptions options_of(int draws) const {
    study::RunOptions options;
    options.seed = study_.header.seed, options.draws = draws, options.stop = hand_.stop;
    options.threads = threads();
    options.keep_courses = true;
    if (before_) options.earlier.push_back(before_.get());
    return options;
  }
  void show(Stage stage, const study::RunResult& result, FileSet files) const {
    if (!hand_.stop.stop_requested()) hand_.show(stage, result.draws, draws_, std::move(files));
  }
  void show_needs(const study::RunResult& result) const {
    if (hand_.stop.stop_requested()) return;
    FileSet files = first_;
    for (const study::ResultTable& table : study::needs_result_tables(study_, result, threads()))
      files["results/" + table.name + ".csv"] = to_csv(table.table);
    show(Stage::Needs, result, std::move(files));
  }
  void show_figures(const study::RunResult& result) const {
    if (hand_.stop.stop_requested()) return;
    study::CourseBook courses = before_ ? *before_ : study::CourseBook{}; // what follows may still be of use
    courses[study::arms_part] = result.courses.at(study::arms_part);
    order_.works.keep_courses(order_.work, std::move(courses));
    const auto tables = study::result_tables(study_, result, threads());
    show(Stage::Figures, result, study::result_files(study_, result, tables, order_.read.files));
  }

  const RunOrder& order_;
  const study::Study& study_;
  int draws_;
  const JobHand& hand_;
  std::shared_ptr<const study::CourseBook> before_;
  study::CourseBook first_courses_;
  FileSet first_; ///< shown of the first draws
};

} // namespace

OpenWork open_header(const study::Study& study) {
  const study::Header& header = study.header;
  return {header.title,
          header.question,
          header.status == study::Status::Draft,
          header.as_of,
          to_text(header.marking),
          study.basis,
          study.tasks,
          {},
          {}};
}

Result<OpenWork> open_study(const FileSet& files) {
  auto read = study::read_study(files);
  if (!read) return read.diagnostics();
  Diagnostics notes = read.diagnostics();
  study::Study study = read.take();
  OpenWork open = open_header(study);
  open.focal_country = study.header.focal_country;
  const auto list = [&](const char* group, const auto& things, auto member) {
    auto& names = open.names[group];
    for (const auto& thing : things) names.emplace_back(thing.id, thing.*member);
  };
  list("items", study.network.items, &supply::Item::name);
  list("end_uses", study.network.end_uses, &supply::EndUse::name);
  list("options", study.options, &study::PolicyOption::title);
  list("packages", study.packages, &study::Package::title);
  list("forks", study.tree.nodes, &pathway::TreeNode::question);
  list("pathways", study.pathways, &study::PathwayRecord::title);
  list("technologies", study.technologies, &study::Technology::title);
  for (const auto& [id, title] : study.indicator_titles) open.names["indicators"].emplace_back(id, title);
  std::set<std::string> named;
  for (const auto& supplier : study.network.suppliers) {
    if (!named.insert(supplier.id).second) continue;
    const Country* country = find_country(supplier.id);
    open.names["suppliers"].emplace_back(supplier.id, !supplier.name.empty() ? supplier.name
                                                      : country              ? country->short_name
                                                                             : LocalizedText{supplier.id, supplier.id});
  }
  open.parameters = study.parameters;
  open.study = std::make_shared<const study::Study>(std::move(study));
  return {std::move(open), std::move(notes)};
}

Result<FileSet> run_study(const RunOrder& order) {
  const study::Study& study = *order.read.open->study;
  if (Diagnostics numbers = study::check_numbers(study); has_errors(numbers)) return numbers;
  StudyRun run(order, study);
  auto first = run.quick();
  return order.quick || !first ? first : run.full();
}

} // namespace rashin::server
