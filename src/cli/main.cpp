#include "cli/command.h"
#include "cli/interrupt.h"
#include "study/work.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <unistd.h>

namespace rashin::cli {
namespace {

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      return std::string_view(value).starts_with("ja") ? Language::Japanese : Language::English;
  return Language::English;
}

/// Takes `--lang ja|en` out of the words, wherever it stands.
Diagnostics take_language(std::vector<std::string>& words, Language& language) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string value;
    if (words[i] == "--") return {};
    if (words[i].starts_with("--lang="))
      value = words[i].substr(7);
    else if (words[i] == "--lang" && i + 1 < words.size())
      value = words[i + 1];
    else
      continue;
    if (value != "ja" && value != "en") return {make_diagnostic("usage-choice", {}, {"--lang", value, "ja, en"})};
    language = value == "ja" ? Language::Japanese : Language::English;
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(i);
    words.erase(at, at + (words[i] == "--lang" ? 2 : 1));
    --i;
  }
  return {};
}

void print_help(std::ostream& out, Language language) {
  const bool ja = language == Language::Japanese;
  out << (ja ? "羅針 — 国際的な出来事から、国に必要な技術を導く\n\n"
             : "Rashin — from an international event to the technologies a country needs\n\n");
  for (const Command& command : commands())
    out << "  rashin " << command.name << ' ' << command.usage.in(language) << '\n';
  out << (ja ? "\n  どのコマンドにも --help と --lang ja|en が使えます。\n"
             : "\n  Every command takes --help and --lang ja|en.\n");
  out << (ja ? "  終了コード: 0 完了、1 検査に通らない、2 ファイルか指定の誤り、3 書き込めない、130 中止\n"
             : "  Exit codes: 0 done, 1 a check fails, 2 a file or the command line is wrong, 3 could not write, 130 "
               "stopped\n");
}

/// The command whose name is the longest match of the first words.
const Command* find_command(const std::vector<Command>& all, const std::vector<std::string>& words, std::size_t& used) {
  const Command* best = nullptr;
  used = 0;
  for (const Command& command : all) {
    std::string name(command.name);
    std::size_t count = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    std::string joined;
    for (std::size_t i = 0; i < count && i < words.size(); ++i) joined += (i ? " " : "") + words[i];
    if (joined == name && count > used) best = &command, used = count;
  }
  return best;
}

int dispatch(std::vector<std::string> words) {
  Language language = language_of_environment();
  Call call{{}, std::cout, std::cerr, language, ::isatty(2) == 1, {}};
  if (const Diagnostics wrong = take_language(words, language); !wrong.empty()) return report(call, wrong);
  call.language = language;
  const bool help = std::find(words.begin(), words.end(), "--help") != words.end();
  if (words.size() == 1 && words[0] == "--version") {
    std::cout << "rashin " << study::program_version() << '\n';
    return Done;
  }
  const std::vector<Command> all = commands();
  std::size_t used = 0;
  const Command* command = find_command(all, words, used);
  if (!command) {
    if (help || words.empty()) return print_help(std::cout, language), words.empty() ? FileWrong : Done;
    bool group = false;
    for (const Command& c : all) {
      if (!c.name.starts_with(words[0] + " ")) continue;
      std::cerr << "  rashin " << c.name << ' ' << c.usage.in(language) << '\n';
      group = true;
    }
    return report(call, {make_diagnostic("usage-unknown-command", {},
                                         {words[0] + (group && words.size() > 1 ? " " + words[1] : "")})});
  }
  if (help) {
    std::cout << "rashin " << command->name << ' ' << command->usage.in(language) << '\n'
              << command->help.in(language) << (command->help.empty() ? "" : "\n");
    return Done;
  }
  const Interrupt interrupt(command->stops_at_once);
  call.stop = interrupt.token();
  call.words.assign(words.begin() + static_cast<std::ptrdiff_t>(used), words.end());
  return command->run(call);
}

} // namespace
} // namespace rashin::cli

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  try {
    const int code = rashin::cli::dispatch(std::vector<std::string>(words + 1, words + count));
    std::cout.flush();
    return std::cout ? code : rashin::cli::CannotWrite;
  } catch (const std::exception& broken) { // a promise of ours is broken: say so, with what is known
    std::cerr << "rashin: " << broken.what() << '\n';
    return 70;
  }
}
