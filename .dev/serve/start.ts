/**
 * `npm start` builds the production version and serves it on this machine. `npm run dev` also builds again when a file
 * in data/, functions/ or widget/ changes, and a page shows the change when it is reloaded; if a build fails, the
 * terminal says why and the last good version keeps running.
 */
import { watch } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { root } from "../files.ts";
import { endOnSignals, makeTemporaryFolder, runNode } from "../run.ts";
import { type Server, startServer } from "./serve.ts";

const isWatching = process.argv.includes("--watch");
const host = process.env.HOST || "127.0.0.1";
const port = process.env.PORT || "8787";
await requireFreePort();

// `npm test` builds in the repository, so this command builds elsewhere.
const folder = makeTemporaryFolder();
endOnSignals();
const parent = process.ppid;
// npm does not tell this process when it is ended, so this process watches for another parent.
setInterval(() => process.ppid === parent || process.exit(), 500).unref();

let server: Server | undefined;
/**
 * `served` has the build that is served, `other` takes the next one, so that a build that fails leaves what is served
 * as it is.
 */
let [served, other] = [join(folder, "a"), join(folder, "b")];
if (isWatching) await buildAtEachChange();
else if (!(await buildAndServe())) process.exit(1);

async function requireFreePort(): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const probe = createServer().once("error", reject);
      probe.listen({ host, port: Number(port) }, () => probe.close(() => resolve()));
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem = code === "EADDRINUSE" ? "is already in use" : `cannot be used (${message})`;
    console.error(
      `Port ${port} ${problem}. Stop the other program, or choose another port: PORT=9000 npm start.`,
    );
    process.exit(1);
  }
}

/** Returns false if the build fails. */
async function buildAndServe(): Promise<boolean> {
  const build = [".dev/build/build.ts", "--local", `--into=${other}`];
  // Without precomputed answers the Worker computes the same bytes.
  if (isWatching) build.push("--skip=answers");
  const { code } = await runNode(build, { show: true });
  if (code !== 0) return false;
  [served, other] = [other, served];
  if (server) {
    await server.reload(served);
  } else {
    // HSTS of "production" would make a browser use HTTPS for this host for years.
    const vars = { APP_ENV: "local" };
    server = await startServer({ buildFolder: served, host, port: Number(port), vars });
    console.log(`
Myeloma Compare is running. Open

  ${server.url}/                              the comparison
  ${server.url}/embed                         the same in a frame
  ${server.url}/build                         lines of HTML for a page of yours
  ${server.url}/docs                          the guides
  ${server.url}/v1/comparison?outcome=orr     the API
  ${server.url}/healthz                       status, versions of data and answers

Ctrl+C stops it.`);
  }
  return true;
}

async function buildAtEachChange(): Promise<never> {
  const changed = new Set<string>();
  for (const name of ["data", "functions", "widget"]) {
    watch(join(root, name), { recursive: true }, (_event, file) => {
      if (file && !/(^|[\\/])(generated|\.)/.test(file)) changed.add(file);
    });
  }
  for (;;) {
    changed.clear();
    await buildAndServe();
    while (changed.size === 0) await setTimeout(200);
  }
}
