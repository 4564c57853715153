#pragma once
#include "format/schema.h"

namespace rashin::study {

const format::Schema& study_schema();        ///< study.yaml
const format::Schema& pathways_schema();     ///< pathways.yaml
const format::Schema& options_schema();      ///< options.yaml
const format::Schema& technologies_schema(); ///< technologies.yaml
const format::Schema& advantages_schema();   ///< advantages.yaml
const format::Schema& economy_schema();      ///< mrio.yaml

/// One table of the folder with its columns, keys first, then attributes, then the words of a quantity.
format::CsvSchema rates_schema();         ///< rates.csv
format::CsvSchema impacts_schema();       ///< impacts.csv
format::CsvSchema cross_impacts_schema(); ///< cross_impacts.csv
format::CsvSchema experts_schema();       ///< experts.csv
format::CsvSchema outcomes_schema();      ///< outcomes.csv

/// A YAML file of a study and its schema, for editors and for the reference page.
struct NamedSchema {
  std::string_view file;
  const format::Schema* schema;
};
std::vector<NamedSchema> yaml_schemas();

} // namespace rashin::study
