#pragma once
#include "format/schema.h"

namespace rashin::agenda {

const format::Schema& agenda_schema();      ///< agenda.yaml
const format::Schema& names_schema();       ///< technologies.yaml
format::CsvSchema frameworks_schema();      ///< frameworks.csv
format::CsvSchema domestic_schema();        ///< domestic.csv
format::CsvSchema seeds_schema();           ///< seeds.csv
format::CsvSchema recommendations_schema(); ///< recommendations.csv

} // namespace rashin::agenda
