/**
 * `GET /v1/widget.js` and `/v1/client.js`: addresses that stay the same whatever the files of a release
 * are called, for pages that cannot follow their names.
 */
import { Hono } from "hono";
import { assets } from "../../widget/generated/assets.ts";
import { entityTag, isFresh } from "../conditional.ts";
import type { HonoEnvironment } from "../environment.ts";
import { builtFile } from "./built-file.ts";
import { noParameters } from "./no-parameters.ts";

const contentType = "text/javascript; charset=utf-8";

/** The element itself is loaded from its own address, which a browser keeps for good. */
const pointer = `export * from "${assets.widget.href}";\n`;
const etag = entityTag(assets.widget.integrity, "widget.js", "js");

export const widgetScript = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) => {
  const headers = { etag, "cache-control": "public, max-age=300, stale-while-revalidate=86400" };
  return isFresh(context.req.header("if-none-match"), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(pointer, { headers: { ...headers, "content-type": contentType } });
});

export const clientScript = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) => builtFile(context, { file: "/v1/client.js", contentType }));
