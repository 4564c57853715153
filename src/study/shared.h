#pragma once
#include "study/provenance.h"
#include "study/reader.h"
#include "study/tables.h"

namespace rashin::study {

// What other kinds of work (assessments) share with a study: how its first file, values and results are read and
// written.

/// The keys that every kind of work has in its first file, whose form has been checked.
void take_header(Reading& reading, const format::YamlNode& root);
void take_trigger(Reading& reading, const format::YamlNode& mapping);
/// One entry of `weights`, on the criteria of the study that is read.
void read_weights(Reading& reading, const format::YamlNode& item);
/// The as-of date and the claims, for every value kept; then the faults in the order of the files, each once.
void check_values(Reading& reading);
/// A group of values that move together names values of this work.
void check_correlations(Reading& reading);
void put_in_order(Diagnostics& faults);

/// Every input value with its draws and its basis.
ResultTable parameters_table(const Study& study, const RunResult& result);
/// A day after the as-of date as 2010-09-24.
std::string iso_day(const Study& study, double day);

/// Files that are confidential: they stay where they are.
bool is_private(std::string_view name);
/// Names, units and meanings of all columns; the steps from rows to what they rest on.
std::string columns_csv(const std::vector<ResultTable>& tables);
std::string trace_csv(const std::vector<Basis>& steps);
/// All tables of results/ as one workbook, a sheet per table; a fault where a text is beyond the limits of the form.
Result<std::string> workbook(const FileSet& files, const std::vector<ResultTable>& tables);
/// The shipped files below `folder`; `{{id}}` becomes `id`.
FileSet from_template(std::string_view folder, std::string_view id);

} // namespace rashin::study
