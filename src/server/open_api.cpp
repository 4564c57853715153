#include "server/api.h"

#include <map>

namespace rashin::server {
namespace {

/// JSON Schemas of bodies and answers. Answers may gain members; clients ignore what they do not know.
// clang-format off
constexpr std::pair<std::string_view, std::string_view> schemas[] = {
    {"Text",
     R"({"type": "object", "required": ["ja", "en"], "properties": {"ja": {"type": "string"}, "en": {"type": "string"}}})"},
    {"Version",
     R"({"type": "object", "required": ["program", "version"], "properties": {"program": {"const": "rashin"}, "version": {"type": "string"}}})"},
    {"OpenApi", R"({"type": "object", "required": ["openapi", "paths"]})"},
    {"Diagnostic",
     R"({"type": "object", "required": ["code", "severity", "ja", "en"], "properties": {"code": {"type": "string"}, "severity": {"enum": ["error", "warning", "note"]}, "file": {"type": "string"}, "line": {"type": "integer"}, "column": {"type": "integer"}, "field": {"type": "string"}, "ja": {"type": "string"}, "en": {"type": "string"}}})"},
    {"Failure",
     R"({"type": "object", "required": ["error", "diagnostics"], "properties": {"error": {"type": "string"}, "diagnostics": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}}}})"},
    {"Basis",
     R"({"type": "object", "required": ["values", "cited", "judged", "illustrative", "missing", "known_later"], "additionalProperties": {"type": "integer", "minimum": 0}})"},
    {"WorkSummary",
     R"({"type": "object", "required": ["id", "kind", "formats", "readable", "run", "changed"], "properties": {"id": {"type": "string"}, "kind": {"enum": ["study", "assessment", "agenda"]}, "formats": {"type": "string"}, "changed": {"type": "array", "items": {"type": "string"}}, "tasks": {"type": "array", "items": {"type": "object", "required": ["id", "ja", "en", "who", "due", "done"], "properties": {"id": {"type": "string"}, "ja": {"type": "string"}, "en": {"type": "string"}, "who": {"type": "string"}, "due": {"type": "string"}, "done": {"type": "boolean"}}}}, "readable": {"type": "boolean"}, "run": {"enum": ["none", "current", "stale"]}, "title": {"$ref": "#/components/schemas/Text"}, "question": {"$ref": "#/components/schemas/Text"}, "status": {"enum": ["draft", "release"]}, "as_of": {"type": "string"}, "focal_country": {"type": "string"}, "marking": {"type": "string"}, "basis": {"$ref": "#/components/schemas/Basis"}}})"},
    {"Works",
     R"({"type": "object", "required": ["works"], "properties": {"works": {"type": "array", "items": {"$ref": "#/components/schemas/WorkSummary"}}}})"},
    {"Work",
     R"({"allOf": [{"$ref": "#/components/schemas/WorkSummary"}, {"type": "object", "required": ["files", "diagnostics", "undo", "redo"], "properties": {"undo": {"type": "integer"}, "redo": {"type": "integer"}, "files": {"type": "array", "items": {"type": "object", "required": ["path", "bytes", "sha256"], "properties": {"path": {"type": "string"}, "bytes": {"type": "integer"}, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}}}, "diagnostics": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}}}}]})"},
    {"Names",
     R"({"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Text"}}})"},
    {"InputTable",
     R"({"type": "object", "required": ["path", "sha256", "columns", "rows"], "properties": {"path": {"type": "string"}, "sha256": {"type": "string"}, "columns": {"type": "array", "items": {"type": "string"}}, "rows": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}}})"},
    {"Values",
     R"({"type": "object", "required": ["values"], "properties": {"values": {"type": "array", "items": {"type": "object", "required": ["id", "link", "median", "p5", "p95", "unit", "standing", "file", "written"], "properties": {"id": {"type": "string"}, "median": {"type": "number"}, "p5": {"type": "number"}, "p95": {"type": "number"}, "unit": {"type": "string"}, "standing": {"enum": ["cited", "judged", "illustrative", "missing"]}, "file": {"type": "string"}, "written": {"type": "string"}}}}}})"},
    {"ValueEdit",
     R"({"type": "object", "required": ["id", "value"], "additionalProperties": false, "properties": {"id": {"type": "string"}, "value": {"type": "string"}}})"},
    {"CellEdit",
     R"({"type": "object", "required": ["file", "value"], "additionalProperties": false, "properties": {"file": {"type": "string"}, "row": {"type": "integer", "minimum": 0}, "column": {"type": "string"}, "path": {"type": "string"}, "value": {"type": "string"}}})"},
    {"CellBlock",
     R"({"type": "object", "required": ["file", "row", "column", "rows"], "additionalProperties": false, "properties": {"file": {"type": "string"}, "row": {"type": "integer", "minimum": 0}, "column": {"type": "string"}, "rows": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}}})"},
    {"ImportPreview",
     R"({"type": "object", "required": ["seen", "files", "diagnostics"], "properties": {"seen": {"type": "string"}, "files": {"type": "array", "items": {"type": "object", "required": ["path", "rows"], "properties": {"path": {"type": "string"}, "rows": {"type": "array", "items": {"type": "object", "required": ["fate", "line", "cells"], "properties": {"fate": {"enum": ["changed", "added", "removed"]}, "line": {"type": "integer"}, "cells": {"type": "array", "items": {"type": "object", "required": ["column", "before", "after"], "properties": {"column": {"type": "string"}, "before": {"type": "string"}, "after": {"type": "string"}}}}}}}}}}, "diagnostics": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}}}})"},
    {"EditOutcome",
     R"({"type": "object", "required": ["files", "undo", "redo", "diagnostics"], "properties": {"files": {"type": "array", "items": {"type": "object", "required": ["path", "sha256"], "properties": {"path": {"type": "string"}, "sha256": {"type": "string"}}}}, "undo": {"type": "integer"}, "redo": {"type": "integer"}, "diagnostics": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}}}})"},
    {"RunOrder",
     R"({"type": "object", "additionalProperties": false, "properties": {"kind": {"enum": ["quick", "full"]}, "draws": {"type": "integer", "minimum": 1, "maximum": 1000000}}})"},
    {"ExportOrder",
     R"({"type": "object", "required": ["format"], "additionalProperties": false, "properties": {"format": {"enum": ["html", "pdf", "docx", "pptx", "xlsx"]}, "lang": {"enum": ["ja", "en"]}}})"},
    {"Job",
     R"({"type": "object", "required": ["id", "work", "kind", "quick", "state", "progress", "seconds", "shown", "draws", "stage", "diagnostics"], "properties": {"id": {"type": "integer"}, "work": {"type": "string"}, "kind": {"enum": ["full", "quick", "export"]}, "quick": {"type": "boolean"}, "state": {"enum": ["waiting", "running", "done", "failed", "cancelled"]}, "progress": {"type": "number", "minimum": 0, "maximum": 1}, "seconds": {"type": "number"}, "shown": {"type": "integer", "description": "draws of the results shown so far; read them with run=quick"}, "draws": {"type": "integer", "description": "draws in the end; 0: not known yet"}, "stage": {"enum": ["first", "needs", "figures"], "description": "of the results shown: all figures from the first draws; losses, needs and ranking from all draws, the rest from the first; all figures from all draws"}, "diagnostics": {"type": "array"}}})"},
    {"Jobs",
     R"({"type": "object", "required": ["jobs"], "properties": {"jobs": {"type": "array", "items": {"$ref": "#/components/schemas/Job"}}}})"},
    {"ResultTables",
     R"({"type": "object", "required": ["tables"], "properties": {"tables": {"type": "array", "items": {"type": "object", "required": ["name", "rows"], "properties": {"name": {"type": "string"}, "rows": {"type": "integer"}}}}}})"},
    {"ResultTable", R"({"type": "object", "required": ["name", "columns", "rows"], "properties": {"name": {"type": "string"}, "columns": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "unit": {"type": "string"}, "basis": {"type": "string"}}}}, "rows": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}}})"},
    {"Trace",
     R"({"type": "object", "properties": {"id": {"type": "string"}, "from": {"type": "string"}, "traceable": {"type": "array", "items": {"type": "string"}}, "figures": {"type": "array", "items": {"type": "string"}}, "lines": {"type": "array", "items": {"type": "object", "required": ["depth", "id", "ja", "en", "repeated"], "properties": {"depth": {"type": "integer"}, "id": {"type": "string"}, "ja": {"type": "string"}, "en": {"type": "string"}, "repeated": {"type": "boolean"}}}}}})"},
    {"CrossImpacts",
     R"({"type": "object", "required": ["file", "disputed_spread", "cycle_share", "descriptors", "people", "cells", "scenarios"], "properties": {"file": {"type": "string", "description": "empty: the study has no matrix"}, "disputed_spread": {"type": "integer"}, "cycle_share": {"type": "number"}, "descriptors": {"type": "array", "items": {"type": "object", "required": ["id", "ja", "en", "states"], "properties": {"id": {"type": "string"}, "ja": {"type": "string"}, "en": {"type": "string"}, "states": {"type": "array", "items": {"type": "object", "required": ["id", "ja", "en"], "properties": {"id": {"type": "string"}, "ja": {"type": "string"}, "en": {"type": "string"}}}}}}}, "people": {"type": "array", "items": {"type": "object", "required": ["by", "ja", "en"], "properties": {"by": {"type": "string"}, "ja": {"type": "string"}, "en": {"type": "string"}}}}, "cells": {"type": "array", "description": "row after row; null within one descriptor", "items": {"type": ["object", "null"], "required": ["pooled", "disputed", "judgements"], "properties": {"pooled": {"type": "number"}, "disputed": {"type": "boolean"}, "judgements": {"type": "array", "description": "in the order of people; none where the matrix is one of a project file", "items": {"type": "object", "required": ["value", "row", "confidence", "reason", "claims"], "properties": {"value": {"type": "integer"}, "row": {"type": "integer", "description": "of the file, as editCell takes it"}, "confidence": {"type": "integer"}, "reason": {"type": "string"}, "claims": {"type": "array", "items": {"type": "string"}}}}}}}}, "scenarios": {"type": "array", "items": {"type": "object", "required": ["id", "states", "weight", "inconsistency", "margin", "pathway"], "properties": {"id": {"type": "string"}, "states": {"type": "array", "items": {"type": "integer"}}, "weight": {"type": "number"}, "inconsistency": {"type": "number"}, "margin": {"type": ["number", "null"]}, "pathway": {"type": "string"}}}}}})"},
    {"WithoutAxes",
     R"({"type": "object", "required": ["needs", "technologies"], "properties": {"needs": {"type": "array", "items": {"type": "object", "required": ["id", "top_share", "worth"], "properties": {"id": {"type": "string"}, "top_share": {"type": "number"}, "worth": {"type": "number"}}}}, "technologies": {"type": "array", "items": {"type": "object", "required": ["id", "expected_rank", "first_share"], "properties": {"id": {"type": "string"}, "expected_rank": {"type": "number"}, "first_share": {"type": "number"}}}}}})"},
    {"Differences",
     R"({"type": "object", "required": ["differences"], "properties": {"differences": {"type": "array", "items": {"type": "object", "required": ["id", "before", "after"], "properties": {"id": {"type": "string"}, "before": {"type": "string"}, "after": {"type": "string"}}}}}})"},
};
// clang-format on

std::string reference(std::string_view schema) {
  return "{\"$ref\": \"#/components/schemas/" + std::string(schema) + "\"}";
}

/// Names in braces are parameters of the path.
std::string path_parameters(std::string_view path) {
  std::string out;
  for (std::size_t open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
    const std::string_view name = path.substr(open + 1, path.find('}', open) - open - 1);
    out += std::string(out.empty() ? "" : ", ") + "{\"name\": " + json_string(name) +
           ", \"in\": \"path\", \"required\": true, \"schema\": {\"type\": \"string\"}}";
  }
  return out;
}

std::string operation(const Route& route) {
  std::string parameters = path_parameters(route.path);
  for (const auto& [name, meaning] : route.query)
    parameters += std::string(parameters.empty() ? "" : ", ") + "{\"name\": " + json_string(name) +
                  ", \"in\": \"query\", \"description\": " + json_string(meaning) +
                  ", \"schema\": {\"type\": \"string\"}}";
  if (route.method == "PATCH" || route.method == "PUT")
    parameters +=
        ", {\"name\": \"If-Match\", \"in\": \"header\", \"required\": true, \"schema\": {\"type\": \"string\"}}";
  const bool later = route.id == "startRun" || route.id == "startExport" || route.id == "cancelJob";
  std::string out = "{\"operationId\": " + json_string(route.id) + ", \"summary\": " + json_string(route.summary) +
                    ", \"parameters\": [" + parameters + "]";
  const auto media = [](std::string_view name) {
    const bool bytes = name.find('/') != std::string_view::npos;
    return bytes ? json_string(name) + ": {\"schema\": {\"type\": \"string\"}}"
                 : "\"application/json\": {\"schema\": " + reference(name) + "}";
  };
  if (!route.body.empty()) out += ", \"requestBody\": {\"required\": true, \"content\": {" + media(route.body) + "}}";
  out += ", \"responses\": {\"" + std::string(later ? "202" : "200") +
         "\": {\"description\": \"done\", \"content\": {" + media(route.answer) +
         "}}, \"default\": {\"description\": \"refused\", \"content\": {\"application/json\": {\"schema\": " +
         reference("Failure") + "}}}}}";
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

} // namespace

std::string open_api() {
  std::map<std::string, std::string> paths; // one path may take several methods
  for (const Route& route : routes()) {
    std::string& methods = paths[std::string(route.path)];
    methods += (methods.empty() ? "" : ",\n      ") + json_string(lower(route.method)) + ": " + operation(route);
  }
  std::string out = "{\n  \"openapi\": \"3.1.0\",\n  \"info\": {\"title\": \"Rashin workbench\", \"version\": \"1\"},\n"
                    "  \"security\": [{\"token\": []}],\n  \"paths\": {";
  const char* between = "\n    ";
  for (const auto& [path, methods] : paths)
    out += between + json_string(path) + ": {\n      " + methods + "\n    }", between = ",\n    ";
  out += "\n  },\n  \"components\": {\n    \"securitySchemes\": {\"token\": {\"type\": \"http\", \"scheme\": "
         "\"bearer\"}},\n    \"schemas\": {";
  between = "\n      ";
  for (const auto& [name, schema] : schemas)
    out += between + json_string(name) + ": " + std::string(schema), between = ",\n      ";
  return out + "\n    }\n  }\n}\n";
}

} // namespace rashin::server
