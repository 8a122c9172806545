/**
 * What our pages keep on a device: `GET /sw.js`, the service worker; and the page of `/embed` for a
 * device without a connection.
 */
import type { Context } from "hono";
import { builtFile, sentFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import type { Routes } from "../../http/route.ts";
import { withRecordSystems } from "../html/record-systems.ts";

export const routes: Routes = {
  /** Asked for again at every visit, because it is how a device hears of withdrawn data. */
  "/sw.js": [
    servedAs("worker"),
    sentFile({
      file: "/sw.js",
      contentType: "text/javascript; charset=utf-8",
      headers: { "cache-control": "no-cache" },
    }),
  ],
};

/**
 * The page of `/embed` without an answer, which the element gives.
 *
 * @param records the origins from which it may take a patient, if any
 */
export function shell(context: Context<HonoEnvironment>, records: string | null) {
  return builtFile(context, {
    file: "/kept/shell.html",
    contentType: "text/html; charset=utf-8",
    ...(records !== null && {
      adapt: (html: string) => withRecordSystems(html, records),
      adaptedBy: encodeURIComponent(records),
    }),
  });
}
