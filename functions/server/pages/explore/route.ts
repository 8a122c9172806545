/**
 * `GET /explore`: one outcome of a question by groups of trials, meta-regression, and what others published of it.
 * Every setting is in the address, and the page needs no script.
 */
import { cacheable } from "../../answers/cacheable.ts";
import { ofClasses } from "../../answers/class-answer.ts";
import { servedAs } from "../../http/middleware/header-profile.ts";
import { queryProblemResponse } from "../../http/problem.ts";
import type { Answer, Routes } from "../../http/route.ts";
import { readExploration } from "./exploration.ts";
import { explorePage } from "./explore-page.tsx";

const answer: Answer = (context) => {
  const { exploration, canonical, problems } = readExploration(context.req.url);
  if (problems) return queryProblemResponse(problems);
  return cacheable(context, {
    resource: `explore?${canonical}`,
    form: "html",
    make: async (ask) => explorePage(exploration, ofClasses(await ask(exploration.base))),
  });
};

export const routes: Routes = { "/explore": [servedAs("form"), answer] };
