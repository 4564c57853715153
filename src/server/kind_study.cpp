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
  list("pathways", study.pathways, &study::PathwayRecord::title);
  list("technologies", study.technologies, &study::Technology::title);
  std::set<std::string> named;
  for (const auto& supplier : study.network.suppliers) {
    if (!named.insert(supplier.id).second) continue;
    const Country* country = find_country(supplier.id);
    open.names["suppliers"].emplace_back(supplier.id,
                                         country ? country->short_name : LocalizedText{supplier.id, supplier.id});
  }
  open.parameters = std::move(study.parameters);
  return {std::move(open), std::move(notes)};
}

Result<FileSet> run_study(const RunOrder& order) {
  const auto read = study::read_study(order.files);
  if (!read) return read.diagnostics();
  if (Diagnostics numbers = study::check_numbers(*read); has_errors(numbers)) return numbers;
  study::RunOptions options;
  options.seed = read->header.seed;
  options.draws = order.draws.value_or(order.quick ? std::min(read->header.draws, quick_draws) : read->header.draws);
  options.further_runs = !order.quick;
  options.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  options.stop = order.stop;
  options.progress = order.progress;
  const auto result = study::run(*read, options);
  if (!result) return result.diagnostics();
  const auto tables = study::result_tables(*read, *result);
  FileSet out = study::run_files(*read, *result, tables, order.files);
  if (!order.quick) out.merge(report::study_reports(*read, *result, tables));
  return out;
}

} // namespace rashin::server
