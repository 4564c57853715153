#pragma once
#include "agenda/model.h"
#include "study/reader.h"

namespace rashin::agenda {

// The parts of an agenda beside agenda.yaml; each adds its faults to the reading.
void read_technologies(study::Reading& reading, Agenda& agenda);
/// frameworks.csv or domestic.csv, against the lists of agenda.yaml.
void read_entries(study::Reading& reading, Agenda& agenda, Origin origin);
void read_seeds(study::Reading& reading, Agenda& agenda);
void read_recommendations(study::Reading& reading, Agenda& agenda);

} // namespace rashin::agenda
