// The fixed parts of a presentation: master, layouts, theme, notes.
#include "report/markup.h"
#include "report/pptx_slides.h"

namespace rashin::report {
namespace {

constexpr std::string_view type = "application/vnd.openxmlformats-officedocument.presentationml.";
constexpr std::string_view empty_tree =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" "
    "y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
constexpr std::string_view colour_map =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
    "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "
    "folHlink=\"folHlink\"/>";

std::string theme(const Faces& faces) {
  const auto colour = [](std::string_view name, std::string_view value) {
    return "<a:" + std::string(name) + "><a:srgbClr val=\"" + std::string(value) + "\"/></a:" + std::string(name) + ">";
  };
  const auto face = [&](std::string_view name) {
    return "<a:" + std::string(name) + "><a:latin typeface=\"" + std::string(faces.heading_latin) +
           "\"/><a:ea typeface=\"" + std::string(faces.heading_asian) +
           "\"/><a:cs typeface=\"\"/><a:font script=\"Jpan\" "
           "typeface=\"" +
           std::string(faces.heading_asian) + "\"/></a:" + std::string(name) + ">";
  };
  const std::string fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
  const std::string line = "<a:ln w=\"6350\">" + fill + "</a:ln>",
                    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return std::string(format::xml_head) +
         "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Rashin\"><a:themeElements>"
         "<a:clrScheme name=\"Rashin\">" +
         colour("dk1", "1B2430") + colour("lt1", "FFFFFF") + colour("dk2", "525C69") + colour("lt2", "F4F6F9") +
         colour("accent1", "1F5F99") + colour("accent2", "B8460E") + colour("accent3", "0B7560") +
         colour("accent4", "84479A") + colour("accent5", "7D6000") + colour("accent6", "525C69") +
         colour("hlink", "1F5F99") + colour("folHlink", "84479A") + "</a:clrScheme><a:fontScheme name=\"Rashin\">" +
         face("majorFont") + face("minorFont") + "</a:fontScheme><a:fmtScheme name=\"Rashin\"><a:fillStyleLst>" + fill +
         fill + fill + "</a:fillStyleLst><a:lnStyleLst>" + line + line + line + "</a:lnStyleLst><a:effectStyleLst>" +
         effect + effect + effect + "</a:effectStyleLst><a:bgFillStyleLst>" + fill + fill + fill +
         "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
}

/// A placeholder of the master or a layout, with its place.
std::string held(int id, std::string_view kind, std::string_view name, double left, double top, double width,
                 double height, std::string_view body, std::string_view words) {
  const std::string ph(kind);
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + std::to_string(id) + "\" name=\"" + std::string(name) +
         "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph " + ph +
         "/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
         "<a:off x=\"" +
         emu(left) + "\" y=\"" + emu(top) + "\"/><a:ext cx=\"" + emu(width) + "\" cy=\"" + emu(height) +
         "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>" + std::string(body) +
         "<a:p>" + std::string(words) + "</a:p></p:txBody></p:sp>";
}

std::string level(int number, int size, std::string_view more) {
  const std::string n = std::to_string(number);
  return "<a:lvl" + n +
         "pPr marL=\"0\" indent=\"0\" algn=\"l\" defTabSz=\"914400\" eaLnBrk=\"1\" latinLnBrk=\"0\" "
         "hangingPunct=\"1\"><a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc>" +
         std::string(more) + "<a:defRPr kumimoji=\"1\" sz=\"" + std::to_string(size) + "\"" +
         (size >= 2600 ? " b=\"1\"" : "") +
         " kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea "
         "typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl" +
         n + "pPr>";
}

constexpr std::string_view flat = "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"b\"><a:normAutofit/>"
                                  "</a:bodyPr><a:lstStyle/>";
constexpr std::string_view open_box =
    "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr>"
    "<a:lstStyle/>";

/// Said again on each slide: not every program takes it from the master.
constexpr std::string_view foot_looks =
    "sz=\"900\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/><a:ea "
    "typeface=\"+mn-ea\"/>";

std::string foot_style(std::string_view side) {
  return "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"ctr\"/><a:lstStyle><a:lvl1pPr algn=\"" +
         std::string(side) +
         "\"><a:defRPr sz=\"1000\"><a:solidFill><a:schemeClr val=\"tx2\"/></a:solidFill></a:defRPr></a:lvl1pPr>"
         "</a:lstStyle>";
}

std::string feet() {
  constexpr double top = 508, height = 20;
  return held(20, "type=\"ftr\" sz=\"quarter\" idx=\"11\"", "Footer", slide_margin, top, slide_span - 60, height,
              foot_style("l"), "") +
         held(21, "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", "Slide number", slide_width - slide_margin - 50, top, 50,
              height, foot_style("r"),
              "<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr/>"
              "<a:t>‹#›</a:t></a:fld>");
}

} // namespace

std::string SlideShow::master() const {
  std::string out =
      std::string(format::xml_head) + "<p:sldMaster" + std::string(slide_spaces) +
      "><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr>"
      "</p:bg><p:spTree>" +
      std::string(empty_tree) + held(2, "type=\"title\"", "Title", slide_margin, 28, slide_span, 54, flat, "") +
      held(3, "type=\"body\" idx=\"1\"", "Text", slide_margin, body_top, slide_span, body_bottom - body_top, open_box,
           "") +
      feet() + "</p:spTree></p:cSld>" + std::string(colour_map) + "<p:sldLayoutIdLst>";
  for (int number = 1; number <= 2; ++number)
    out += "<p:sldLayoutId id=\"" + std::to_string(2147483648LL + number) + "\" r:id=\"rId" + std::to_string(number) +
           "\"/>";
  out += "</p:sldLayoutIdLst><p:txStyles><p:titleStyle>" +
         level(1, 2600, "<a:spcBef><a:spcPct val=\"0\"/></a:spcBef><a:buNone/>") + "</p:titleStyle><p:bodyStyle>";
  for (int number = 1; number <= 5; ++number)
    out += level(number, 1800, "<a:spcBef><a:spcPts val=\"600\"/></a:spcBef><a:buNone/>");
  return out + "</p:bodyStyle><p:otherStyle>" + level(1, 1800, "") + "</p:otherStyle></p:txStyles></p:sldMaster>";
}

std::string SlideShow::layout(int number) const {
  const bool title = number == title_layout;
  constexpr std::string_view centred =
      "<a:bodyPr anchor=\"b\"><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr><a:defRPr sz=\"3600\" "
      "b=\"1\"/></a:lvl1pPr></a:lstStyle>";
  constexpr std::string_view below =
      "<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr><a:defRPr sz=\"2000\"><a:solidFill><a:schemeClr "
      "val=\"tx2\"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>";
  return std::string(format::xml_head) + "<p:sldLayout" + std::string(slide_spaces) + " type=\"" +
         (title ? "title" : "obj") + "\" preserve=\"1\"><p:cSld name=\"" + (title ? "Title" : "Title and content") +
         "\"><p:spTree>" + std::string(empty_tree) +
         (title ? held(2, "type=\"ctrTitle\"", "Title", slide_margin, 110, slide_span, 150, centred, "") +
                      held(3, "type=\"subTitle\" idx=\"1\"", "Subtitle", slide_margin, 276, slide_span, 180, below, "")
                : held(2, "type=\"title\"", "Title", slide_margin, 28, slide_span, 54, flat, "") +
                      held(3, "idx=\"1\"", "Content", slide_margin, body_top, slide_span, body_bottom - body_top,
                           open_box, "")) +
         feet() + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";
}

void SlideShow::add_slide(int layout, const LocalizedText& title, const std::string& shapes, const std::string& notes) {
  const int kept = shapes_;
  shapes_ = 1;
  const std::string head = placeholder("title", 0, "Title", paragraph({{title.in(language_)}}, "", ""));
  shapes_ = kept;
  add_slide_part(layout, head + shapes, notes);
}

void SlideShow::add_slide_part(int layout, const std::string& shapes, const std::string& notes) {
  const std::size_t number = ++slides_;
  const std::string part = "ppt/slides/slide" + std::to_string(number) + ".xml", base(format::relation::base);
  std::string foot = document_.title.in(language_);
  for (const LocalizedText* words : {&document_.marking, &document_.watermark})
    if (!words->empty()) foot += (language_ == Language::Japanese ? "　｜　" : "  |  ") + words->in(language_);
  shapes_ = 100;
  const std::string feet =
      placeholder("ftr", 11, "Footer", paragraph({{foot}}, "<a:pPr algn=\"l\"/>", foot_looks)) +
      placeholder("sldNum", 12, "Slide number",
                  "<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"en-GB\"/>"
                  "<a:t>" +
                      std::to_string(number) + "</a:t></a:fld></a:p>");
  package_.relate(part, base + "slideLayout", "ppt/slideLayouts/slideLayout" + std::to_string(layout) + ".xml");
  package_.add(part, std::string(type) + "slide+xml",
               std::string(format::xml_head) + "<p:sld" + std::string(slide_spaces) + "><p:cSld><p:spTree>" +
                   std::string(empty_tree) + shapes + feet +
                   "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
  add_notes(part, number, notes);
}

void SlideShow::add_notes(const std::string& slide, std::size_t number, const std::string& notes) {
  const std::string part = "ppt/notesSlides/notesSlide" + std::to_string(number) + ".xml", base(format::relation::base);
  std::string paragraphs;
  for (std::size_t begin = 0; begin <= notes.size();) {
    const std::size_t end = std::min(notes.find('\n', begin), notes.size());
    paragraphs += paragraph({{notes.substr(begin, end - begin)}}, "", "");
    begin = end + 1;
  }
  shapes_ = 1;
  package_.relate(part, base + "notesMaster", "ppt/notesMasters/notesMaster1.xml");
  package_.relate(part, base + "slide", slide);
  package_.relate(slide, base + "notesSlide", part);
  package_.add(part, std::string(type) + "notesSlide+xml",
               std::string(format::xml_head) + "<p:notes" + std::string(slide_spaces) + "><p:cSld><p:spTree>" +
                   std::string(empty_tree) + placeholder("sldImg", 0, "Slide", "<a:p/>") +
                   placeholder("body", 1, "Notes", paragraphs) +
                   "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>");
}

std::string SlideShow::presentation() {
  const std::string part = "ppt/presentation.xml", base(format::relation::base);
  std::string out = std::string(format::xml_head) + "<p:presentation" + std::string(slide_spaces) +
                    " saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"" +
                    package_.relate(part, base + "slideMaster", "ppt/slideMasters/slideMaster1.xml") +
                    "\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"" +
                    package_.relate(part, base + "notesMaster", "ppt/notesMasters/notesMaster1.xml") +
                    "\"/></p:notesMasterIdLst><p:sldIdLst>";
  for (std::size_t number = 1; number <= slides_; ++number)
    out += "<p:sldId id=\"" + std::to_string(255 + number) + "\" r:id=\"" +
           package_.relate(part, base + "slide", "ppt/slides/slide" + std::to_string(number) + ".xml") + "\"/>";
  return out + "</p:sldIdLst><p:sldSz cx=\"" + emu(slide_width) + "\" cy=\"" + emu(slide_height) +
         "\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>";
}

void SlideShow::add_fixed_parts() {
  const std::string base(format::relation::base), part = "ppt/presentation.xml";
  const std::string head(format::xml_head), spaces(slide_spaces);
  package_.relate("", base + "officeDocument", part);
  package_.add(part, std::string(type) + "presentation.main+xml", presentation());
  package_.add("ppt/slideMasters/slideMaster1.xml", std::string(type) + "slideMaster+xml", master());
  for (int number = 1; number <= 2; ++number) {
    const std::string name = "ppt/slideLayouts/slideLayout" + std::to_string(number) + ".xml";
    package_.add(name, std::string(type) + "slideLayout+xml", layout(number));
    package_.relate("ppt/slideMasters/slideMaster1.xml", base + "slideLayout", name); // rId1, rId2
    package_.relate(name, base + "slideMaster", "ppt/slideMasters/slideMaster1.xml");
  }
  package_.relate("ppt/slideMasters/slideMaster1.xml", base + "theme", "ppt/theme/theme1.xml");
  package_.relate("ppt/notesMasters/notesMaster1.xml", base + "theme", "ppt/theme/theme2.xml");
  package_.add("ppt/notesMasters/notesMaster1.xml", std::string(type) + "notesMaster+xml",
               head + "<p:notesMaster" + spaces +
                   "><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/>"
                   "</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>" +
                   std::string(empty_tree) + held(2, "type=\"sldImg\"", "Slide", 90, 54, 360, 202.5, open_box, "") +
                   held(3, "type=\"body\" idx=\"1\"", "Notes", 54, 280, 432, 400, open_box, "") +
                   "</p:spTree></p:cSld>" + std::string(colour_map) + "<p:notesStyle>" + level(1, 1000, "") +
                   "</p:notesStyle></p:notesMaster>");
  for (const char* name : {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml"})
    package_.add(name, "application/vnd.openxmlformats-officedocument.theme+xml", theme(faces_of(language_)));
  package_.add("ppt/presProps.xml", std::string(type) + "presProps+xml", head + "<p:presentationPr" + spaces + "/>");
  package_.add("ppt/viewProps.xml", std::string(type) + "viewProps+xml", head + "<p:viewPr" + spaces + "/>");
  package_.add("ppt/tableStyles.xml", std::string(type) + "tableStyles+xml",
               head + "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                      "def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>");
  for (const char* name : {"presProps", "viewProps", "tableStyles"})
    package_.relate(part, base + name, "ppt/" + std::string(name) + ".xml");
  package_.relate(part, base + "theme", "ppt/theme/theme1.xml");
}

} // namespace rashin::report
