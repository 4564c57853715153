#pragma once
#include "format/schema.h"

namespace rashin::study {

// Weights and tasks, which other kinds of work have too.
format::Schema weights_schema();
format::Schema task_schema();

} // namespace rashin::study
