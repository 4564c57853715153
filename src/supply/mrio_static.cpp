#include "supply/mrio_static.h"

#include <algorithm>
#include <numeric>

namespace rashin::supply {
namespace {

using Vector = std::vector<double>;

double ratio(double part, double whole) {
  return whole != 0 ? part / whole : 0;
}

Vector relative_to_mean(const Vector& values) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  Vector relative(values.size());
  std::transform(values.begin(), values.end(), relative.begin(), [mean](double value) { return ratio(value, mean); });
  return relative;
}

/// G from L. An industry without output sells nothing, so its row is that of the identity; should it buy, its column is
/// what the others' rows give: G[:,j] = G B[:,j].
Dense ghosh_from(const Mrio& table, const Dense& leontief) {
  const std::size_t n = table.size();
  const Vector& x = table.output;
  Dense ghosh(n, n);
  const Vector inputs = column_sums(table.flows);
  for (std::size_t j = 0; j < n; ++j)
    for (std::size_t i = 0; i < n; ++i) ghosh(i, j) = x[i] != 0 ? leontief(i, j) * x[j] / x[i] : (i == j ? 1 : 0);
  for (std::size_t j = 0; j < n; ++j) {
    if (x[j] != 0 || inputs[j] == 0) continue;
    for (std::size_t k = 0; k < n; ++k) {
      const double sold = x[k] != 0 ? table.flows.at(k, j) / x[k] : 0;
      if (sold == 0) continue;
      for (std::size_t i = 0; i < n; ++i)
        if (x[i] != 0) ghosh(i, j) += ghosh(i, k) * sold;
    }
  }
  return ghosh;
}

/// Column j of L − I, added up by the region that supplies.
Vector by_source(const Mrio& table, const Dense& leontief, std::size_t j) {
  Vector sums(table.regions.size(), 0);
  const auto column = leontief.column(j);
  for (std::size_t i = 0; i < column.size(); ++i) sums[table.industries[i].region] += column[i] - (i == j ? 1 : 0);
  return sums;
}

void add_foreign_measures(const Mrio& table, const Dense& leontief, Indicators& out) {
  const std::size_t n = table.size();
  for (std::size_t j = 0; j < n; ++j) {
    const std::uint32_t home = table.industries[j].region;
    const Vector source = by_source(table, leontief, j);
    const double all = std::accumulate(source.begin(), source.end(), 0.0);
    double concentration = 0, foreign_added = 0, added = 0;
    for (const double part : source) concentration += ratio(part, all) * ratio(part, all);
    const auto column = leontief.column(j);
    for (std::size_t i = 0; i < n; ++i) {
      const double embodied = out.value_added_share[i] * column[i];
      added += embodied;
      if (table.industries[i].region != home) foreign_added += embodied;
    }
    out.foreign_reliance.push_back(ratio(all - source[home], all));
    out.source_concentration.push_back(concentration);
    out.foreign_value_added.push_back(foreign_added);
    out.value_added_multiplier.push_back(added);
  }
  Vector all(n, 0), foreign(n, 0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k) {
      const std::size_t j = table.flows.column[k];
      all[j] += table.flows.value[k];
      if (table.industries[i].region != table.industries[j].region) foreign[j] += table.flows.value[k];
    }
  for (std::size_t j = 0; j < n; ++j) out.foreign_reliance_face.push_back(ratio(foreign[j], all[j]));
}

Dense picked(const Dense& from, const std::vector<std::size_t>& rows, const std::vector<std::size_t>& columns) {
  Dense block(rows.size(), columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c)
    for (std::size_t r = 0; r < rows.size(); ++r) block(r, c) = from(rows[r], columns[c]);
  return block;
}

Dense as_column(const Vector& values, const std::vector<std::size_t>& rows) {
  Dense column(rows.size(), 1);
  for (std::size_t r = 0; r < rows.size(); ++r) column(r, 0) = values[rows[r]];
  return column;
}

Dense solved(Dense matrix, Dense right) {
  auto answer = solve(std::move(matrix), std::move(right));
  if (!answer) throw Error("a diagonal block of an inverse is singular");
  return std::move(*answer);
}

std::vector<std::size_t> industries_of(const Mrio& table, std::uint32_t region) {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table.industries[i].region == region) list.push_back(i);
  return list;
}

/// What `exporter` sells to final demand of `importer`, per industry.
Vector final_sales(const Mrio& table, std::uint32_t exporter, std::uint32_t importer) {
  Vector sales(table.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
      if (table.industries[i].region == exporter &&
          table.final_demands[table.final_demand.column[k]].region == importer)
        sales[i] += table.final_demand.value[k];
  return sales;
}

} // namespace

