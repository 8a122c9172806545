/** `GET /v1/meta-regression`: whether a rate goes with a property of the cohorts. */
import { type ModeratorName, moderators } from "#core/answer/meta-regression.ts";
import { dataset } from "#core/dataset.ts";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { named } from "#data/schema/described.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { metaRegressionJson } from "../answers/answers.ts";
import { cacheable } from "../answers/cacheable.ts";
import { oneOutcome } from "../answers/one-outcome.ts";
import { readQuestion } from "../answers/read-question.ts";
import type { Described } from "../documentation/described.ts";
import { closed, questionAbout } from "../documentation/resource-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { regressionEntries } from "./schemas/meta-regression.ts";
import { asked } from "./schemas/question.ts";

const moderatorWords = { moderator: Object.keys(moderators) as ModeratorName[] };
const noModerator: QueryProblem = {
  parameter: "moderator",
  value: "",
  message: "a moderator is needed here",
  allowed: moderatorWords.moderator,
};
const regressed = dataset.outcomes.filter(({ kind }) => kind === "count");

export const routes: Routes = {
  "/v1/meta-regression": (context) => {
    const asked = readQuestion(context.req.url, { own: moderatorWords, onlyClasses: true });
    if (asked.problems) return queryProblemResponse(asked.problems);
    const { query } = asked;
    const { outcome, problem } = oneOutcome(query, regressed);
    const { moderator } = asked.values;
    if (problem || !moderator) {
      const problems = [moderator ? null : noModerator, problem];
      return queryProblemResponse(problems.filter((one) => one != null));
    }
    const canonical = `moderator=${moderator}&${asked.canonical}`;
    return cacheable(context, {
      resource: `meta-regression?${canonical}`,
      form: "json",
      isAnswer: true,
      make: () => metaRegressionJson(query, canonical, outcome, moderator, catalogue),
    });
  },
};

export const operations = (): readonly Described[] => [
  {
    id: "getMetaRegression",
    path: "/v1/meta-regression",
    tag: "Compare",
    summary: "Whether a rate goes with how the cohorts differ",
    description:
      "Regression on a property of the cohorts, with class. A relation between cohorts need not hold between patients, and several cohorts of one product count as independent, which `remark` then says. Without a `model` it is `glmm`, the default model having no regression.",
    parameters: [...closed(moderatorWords, { required: true }), ...questionAbout(regressed)],
    json: named("MetaRegression", { ...asked, ...regressionEntries }),
  },
];
