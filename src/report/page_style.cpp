// The one style element of a page. Screen first (light, dark, phone), then A4.
#include "core/sha256.h"
#include "report/html_page.h"
#include "report/markup.h"

namespace rashin::report {
namespace {

constexpr std::string_view screen_css = R"css(
*{box-sizing:border-box}
html{font-size:100%;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;font:400 1rem/1.65 "Helvetica Neue",Arial,"Noto Sans","Liberation Sans","Noto Sans CJK JP",sans-serif;overflow-wrap:break-word}
body:lang(ja){font-family:"Hiragino Sans","Yu Gothic","Noto Sans CJK JP","Noto Sans JP",Meiryo,sans-serif;line-height:1.85;line-break:strict;word-break:normal;text-spacing-trim:trim-start}
body:lang(en){hyphens:auto}
h1,h2,h3,h4,h5,h6{font-family:"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif","Liberation Serif","Noto Serif CJK JP",serif;font-weight:600;line-height:1.3;text-wrap:balance;hyphens:manual}
:lang(ja):is(h1,h2,h3,h4,h5,h6),body:lang(ja) :is(h1,h2,h3,h4,h5,h6):not(:lang(en)){font-family:"Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP","Noto Serif JP",serif;line-height:1.5}
:lang(ja):is(h1,h2,h3,h4,figcaption,dt,th,.subtitle,.callout-title){word-break:auto-phrase}
p,li,dd{text-wrap:pretty}
a{color:var(--c1);text-underline-offset:.2em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--c1);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.only-read{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:0;background:var(--paper);padding:.5rem 1rem;z-index:2}
.skip:focus{left:0}
.head,.columns,.foot{max-width:65rem;margin:0 auto;padding:0 1.5rem}
.head{padding-top:1.25rem;padding-bottom:.75rem}
.bar{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;min-height:2rem;font-size:.9rem}
.marking{margin:0 0 0 auto;font-weight:700;font-size:1rem;letter-spacing:.02em;text-align:right}
h1{font-size:clamp(1.7rem,1.2rem + 2.2vw,2.6rem);margin:1.5rem 0 .5rem;max-width:24em}
.subtitle{font-size:1.15rem;color:var(--soft);margin:.25rem 0;max-width:44em}
.as-of{margin:.75rem 0 0;color:var(--soft)}
.status{display:inline-block;margin:1rem 0 0;padding:.3rem .8rem;border:1.5px solid var(--c2);border-radius:4px;color:var(--c2);font-weight:600}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.75rem 2rem;margin:1.5rem 0 0}
.facts dt{font-size:.82rem;color:var(--soft)}
.facts dd{margin:0}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:0 3rem}
.contents{font-size:.92rem;margin-top:1.75rem}
.contents-title{font-weight:700;margin:0 0 .4rem}
.contents ol{list-style:none;margin:0;padding:0}
.contents ol ol{padding-left:1.1rem}
.contents li{margin:.22rem 0;line-height:1.5}
.contents a{color:inherit;text-decoration:none}
.contents a:hover{text-decoration:underline}
.no{color:var(--soft);font-variant-numeric:tabular-nums;margin-right:.35em}
main{min-width:0;padding-bottom:3rem}
main p,main ul,main ol,.callout{max-width:46em}
h2{font-size:1.6rem;margin:3.25rem 0 1rem;padding-top:.9rem;border-top:2px solid var(--ink)}
main>section:first-child>h2{margin-top:1.75rem}
h3{font-size:1.2rem;margin:2.2rem 0 .6rem}
h4,h5,h6{font-size:1.05rem;margin:1.6rem 0 .4rem}
figure{margin:2rem 0}
figcaption{font-weight:600;margin-bottom:.6rem;line-height:1.5}
figcaption b{color:var(--soft);margin-right:.4em}
.scroll{position:relative;overflow-x:auto;max-width:100%}
.picture .chart{min-width:40rem}
table{border-collapse:collapse;font-size:.92rem;line-height:1.5;font-variant-numeric:tabular-nums}
th,td{padding:.45rem .9rem .45rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--grid);overflow-wrap:normal;min-width:4.5em}
th:last-child,td:last-child{padding-right:.25rem}
thead th,thead td{border-bottom:1.5px solid var(--ink);vertical-align:bottom;font-weight:600}
tbody th{font-weight:500;min-width:8em}
.number{text-align:right;white-space:nowrap;min-width:5em}
thead .number{white-space:normal}
.brief{white-space:nowrap}
.long{min-width:8em}
tbody th.long{min-width:9.5em}
@media screen{.long.prose{min-width:19em}}
.tall{max-height:36rem;overflow:auto;border-bottom:1.5px solid var(--grid)}
.tall thead th,.tall thead td{position:sticky;top:0;background:var(--paper);z-index:1}
th .unit,th .basis{display:block;font-weight:400;font-size:.85em;color:var(--soft)}
td .range,th .range{display:block;font-size:.82em;color:var(--soft)}
p .range,li .range{color:var(--soft);font-size:.92em}
a.figure .range{color:inherit}
.figure{white-space:normal;font-variant-numeric:tabular-nums}
:target{background:color-mix(in srgb,var(--c5) 22%,transparent);outline:2px solid var(--c5);outline-offset:2px}
h2:target,h3:target,figure:target,main:target{background:none;outline:none}
.cite{font-size:.78em;margin-left:.25em;white-space:normal;font-weight:400}
.cite a{text-decoration:none}
.good{color:var(--c3)}.warning{color:var(--c5)}.bad{color:var(--c2);font-weight:600}
.note,.sources,.grade,.limits{font-size:.86rem;line-height:1.6;color:var(--soft);margin:.4rem 0 0}
li>p>.grade{display:block}
.limits{border-left:3px solid var(--line);padding-left:.8rem}
.sources .cite{font-size:1em}.sources .cite a{text-decoration:underline}
details{margin-top:.4rem;font-size:.86rem;line-height:1.6}
summary{cursor:pointer;color:var(--c1);width:max-content;padding:0}
details .scroll{margin-top:.5rem}
.key-figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr));gap:1px;background:var(--line);border:1px solid var(--line);border-radius:6px;overflow:hidden;margin:1.75rem 0}
.key-figures div{background:var(--paper);padding:1rem 1.2rem 1.1rem}
.key-figures dt{font-size:.9rem;line-height:1.45;color:var(--soft)}
.key-figures dd{margin:.3rem 0 0}
.key-figures dd>span{display:block}
.big{font-size:2.1rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums}
.big .unit{font-size:.5em;font-weight:400}
.big a{color:inherit;text-decoration:none}
.big a:hover{text-decoration:underline}
.key-figures .range{font-size:.86rem;color:var(--soft)}
.callout{margin:1.75rem 0;padding:.9rem 1.2rem 1rem;background:var(--wash);border-left:4px solid var(--soft);border-radius:0 6px 6px 0}
.callout p{margin:.35rem 0 0}
.callout .callout-title{font-weight:700;margin:0}
.conclusion{border-color:var(--c1)}.change{border-color:var(--c4)}.callout.limit{border-color:var(--c2)}
.source-list{padding-left:2.2rem}
.source-list li,.notes li{margin:.7rem 0}
.source-list p{margin:0}
.address{overflow-wrap:anywhere;font-size:.86rem}
blockquote{margin:.5rem 0 .5rem;padding-left:.9rem;border-left:2px solid var(--line)}
.terms div{margin:.8rem 0}
.terms dt{font-weight:600}
.terms dd{margin:0}
.foot{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.88rem;display:flex;justify-content:space-between;gap:1rem}
.foot p{margin:0}
.draft::before{content:"DRAFT"/"";position:fixed;inset:0;display:grid;place-items:center;font:700 min(22vw,15rem)/1 sans-serif;letter-spacing:.08em;color:var(--ink);opacity:.035;transform:rotate(-28deg);z-index:-1;pointer-events:none}
.draft:lang(ja)::before{content:"草稿"/""}
@media (min-width:64rem){.columns{grid-template-columns:13rem minmax(0,1fr)}.contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding-bottom:1rem}}
@media (max-width:40rem){.brief{white-space:normal}.head,.columns,.foot{padding-left:1rem;padding-right:1rem}h2{font-size:1.4rem}.foot{flex-direction:column}
.key-figures{grid-template-columns:minmax(0,1fr)}}
@media (forced-colors:active){.chart{forced-color-adjust:none;background:var(--paper)}}
)css";