Result<Inverses> inverses(const Mrio& table) {
  const std::size_t n = table.size();
  Dense system(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k) {
      const std::size_t j = table.flows.column[k];
      if (table.output[j] != 0) system(i, j) = -table.flows.value[k] / table.output[j];
    }
    system(i, i) += 1;
  }
  auto leontief = inverse(std::move(system));
  if (!leontief) {
    const Vector added = value_added(table);
    const std::size_t worst = static_cast<std::size_t>(std::min_element(added.begin(), added.end()) - added.begin());
    return make_diagnostic("mrio-singular", {table.name}, {industry_name(table, worst)});
  }
  Inverses result{std::move(*leontief), {}};
  result.ghosh = ghosh_from(table, result.leontief);
  return result;
}

Indicators indicators(const Mrio& table, const Inverses& inverse) {
  const std::size_t n = table.size();
  Indicators out;
  out.output = table.output;
  out.final_demand = final_demand_totals(table);
  out.value_added = value_added(table);
  for (std::size_t i = 0; i < n; ++i) out.value_added_share.push_back(ratio(out.value_added[i], out.output[i]));
  out.forward_multiplier.assign(n, 0);
  for (std::size_t j = 0; j < n; ++j) {
    const auto column = inverse.leontief.column(j), ghosh = inverse.ghosh.column(j);
    out.output_multiplier.push_back(std::accumulate(column.begin(), column.end(), 0.0));
    for (std::size_t i = 0; i < n; ++i) out.forward_multiplier[i] += ghosh[i];
  }
  out.backward_linkage = relative_to_mean(out.output_multiplier);
  out.forward_linkage = relative_to_mean(out.forward_multiplier);
  add_foreign_measures(table, inverse.leontief, out);
  for (std::size_t k = 0; k < n; ++k) {
    const double scale = out.output[k] / inverse.leontief(k, k);
    out.extraction_loss.push_back(out.output_multiplier[k] * scale);
    out.extraction_loss_others.push_back(out.extraction_loss[k] - out.output[k]);
    out.backward_extraction_loss.push_back((out.output_multiplier[k] - 1) * scale);
    out.forward_extraction_loss.push_back((out.forward_multiplier[k] - 1) * out.output[k] / inverse.ghosh(k, k));
  }
  return out;
}

std::vector<Linkage> linkage_classes(const Indicators& indicators) {
  std::vector<Linkage> classes;
  for (std::size_t i = 0; i < indicators.backward_linkage.size(); ++i) {
    const bool backward = indicators.backward_linkage[i] > 1, forward = indicators.forward_linkage[i] > 1;
    classes.push_back(backward && forward ? Linkage::Key
                      : backward          ? Linkage::Backward
                      : forward           ? Linkage::Forward
                                          : Linkage::Weak);
  }
  return classes;
}

Dense value_added_in_trade(const Mrio& table, const Dense& leontief) {
  Dense demand(table.size(), table.regions.size());
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
      demand(i, table.final_demands[table.final_demand.column[k]].region) += table.final_demand.value[k];
  const Dense made = product(leontief, demand);
  const Vector added = value_added(table);
  Dense trade(table.regions.size(), table.regions.size());
  for (std::size_t f = 0; f < trade.columns; ++f)
    for (std::size_t i = 0; i < table.size(); ++i)
      trade(table.industries[i].region, f) += ratio(added[i], table.output[i]) * made(i, f);
  return trade;
}

Result<ValueAddedTrade> value_added_trade(const Mrio& table, std::uint32_t region) {
  const SparseRows coefficients = technical_coefficients(table);
  const Vector added = value_added(table);
  Vector bought(table.size(), 0), its_share(table.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.industries[i].region == region) its_share[i] = ratio(added[i], table.output[i]);
    for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
      if (table.final_demands[table.final_demand.column[k]].region == region) bought[i] += table.final_demand.value[k];
  }
  const auto made = solve_leontief(coefficients, bought), embodied = solve_multipliers(coefficients, its_share);
  if (!made) return made.diagnostics();
  if (!embodied) return embodied.diagnostics();
  ValueAddedTrade trade{Vector(table.regions.size(), 0), Vector(table.regions.size(), 0),
                        std::max(made->residual, embodied->residual)};
  for (std::size_t i = 0; i < table.size(); ++i) {
    trade.paid_to[table.industries[i].region] += ratio(added[i], table.output[i]) * made->x[i];
    for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
      trade.earned_from[table.final_demands[table.final_demand.column[k]].region] +=
          embodied->x[i] * table.final_demand.value[k];
  }
  return trade;
}

