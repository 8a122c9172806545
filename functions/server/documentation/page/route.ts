/** `GET /docs`: how to use the API. Samples contain the address of this installation. */

import { Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { siteOf } from "../../http/site.ts";
import { ofSite } from "../../pages/html/origin-placeholder.ts";

export const docs = new Hono<HonoEnvironment>().get("/", servedAs("page"), (context) => {
  const site = siteOf(context);
  return builtFile(context, {
    file: "/docs.html",
    contentType: "text/html; charset=utf-8",
    adapt: ofSite(site),
  });
});
