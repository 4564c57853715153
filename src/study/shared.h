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
/// The as-of date and the claims, for every value kept; then the faults in the order of the files, each once.
void check_values(Reading& reading);
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
/// The shipped files below `folder`; `{{id}}` becomes `id`.
FileSet from_template(std::string_view folder, std::string_view id);

} // namespace rashin::study
