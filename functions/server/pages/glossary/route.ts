/** `GET /glossary`: what abbreviations and signs mean. */
import { Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";

export const glossary = new Hono<HonoEnvironment>().get("/", servedAs("page"), (context) =>
  builtFile(context, { file: "/glossary.html", contentType: "text/html; charset=utf-8" }),
);
