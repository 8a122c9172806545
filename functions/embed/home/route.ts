/** `GET /`: what this is, the element as a hospital page would use it, and the builder of snippets. */
import { Hono } from "hono";
import { en } from "../../../widget/strings/en.ts";
import { compareView } from "../../../widget/views/compare-view.ts";
import { cacheable } from "../../api/cacheable.ts";
import { compareInWords } from "../../compare-in-words.ts";
import { asked } from "../../comparison/precomputed-questions.ts";
import { namesFiles } from "../../conditional.ts";
import { dataset } from "../../dataset.ts";
import type { HonoEnvironment } from "../../environment.ts";
import { homePage } from "./page.tsx";

export const home = new Hono<HonoEnvironment>().get("/", (context) => {
  const { origin } = new URL(context.req.url);
  return cacheable(context, {
    // The page names its own site, which may have several names.
    resource: `${origin}/`,
    mediaType: "html",
    contentType: "text/html; charset=utf-8",
    headers: { "cache-control": namesFiles },
    make: () => {
      const answer = compareInWords(asked("", dataset));
      return homePage(compareView(answer, en), origin);
    },
  });
});
