#include "report/chart.h"

#include "report/chart_parts.h"

namespace rashin::report {

std::string to_svg(const ChartSpec& chart, Language language, std::string_view id) {
  return std::visit([&](const auto& spec) { return draw(spec, language, id); }, chart);
}

std::string to_svg_file(const ChartSpec& chart, Language language) {
  const std::string picture = to_svg(chart, language, "chart");
  const std::size_t after_root = picture.find('>') + 1;
  return picture.substr(0, after_root) + "\n<style>" + std::string(chart_css()) + "</style>" +
         picture.substr(after_root);
}

const ChartText& text_of(const ChartSpec& chart) {
  return std::visit([](const auto& spec) -> const ChartText& { return spec.text; }, chart);
}

std::string_view chart_css() {
  return R"css(
:root{--paper:#fff;--ink:#1b2430;--soft:#525c69;--line:#c9d0d9;--grid:#e4e8ed;--wash:#f4f6f9;
--c1:#1f5f99;--c2:#b8460e;--c3:#0b7560;--c4:#84479a;--c5:#7d6000;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--paper:#13171d;--ink:#e6eaef;--soft:#aab4c1;--line:#465160;--grid:#2a323d;--wash:#1b212a;
--c1:#7fb6e8;--c2:#f39a66;--c3:#55c7a6;--c4:#d0a3e2;--c5:#dcbf5a}}
.chart{display:block;max-width:100%;height:auto;fill:none;font-family:"Helvetica Neue",Arial,"Noto Sans","Liberation Sans","Noto Sans CJK JP",sans-serif}
.chart:lang(ja){font-family:"Hiragino Sans","Yu Gothic","Noto Sans CJK JP","Noto Sans JP",Meiryo,sans-serif}
.chart text{fill:var(--ink);font-size:12px}
.chart text.s{font-size:11px}
.chart text.soft{fill:var(--soft)}
.chart text.strong{font-weight:600}
.chart text.link{fill:var(--c1);text-decoration:underline}
.chart text.halo{stroke:var(--paper);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.chart text.on-solid,.chart text.on-h4{fill:var(--paper)}
.chart .c1{--c:var(--c1)}.chart .c2{--c:var(--c2)}.chart .c3{--c:var(--c3)}.chart .c4{--c:var(--c4)}.chart .c5{--c:var(--c5)}.chart .cx{--c:var(--soft)}
.chart .solid{fill:var(--c)}.chart .mid{fill:var(--c);fill-opacity:.4}.chart .faint{fill:var(--c);fill-opacity:.16}
.chart .dot{fill:var(--c);stroke:var(--paper);stroke-width:1.5}
.chart .ring{fill:var(--paper);stroke:var(--c);stroke-width:2.5}
.chart .edge{stroke:var(--paper);stroke-width:1.5}
.chart .thin{stroke:var(--c);stroke-width:1.5}
.chart .curve{stroke:var(--c);stroke-width:2;stroke-linejoin:round}
.chart .dash1{stroke-dasharray:7 3}.chart .dash2{stroke-dasharray:2 3}.chart .dash3{stroke-dasharray:9 3 2 3}
.chart .cross{stroke:var(--c);stroke-width:3;stroke-linecap:round}
.chart .ink{fill:var(--ink)}
.chart .grid{stroke:var(--grid)}.chart .zero{stroke:var(--soft);stroke-width:1.25}
.chart .rule{stroke:var(--grid)}.chart .rule-strong{stroke:var(--ink);stroke-width:1.5}
.chart .bracket{stroke:var(--ink);stroke-width:1.25}
.chart .now{stroke:var(--soft);stroke-dasharray:4 3}
.chart .frame{stroke:var(--ink);stroke-width:2;stroke-dasharray:6 3}
.chart .whisker{stroke:var(--ink);stroke-width:1.25}
.chart .box{fill:var(--wash);stroke:var(--line)}.chart .box.last{stroke:var(--ink)}.chart .box.critical{stroke:var(--c2);stroke-width:1.75}
.chart .stock{fill:var(--soft)}
.chart .branch,.chart .arc{stroke:var(--line)}.chart .arc.critical{stroke:var(--c2)}
.chart .flow{stroke:var(--soft);stroke-width:1.5}.chart .flow-head{fill:var(--soft)}
.chart .rest{stroke:var(--line);stroke-dasharray:3 2}
.chart .cell.empty{stroke:var(--line);stroke-dasharray:3 2}
.chart .h0,.chart .h1,.chart .h2,.chart .h3,.chart .h4{fill:var(--c1)}
.chart .h0{fill-opacity:.05}.chart .h1{fill-opacity:.16}.chart .h2{fill-opacity:.3}.chart .h3{fill-opacity:.45}
)css";
}

} // namespace rashin::report
