/** `GET /docs`: how to ask the API, with the address of this installation in what is to be copied. */
import { Hono } from "hono";
import { builtFile } from "../../api/built-file.ts";
import type { HonoEnvironment } from "../../environment.ts";
import { escapeHtml } from "../escape-html.ts";
import { originPlaceholder } from "./origin-placeholder.ts";

export const docs = new Hono<HonoEnvironment>().get("/", (context) => {
  const { origin } = new URL(context.req.url);
  return builtFile(context, {
    file: "/docs.html",
    contentType: "text/html; charset=utf-8",
    adapt: (html) => html.replaceAll(originPlaceholder, () => escapeHtml(origin)),
  });
});
