/** `GET /docs`: how to use the API, and guides. Samples contain the address of this installation. */

import { type Context, Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { siteOf } from "../../http/site.ts";
import { ofSite } from "../../pages/html/origin-placeholder.ts";
import { guides } from "../guides/guides.ts";

export const docs = new Hono<HonoEnvironment>().get("/", servedAs("page"), page("/docs.html"));

for (const { id } of guides) docs.get(`/${id}`, servedAs("page"), page(`/docs/${id}.html`));

function page(file: string) {
  return (context: Context<HonoEnvironment>) =>
    builtFile(context, {
      file,
      contentType: "text/html; charset=utf-8",
      adapt: ofSite(siteOf(context)),
    });
}