constexpr std::string_view print_css = R"css(
@media print{
html{font-size:9.5pt;background:none}
body{line-height:1.55}body:lang(ja){line-height:1.7}
.skip,.switch,.contents,details,.foot{display:none}
.head,.columns{display:block;max-width:none;padding-left:0;padding-right:0}
.head{padding-top:0;padding-bottom:.8rem}.bar{min-height:0}.bar .marking{display:none}
h1{font-size:20pt;margin-top:0}h2{font-size:14.5pt;margin-top:1.6rem}h3{font-size:11.5pt}
main p,main ul,main ol,.callout{max-width:none}
h2,h3,h4,figcaption,.callout-title{break-after:avoid}
tr,.table.short,.picture,.callout,.key-figures,blockquote,.terms div{break-inside:avoid}
thead{display:table-header-group}
p,li{orphans:3;widows:3}
.scroll,.tall{overflow:visible;max-height:none;border:0}.tall thead th,.tall thead td{position:static}
.brief{white-space:normal}.long{min-width:6em}tbody th.long{min-width:7em}
.picture .chart{min-width:0;width:100%}
table{font-size:8.5pt}th,td{padding:.3rem .6rem .3rem 0;min-width:0}tbody th{min-width:6em}
figure{margin:1.2rem 0}
a{color:inherit;text-decoration:none}
main a[href^="http"]{text-decoration:underline}
.page-break,.new-page{break-before:page}
.new-page>h2{margin-top:0}
.key-figures{grid-template-columns:repeat(3,1fr)}.big{font-size:19pt}
.facts{grid-template-columns:repeat(3,1fr)}
:target{background:none;outline:none}
.draft::before{font-size:110pt;opacity:.05}
}
)css";

