/** `GET /methods`: how the numbers are made, and what they are for. */
import { Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";

export const methods = new Hono<HonoEnvironment>().get("/", servedAs("page"), (context) =>
  builtFile(context, { file: "/methods.html", contentType: "text/html; charset=utf-8" }),
);
