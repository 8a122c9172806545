/** `npm start`: builds and serves the production version on this machine, which computes each answer when it is asked for. */
import { folderOfThisProcess, runNode } from "../run.ts";
import { checkedPort, serveOn } from "./port.ts";
import type { Server } from "./serve.ts";
import { onStop } from "./stop.ts";

const host = process.env.HOST || "127.0.0.1";
const port = await checkedPort("start", host);
const shownHost = ["0.0.0.0", "::"].includes(host) ? "localhost" : host;
const url = `http://${shownHost}:${port}`;

const built = folderOfThisProcess();
let server: Server | undefined;
onStop(async () => {
  await server?.dispose();
});

const build = [".dev/build/build.ts", "--skip=answers", "--local", `--into=${built}`];
if ((await runNode(build, { show: true })).code !== 0) process.exit(1);
// Not "production", because HSTS would make a browser use HTTPS for this host for years.
server = await serveOn({ built, host, port, vars: { APP_ENV: "local" } });
console.log(`
Myeloma Compare is running. Open

  ${url}/                              the comparison
  ${url}/embed                         the same in a frame
  ${url}/v1/comparison?outcome=orr     the API
  ${url}/healthz                       version and status

Ctrl+C stops it.`);
