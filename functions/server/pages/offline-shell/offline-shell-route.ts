/** Serves `GET /sw.js`: the service worker of our pages. */
import { sentFile } from "../../http/built-file.ts";
import { servedAs } from "../../http/middleware/response-headers.ts";
import type { Routes } from "../../http/route.ts";

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
