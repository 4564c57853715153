#pragma once
#include "assessment/model.h"
#include "format/schema.h"

namespace rashin::assessment {

/// Understands the files of an assessment folder (`assessment.yaml` at the root). All faults of all files in one go, as
/// study::read_study. Pure, thread-safe.
Result<Assessment> read_assessment(const FileSet& files);

/// What `status: release` asks and this assessment does not have.
Diagnostics check_release(const Assessment& assessment);

const format::Schema& assessment_schema();
format::CsvSchema parts_schema();     ///< technologies.csv
format::CsvSchema relations_schema(); ///< parts.csv
format::CsvSchema dossiers_schema();  ///< dossiers.csv
format::CsvSchema records_schema();   ///< operations.csv, ecosystems.csv
format::CsvSchema gravity_schema();   ///< gravity.csv
format::CsvSchema systems_schema();   ///< systems.csv
format::CsvSchema links_schema();     ///< links.csv
format::CsvSchema points_schema();    ///< curves.csv
format::CsvSchema papers_schema();    ///< papers.csv
format::CsvSchema credits_schema();   ///< credits.csv

} // namespace rashin::assessment
