#include "collect/sea_routes.h"

#include "format/csv.h"

#include <nlohmann/json.hpp>

namespace rashin::collect {
namespace {

using Json = nlohmann::json;

/// One file on its way in: its faults, numbered by feature.
class Reader {
 public:
  explicit Reader(std::string_view file) { place_.file = file; }

  /// The features, or none and a fault.
  Json features(std::string_view bytes) {
    Json document = Json::parse(bytes, nullptr, false);
    if (document.is_discarded()) {
      fault("geojson-broken");
      return {};
    }
    const auto found = document.is_object() ? document.find("features") : document.end();
    if (found == document.end() || !found->is_array()) {
      fault("geojson-no-features");
      return {};
    }
    return *found;
  }

  std::optional<GeoPoint> point(const Json& pair, std::size_t feature) {
    if (pair.is_array() && pair.size() >= 2 && pair[0].is_number() && pair[1].is_number()) {
      const GeoPoint at{pair[1].get<double>(), pair[0].get<double>()};
      if (at.latitude >= -90 && at.latitude <= 90 && at.longitude >= -360 && at.longitude <= 360) return at;
    }
    fault("geojson-position", feature, pair.dump().substr(0, 80));
    return std::nullopt;
  }

  void fault(std::string_view code, std::size_t feature = 0, std::string_view value = {}) {
    diagnostics_.push_back(make_diagnostic(code, place_, {std::to_string(feature), value}));
  }
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  Place place_;
  Diagnostics diagnostics_;
};

std::string text_of(const Json& feature, const char* property) {
  const auto properties = feature.find("properties");
  if (properties == feature.end() || !properties->is_object()) return {};
  const auto value = properties->find(property);
  return value != properties->end() && value->is_string() ? value->get<std::string>() : std::string();
}

const Json* coordinates_of(const Json& feature, std::string& type) {
  if (!feature.is_object()) return nullptr;
  const auto geometry = feature.find("geometry");
  if (geometry == feature.end() || !geometry->is_object()) return nullptr;
  const auto kind = geometry->find("type"), coordinates = geometry->find("coordinates");
  if (kind == geometry->end() || !kind->is_string() || coordinates == geometry->end() || !coordinates->is_array())
    return nullptr;
  type = kind->get<std::string>();
  return &*coordinates;
}

void add_line(Reader& reader, const Json& points, const std::string& passage, std::size_t number,
              std::vector<SeaLine>& lines) {
  SeaLine line{passage, {}};
  for (const Json& pair : points)
    if (const auto at = reader.point(pair, number)) line.points.push_back(*at);
  if (points.size() < 2) reader.fault("geojson-short-line", number, std::to_string(points.size()));
  lines.push_back(std::move(line));
}

} // namespace

Result<std::vector<SeaLine>> read_sea_lines(std::string_view bytes, std::string_view file) {
  Reader reader(file);
  std::vector<SeaLine> lines;
  std::size_t number = 0;
  for (const Json& feature : reader.features(bytes)) {
    ++number;
    std::string type;
    const Json* coordinates = coordinates_of(feature, type);
    if (coordinates && type == "LineString")
      add_line(reader, *coordinates, text_of(feature, "passage"), number, lines);
    else if (coordinates && type == "MultiLineString")
      for (const Json& part : *coordinates) add_line(reader, part, text_of(feature, "passage"), number, lines);
    else
      reader.fault("geojson-geometry", number, type.empty() ? "-" : type);
  }
  if (lines.empty() && reader.diagnostics().empty()) reader.fault("geojson-no-features");
  if (!reader.diagnostics().empty()) return reader.diagnostics();
  return lines;
}

Result<std::vector<Port>> read_ports(std::string_view bytes, std::string_view file) {
  Reader reader(file);
  std::vector<Port> ports;
  std::size_t number = 0;
  for (const Json& feature : reader.features(bytes)) {
    ++number;
    std::string type;
    const Json* coordinates = coordinates_of(feature, type);
    if (!coordinates || type != "Point") {
      reader.fault("geojson-geometry", number, type.empty() ? "-" : type);
      continue;
    }
    const auto at = reader.point(*coordinates, number);
    Port port{text_of(feature, "name"), text_of(feature, "cty"), text_of(feature, "port"), at.value_or(GeoPoint{})};
    if (!port.name.empty()) ports.push_back(std::move(port));
  }
  if (!reader.diagnostics().empty()) return reader.diagnostics();
  return ports;
}

Result<std::vector<Port>> read_world_port_index(std::string_view bytes, std::string_view file) {
  const auto table = format::read_csv(file, bytes);
  if (!table) return table.diagnostics();
  constexpr std::string_view names[] = {"MAIN_PORT_NAME", "Country Code", "UN/LOCODE", "LATITUDE", "LONGITUDE"};
  std::vector<std::size_t> columns;
  Diagnostics faults;
  for (const std::string_view name : names) {
    if (const auto column = table->column(name))
      columns.push_back(*column);
    else
      faults.push_back(make_diagnostic("port-index-column", {std::string(file)}, {name}));
  }
  if (!faults.empty()) return faults;
  std::vector<Port> ports;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const auto latitude = format::number_at(*table, row, columns[3]),
               longitude = format::number_at(*table, row, columns[4]);
    for (const auto* number : {&latitude, &longitude})
      if (!*number) faults.insert(faults.end(), number->diagnostics().begin(), number->diagnostics().end());
    if (!latitude || !longitude || !latitude->has_value() || !longitude->has_value())
      continue; // a port without a position cannot be routed to
    const auto text = [&](std::size_t n) { return table->at(row, columns[n]).text; };
    ports.push_back({text(0), text(1), text(2), {**latitude, **longitude}});
  }
  if (!faults.empty()) return faults;
  return ports;
}

} // namespace rashin::collect
