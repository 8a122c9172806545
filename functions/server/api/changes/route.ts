/** `GET /v1/changes` and `/v1/changes.atom`: the history of the data, as JSON and as a feed. */

import { Hono } from "hono";
import { constantAnswer } from "../../answers/constant-answer.ts";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";
import { siteOf } from "../../http/site.ts";
import { ofSite } from "../../pages/html/origin-placeholder.ts";

const changes = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) => constantAnswer(context, { resource: "changes" }));

const changesFeed = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) => {
  const site = siteOf(context);
  return builtFile(context, {
    file: "/v1/changes.atom",
    contentType: "application/atom+xml; charset=utf-8",
    adapt: ofSite(site),
  });
});

export const routes = { "/v1/changes": changes, "/v1/changes.atom": changesFeed };