std::vector<double> full_extraction(const Mrio& table, const Dense& leontief, const std::vector<std::size_t>& set) {
  const Dense weight = solved(picked(leontief, set, set), as_column(table.output, set));
  Vector loss(table.size(), 0);
  for (std::size_t c = 0; c < set.size(); ++c)
    for (std::size_t i = 0; i < table.size(); ++i) loss[i] += leontief(i, set[c]) * weight(c, 0);
  return loss;
}

std::vector<double> backward_extraction(const Mrio& table, const Dense& leontief, const std::vector<std::size_t>& set) {
  const Dense weight = solved(picked(leontief, set, set), as_column(table.output, set));
  Vector loss(table.size(), 0);
  for (std::size_t c = 0; c < set.size(); ++c)
    for (std::size_t i = 0; i < table.size(); ++i)
      loss[i] += (leontief(i, set[c]) - (i == set[c] ? 1 : 0)) * weight(c, 0);
  return loss;
}

std::vector<double> forward_extraction(const Mrio& table, const Dense& ghosh, const std::vector<std::size_t>& set) {
  Dense block(set.size(), set.size());
  for (std::size_t c = 0; c < set.size(); ++c)
    for (std::size_t r = 0; r < set.size(); ++r) block(r, c) = ghosh(set[c], set[r]);
  const Dense weight = solved(std::move(block), as_column(table.output, set));
  Vector loss(table.size(), 0);
  for (std::size_t j = 0; j < table.size(); ++j)
    for (std::size_t r = 0; r < set.size(); ++r) loss[j] += (ghosh(set[r], j) - (j == set[r] ? 1 : 0)) * weight(r, 0);
  return loss;
}

std::vector<double> bilateral_extraction(const Mrio& table, const Dense& leontief, std::uint32_t exporter,
                                         std::uint32_t importer) {
  // M' = M + E C F' with C the block of A, E and F pick the sellers and buyers: x' = z − L E (I + C F' L E)⁻¹ C F' z,
  // z = L y' = x − L E (lost final sales).
  const std::vector<std::size_t> sellers = industries_of(table, exporter), buyers = industries_of(table, importer);
  const Vector lost_sales = final_sales(table, exporter, importer);
  Vector loss(table.size(), 0), z = table.output;
  for (const std::size_t s : sellers)
    for (std::size_t i = 0; i < table.size(); ++i) loss[i] += leontief(i, s) * lost_sales[s];
  for (std::size_t i = 0; i < table.size(); ++i) z[i] -= loss[i];
  Dense block(sellers.size(), buyers.size());
  for (std::size_t c = 0; c < buyers.size(); ++c)
    for (std::size_t r = 0; r < sellers.size(); ++r)
      block(r, c) = ratio(table.flows.at(sellers[r], buyers[c]), table.output[buyers[c]]);
  Dense system = product(block, picked(leontief, buyers, sellers));
  for (std::size_t k = 0; k < sellers.size(); ++k) system(k, k) += 1;
  const Dense weight = solved(std::move(system), product(block, as_column(z, buyers)));
  for (std::size_t c = 0; c < sellers.size(); ++c)
    for (std::size_t i = 0; i < table.size(); ++i) loss[i] += leontief(i, sellers[c]) * weight(c, 0);
  return loss;
}

Result<OutputLoss> bilateral_extraction(const Mrio& table, std::uint32_t exporter, std::uint32_t importer) {
  const SparseRows coefficients = technical_coefficients(table);
  Vector values(coefficients.value.begin(), coefficients.value.end());
  for (const std::size_t i : industries_of(table, exporter))
    for (std::uint64_t k = coefficients.row_begin[i]; k < coefficients.row_begin[i + 1]; ++k)
      if (table.industries[coefficients.column[k]].region == importer) values[k] = 0;
  Vector demand = final_demand_totals(table);
  const Vector lost_sales = final_sales(table, exporter, importer);
  for (std::size_t i = 0; i < demand.size(); ++i) demand[i] -= lost_sales[i];
  auto solution = solve_leontief(with_values(coefficients, std::move(values)), demand);
  if (!solution) return solution.diagnostics();
  OutputLoss loss{table.output, solution->residual};
  for (std::size_t i = 0; i < loss.output.size(); ++i) loss.output[i] -= solution->x[i];
  return loss;
}

std::vector<double> value_added_loss(const Mrio& table, const std::vector<double>& output_loss) {
  const Vector added = value_added(table);
  Vector loss(table.regions.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i)
    loss[table.industries[i].region] += ratio(added[i], table.output[i]) * output_loss[i];
  return loss;
}

} // namespace rashin::supply
