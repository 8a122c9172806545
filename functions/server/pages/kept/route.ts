/**
 * What our pages keep on a device: `GET /sw.js`, the service worker, and the pages for a device
 * without a connection.
 */
import { type Context, Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { withRecordSystems } from "../html/record-systems.ts";

/** Asked for again at every visit, because it is how a device hears of withdrawn data. */
export const serviceWorker = new Hono<HonoEnvironment>().get("/", servedAs("worker"), (context) =>
  builtFile(context, {
    file: "/sw.js",
    contentType: "text/javascript; charset=utf-8",
    headers: { "cache-control": "no-cache" },
  }),
);

const shellFile = "/kept/shell.html";

/**
 * The page of `/embed` without an answer, which the element gives.
 *
 * @param records the origins from which it may take a patient, if any
 */
export function shell(context: Context<HonoEnvironment>, records: string | null) {
  return builtFile(context, {
    file: shellFile,
    contentType: "text/html; charset=utf-8",
    ...(records !== null && {
      adapt: (html: string) => withRecordSystems(html, records),
      adaptedBy: encodeURIComponent(records),
    }),
  });
}

export const keptShell = keptPage(shellFile, "embed");
export const keptMissing = keptPage("/kept/missing.html", "page");
export const keptWithdrawn = keptPage("/kept/withdrawn.html", "page");

function keptPage(file: string, profile: "embed" | "page") {
  return new Hono<HonoEnvironment>().get("/", servedAs(profile), keptFile(file));
}

function keptFile(file: string) {
  return (context: Context<HonoEnvironment>) =>
    builtFile(context, { file, contentType: "text/html; charset=utf-8" });
}
