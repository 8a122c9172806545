/** `npm start`: builds and serves the production version on this machine. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { root } from "../files.ts";
import { localBuild } from "./local-build.ts";
import { checkedPort } from "./port.ts";
import { onStop } from "./stop.ts";

/** The serving process may take this many milliseconds to end. */
const patience = 5000;

const host = process.env.HOST || "127.0.0.1";
const port = await checkedPort("start", host);
const shownHost = ["0.0.0.0", "::"].includes(host) ? "localhost" : host;
const url = `http://${shownHost}:${port}`;

const folder = await localBuild();
const serving = fork(join(import.meta.dirname, "serving.ts"), [folder, host, String(port)], {
  cwd: root,
  // The files of the simulator are deleted together with the folder.
  env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
  // The server runs in a process group of its own, so that Ctrl+C reaches only this process, and the whole group can
  // be ended.
  detached: process.platform !== "win32",
});
const exit = new Promise<void>((resolve) => serving.once("exit", () => resolve()));
let isServing = false;
let stopping = false;

onStop(async () => {
  stopping = true;
  serving.disconnect();
  const late = setTimeout(() => endGroup(serving), patience);
  await exit;
  clearTimeout(late);
});
exit.then(() => {
  if (stopping) return;
  endGroup(serving);
  // A server that did not even start has printed the reason already.
  if (isServing) console.error("The server ended by itself. Start it again with `npm start`.");
  process.exit(1);
});

await new Promise((resolve) => serving.once("message", resolve));
isServing = true;
console.log(`
Myeloma Compare is running. Open

  ${url}/                              the comparison
  ${url}/embed                         the same in a frame
  ${url}/v1/comparison?outcome=orr     the API
  ${url}/healthz                       status, versions of data and answers

Ctrl+C stops it.`);

/** Ends the serving process and workerd with it, even if the process that started workerd was killed. */
function endGroup({ pid, kill }: ChildProcess): void {
  try {
    if (pid !== undefined && process.platform !== "win32") process.kill(-pid, "SIGKILL");
    else kill("SIGKILL");
  } catch {
    // The group has already ended.
  }
}
