/**
 * What our pages keep on a device: `GET /sw.js`, the service worker, and the pages for a device
 * without a connection.
 */
import { type Context, Hono } from "hono";
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

/** The page of `/embed` without an answer, which the element gives. */
export const shell = keptFile("/kept/shell.html");

export const keptShell = keptPage("/kept/shell.html", "embed");
export const keptMissing = keptPage("/kept/missing.html", "page");
export const keptWithdrawn = keptPage("/kept/withdrawn.html", "page");

function keptPage(file: string, profile: "embed" | "page") {
  return new Hono<HonoEnvironment>().get("/", servedAs(profile), keptFile(file));
}

function keptFile(file: string) {
  return (context: Context<HonoEnvironment>) =>
    builtFile(context, { file, contentType: "text/html; charset=utf-8" });
}
