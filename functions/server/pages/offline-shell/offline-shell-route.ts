/** Serves `GET /sw.js`: the service worker of our pages. */
import { makeBuiltFileHandler } from "../../http/built-file.ts";
import type { Routes } from "../../http/environment.ts";
import { makeHeaderProfileMiddleware } from "../../http/middleware/response-headers.ts";

export const routes: Routes = {
  /** Browsers request this script at every visit, because a device learns from it that data were withdrawn. */
  "/sw.js": [
    makeHeaderProfileMiddleware("worker"),
    makeBuiltFileHandler({
      file: "/sw.js",
      contentType: "text/javascript; charset=utf-8",
      headers: { "cache-control": "no-cache" },
    }),
  ],
};
