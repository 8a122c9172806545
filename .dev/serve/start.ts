/**
 * `npm start`: builds and serves the production version on this machine. Without precomputed
 * answers the Worker computes the same bytes on request.
 */

import { runNode } from "../run.ts";
import { checkedPort } from "./port.ts";
import { onStop } from "./stop.ts";

const host = process.env.HOST || "127.0.0.1";
const port = await checkedPort("start", host);

const build = await runNode([".dev/build/build.ts", "--skip=answers", "--local"], { show: true });
if (build.code !== 0) process.exit(1);

const { startServer } = await import("./serve.ts");
// Not "production", because HSTS would make a browser use HTTPS for this host for years.
const server = await startServer({ port, host, vars: { APP_ENV: "local" } });

onStop(() => server.dispose());

const shownHost = ["0.0.0.0", "::"].includes(host) ? "localhost" : host;
console.log(`
Myeloma Compare is running. Open

  http://${shownHost}:${port}/                              the demo page
  http://${shownHost}:${port}/embed                         the widget in a frame
  http://${shownHost}:${port}/v1/comparison?outcome=orr     the API
  http://${shownHost}:${port}/healthz                       version and status

Ctrl+C stops it.`);
