/** `GET /gallery`: every state of the widget for review, or a single one. */
import { Hono } from "hono";
import { builtFile } from "../../http/built-file.ts";
import { closedParameters } from "../../http/closed-parameters.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { refusal } from "../frame/refusal.ts";
import { galleryStates } from "./states.ts";

const words = { state: galleryStates.map(({ id }) => id) };

export const gallery = new Hono<HonoEnvironment>().get("/", servedAs("page"), (context) => {
  const { values, problems } = closedParameters(new URL(context.req.url).searchParams, words);
  if (problems) {
    return refusal({
      title: "States of Myeloma Compare",
      heading: "There is no such state.",
      problems,
      back: { href: "/gallery", label: "All states" },
    });
  }
  return builtFile(context, {
    file: values.state === undefined ? "/gallery.html" : `/gallery/${values.state}.html`,
    contentType: "text/html; charset=utf-8",
  });
});
