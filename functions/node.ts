/**
 * Starts the service on Node: the same app and the files of the build, without outgoing connections. The proxy provides
 * TLS and limits requests and connections (guide for operators). For containers, `--health` asks the running server
 * whether it answers, without loading the app.
 */

import {
  formatHostForUrl,
  printErrorAndSetExitCode,
  readSettings,
  type Settings,
} from "./server/node/settings.ts";

// The process continues if a line cannot be written, because the disk is full or the reader of the line has ended.
for (const lines of [process.stdout, process.stderr]) lines.on("error", () => undefined);

const { settings, problems } = readSettings(process.env);
if (problems)
  printErrorAndSetExitCode(problems.map(({ name, message }) => `${name} ${message}.`).join("\n"));
else if (process.argv.includes("--health")) await checkHealthAndReportFailure(settings);
else {
  const { serveNodeApp } = await import("./server/node/node-server.ts");
  const { default: worker } = await import("./worker.ts");
  serveNodeApp(worker, settings);
}

async function checkHealthAndReportFailure({ HOST, PORT }: Settings): Promise<void> {
  const here = ["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  try {
    const { ok, status } = await fetch(`http://${formatHostForUrl(here)}:${PORT}/healthz`);
    if (!ok) printErrorAndSetExitCode(`/healthz answers ${status}.`);
  } catch {
    printErrorAndSetExitCode(`Nothing answers on ${here} port ${PORT}.`);
  }
}
