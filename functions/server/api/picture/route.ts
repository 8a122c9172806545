/**
 * `GET /v1/picture.png?…`: the picture of a question at an address that stays, for pages that show it
 * in the element or beside a link. Its file has another name after every change of the numbers.
 */
import { Hono } from "hono";
import { questionWith } from "../../answers/question-with.ts";
import { builtFile } from "../../http/built-file.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import { picturesOf } from "../../pages/html/sharing.ts";

/** The allowed values of its own parameter. */
export const pictureWords = { size: ["small", "wide"] } as const;

const picture = new Hono<HonoEnvironment>().get("/", (context) => {
  const { canonical, values, problems } = questionWith(context.req.url, pictureWords);
  if (problems) return queryProblemResponse(problems);
  const { size = "small" } = values;
  return builtFile(context, {
    file: picturesOf(canonical)[size].href,
    contentType: "image/png",
  });
});

export const routes = { "/v1/picture.png": picture };
