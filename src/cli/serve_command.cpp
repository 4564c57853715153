#include "cli/serve_command.h"

#include "cli/arguments.h"
#include "server/serve.h"

#include <ostream>

namespace rashin::cli {
namespace {

int serve(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--port", "--out"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto port = integer_option(*arguments, "--port", 1, 65535);
  if (!port) return report(call, port.diagnostics());
  server::ServeOptions options{.folder = arguments->words[0],
                               .runs = arguments->option("--out").value_or("out"),
                               .port = static_cast<std::uint16_t>(port->value_or(0)),
                               .stop = call.stop};
  options.ready = [&](std::string_view address) {
    call.out << LocalizedText{"ブラウザーで開いてください: ", "Open in a browser: "}.in(call.language) << address
             << '\n'
             << LocalizedText{"終わるには Ctrl-C", "Ctrl-C ends it"}.in(call.language) << std::endl;
  };
  return report(call, server::serve(options));
}

} // namespace

std::vector<Command> serve_commands() {
  return {{"serve",
           {"DIR [--port P] [--out OUT]  ブラウザーの作業台を開く",
            "DIR [--port P] [--out OUT]  the workbench in the browser"},
           {"  DIR は調査・ネットアセスメント・アジェンダのフォルダー、それらを集めたフォルダー、\n"
            "  または studies、assessments、agendas を収めたフォルダー。\n"
            "  --port P  ポート番号（省略すると空いている番号）\n"
            "  --out OUT 実行結果を置くフォルダー（省略すると out）\n"
            "  この計算機からだけ開けます。表示されるアドレスには、起動ごとに変わる合言葉が入っています。",
            "  DIR is a study, assessment or agenda, a folder of these,\n"
            "  or a folder that holds studies, assessments and agendas.\n"
            "  --port P   port number (a free one if left out)\n"
            "  --out OUT  folder for the runs (out if left out)\n"
            "  Reachable from this machine only. The address printed carries a secret that changes with every start."},
           serve}};
}

} // namespace rashin::cli
