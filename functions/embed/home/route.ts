/** `GET /`: what this is, the element as a hospital page would use it, and the builder of snippets. */
import { Hono } from "hono";
import { en } from "../../../widget/strings/en.ts";
import { compareView } from "../../../widget/views/compare-view.ts";
import { compare } from "../../comparison/compare.ts";
import { asked } from "../../comparison/precomputed-questions.ts";
import { entityTag, isFresh } from "../../conditional.ts";
import { dataset } from "../../dataset.ts";
import type { HonoEnvironment } from "../../environment.ts";
import { keptAnswers } from "../../kept-answers.ts";
import { beyondRemembering } from "../../remembered-pools.ts";
import { english } from "../../words/english.ts";
import { withWords } from "../../words/with-words.ts";
import { htmlResponse } from "../document.ts";
import { release } from "../release.ts";
import { homePage } from "./page.tsx";

/** One page for each name that the site has. */
const pages = keptAnswers(1_000_000);

const etag = entityTag(dataset.answerVersion, "home", `html;${release}`);
const headers = {
  etag,
  "cache-control": "public, max-age=300, stale-while-revalidate=86400",
  vary: "accept-encoding",
};

export const home = new Hono<HonoEnvironment>().get("/", async (context) => {
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const { origin } = new URL(context.req.url);
  const {
    body,
    encodeBody,
    headers: ofBody,
  } = await pages(context, {
    key: entityTag(dataset.answerVersion, `${origin}/`, `html;${release}`),
    file: null,
    make: () => {
      const answer = withWords(compare(asked("", dataset), dataset, beyondRemembering), english);
      return homePage(compareView(answer, en), origin);
    },
  });
  return htmlResponse(body, { encodeBody, headers: { ...headers, ...ofBody } });
});