std::string margin_box(std::string_view place, std::string_view content, std::string_view looks = "") {
  return "@" + std::string(place) + "{content:" + std::string(content) + ";" + std::string(looks) + "}\n";
}

/// Running titles: the title, the marking at right in head and foot (12 pt, as TLP 2.0 asks), the draft's gaps, pages.
std::string page_rule(const Document& document, Language language) {
  const std::string title = css_string(document.title.in(language));
  const std::string marking = css_string(document.marking.in(language));
  const std::string status =
      css_string(document.watermark.empty() ? document.as_of.in(language) : document.watermark.in(language));
  const std::string face =
      language == Language::Japanese
          ? "\"Hiragino Sans\",\"Yu Gothic\",\"Noto Sans CJK JP\",sans-serif"
          : "\"Helvetica Neue\",Arial,\"Noto Sans\",\"Liberation Sans\",\"Noto Sans CJK JP\",sans-serif";
  std::string css = "@page{size:A4;margin:22mm 18mm 20mm;font-family:" + face + ";font-size:8pt;color:#525c69;\n";
  css += margin_box("top-left", title, "width:70%;text-align:left");
  css += margin_box("top-right", marking, "font-size:12pt;font-weight:700;color:#000");
  css += margin_box("bottom-left", status, "width:50%;text-align:left");
  css += margin_box("bottom-center", "counter(page) \" / \" counter(pages)", "white-space:nowrap");
  css += margin_box("bottom-right", marking, "font-size:12pt;font-weight:700;color:#000");
  return css + "}\n@page:first{" + margin_box("top-left", "\"\"") + "}\n";
}

unsigned nibble(char c) {
  return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 6) { // six digits are three bytes are four letters
    unsigned bits = 0;
    for (std::size_t k = 0; k < 6; ++k) bits = bits << 4 | (i + k < hex.size() ? nibble(hex[i + k]) : 0);
    const std::size_t bytes = std::min<std::size_t>((hex.size() - i) / 2, 3);
    for (std::size_t k = 0; k < 4; ++k) out += k <= bytes ? letters[bits >> (18 - 6 * k) & 63u] : '=';
  }
  return out;
}

} // namespace

std::string page_css(const Document& document, Language language) {
  return std::string(chart_css()) + std::string(screen_css) + std::string(print_css) + page_rule(document, language);
}

std::string policy_hash(std::string_view text) {
  return "sha256-" + base64_of_hex(sha256_hex(text));
}

} // namespace rashin::report
