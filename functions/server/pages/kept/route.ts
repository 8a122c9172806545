/**
 * What our pages keep on a device: `GET /sw.js`, the service worker, and the pages for a device
 * without a connection.
 */
import { Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";

/** Asked for again at every visit, because it is how a device hears of withdrawn data. */
export const serviceWorker = new Hono<HonoEnvironment>().get("/", servedAs("worker"), (context) =>
  builtFile(context, {
    file: "/sw.js",
    contentType: "text/javascript; charset=utf-8",
    headers: { "cache-control": "no-cache" },
  }),
);

export const keptShell = keptPage("/kept/shell.html", "embed");
export const keptMissing = keptPage("/kept/missing.html", "page");
export const keptWithdrawn = keptPage("/kept/withdrawn.html", "page");

function keptPage(file: string, profile: "embed" | "page") {
  return new Hono<HonoEnvironment>().get("/", servedAs(profile), (context) =>
    builtFile(context, { file, contentType: "text/html; charset=utf-8" }),
  );
}
