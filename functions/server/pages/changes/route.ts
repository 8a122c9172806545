/** `GET /changes`: what each release of the data changed. */
import { Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";

export const changes = new Hono<HonoEnvironment>().get("/", servedAs("page"), (context) =>
  builtFile(context, { file: "/changes.html", contentType: "text/html; charset=utf-8" }),
);
