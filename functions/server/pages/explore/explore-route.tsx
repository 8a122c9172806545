/**
 * Serves `GET /explore`: one outcome of a question by groups of trials, a meta-regression, and published values of the
 * outcome. Every setting is in the address, and the page needs no script.
 */
import { dataset } from "#core/dataset.ts";
import { listReportingClasses } from "#core/evidence/dataset.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { exploreStyles } from "#generated/styles.ts";
import { countTrialsInRow } from "#presentation/row/figures.ts";
import { joinLabelAndDetail } from "#presentation/row/names.ts";
import { makeQuestionView } from "#presentation/views/question-view.ts";
import { nameComparedDimension } from "#presentation/words/groups.ts";
import { classAdjective } from "#presentation/words/names.ts";
import { formatCountWithNoun, joinBySpaces } from "#presentation/words/sentences.ts";
import { type ClassAnswer, requireClassAnswer } from "../../answers/compute/full-answer.ts";
import { respondWithCachedOrMadeText } from "../../answers/keep/cached-response.ts";
import type { Answer, Routes } from "../../http/environment.ts";
import { makeHeaderProfileMiddleware } from "../../http/middleware/response-headers.ts";
import { respondWithQueryProblems } from "../../http/problem.ts";
import { renderSitePage } from "../html/site-frame.tsx";
import { Settings } from "../kit/kit.tsx";
import { References, ReferencesOf } from "../report/numbered-references.tsx";
import {
  type Exploration,
  listGroupingDimensions,
  moderatorNames,
  nameModeratorWithUnit,
  readExploration,
} from "./exploration.ts";
import { askGroupsByClass, Groups, type GroupsOfClass } from "./groups.tsx";
import { PublishedValues } from "./published.tsx";
import { RegressionSection } from "./regression.tsx";

const serveExplorePage: Answer = (context) => {
  const { exploration, canonical, problems } = readExploration(context.req.url);
  if (problems) return respondWithQueryProblems(problems);
  return respondWithCachedOrMadeText(context, {
    resource: `explore?${canonical}`,
    form: "html",
    make: async (ask) =>
      renderExplorePage({
        exploration,
        answer: requireClassAnswer(await ask(exploration.base)),
        groups: await askGroupsByClass(exploration, ask),
      }),
  });
};

export const routes: Routes = {
  "/explore": [makeHeaderProfileMiddleware("form"), serveExplorePage],
};

interface ExplorePage {
  exploration: Exploration;
  /** Holds the comparison of the classes for the question as requested. */
  answer: ClassAnswer;
  groups: readonly GroupsOfClass[];
}

function renderExplorePage({ exploration, answer, groups }: ExplorePage): string {
  const title = `Explore: ${joinLabelAndDetail(exploration.outcome)}`;
  return renderSitePage({
    title,
    description: "Groups of trials, meta-regression and published pools of one outcome.",
    styles: exploreStyles,
    current: "explore",
    content: (
      <ReferencesOf.Provider value={new Map()}>
        <main class="page text explore">
          <header>
            <h1>{title}</h1>
            <p class="quiet">{describeExploredQuestion(answer)}</p>
          </header>
          <Settings {...makeExploreSettings(exploration)} />
          <Groups exploration={exploration} groups={groups} />
          <RegressionSection exploration={exploration} />
          <PublishedValues outcome={exploration.outcome} set={exploration.base.set} />
          <References />
        </main>
      </ReferencesOf.Provider>
    ),
  });
}

/**
 * States the question as the comparison does: "After 3 or more prior lines · labelled in US or EU · … · in 9 trials."
 */
function describeExploredQuestion(answer: ClassAnswer): string {
  const [row] = answer.outcomes;
  const trials = row ? countTrialsInRow(row) : 0;
  const { words } = makeQuestionView(answer, formatCountWithNoun(trials, "trial"), "");
  return `${joinBySpaces(words.flatMap(({ before, text }) => [before, text]))}.`;
}

function makeExploreSettings({ base, query, outcome, moderator }: Exploration) {
  const dimensions = [...new Set([...listGroupingDimensions(base.set), query.compare])];
  return {
    unchanged: [...new URLSearchParams(formatQuery({ ...base, outcome: [] }, dataset))],
    settings: [
      {
        ...{ name: "outcome", label: "Outcome", value: outcome.id },
        options: dataset.outcomes.map(
          (entry) =>
            [
              entry.id,
              joinLabelAndDetail(entry),
              chooseHeadingIfOneClassReports(entry.id),
            ] as const,
        ),
      },
      {
        ...{ name: "compare", label: "Compare by", value: query.compare },
        options: dimensions.map((value) => [value, nameComparedDimension(value)] as const),
      },
      {
        ...{ name: "moderator", label: "Regression on", value: moderator },
        options: moderatorNames.map((value) => [value, nameModeratorWithUnit(value)] as const),
      },
    ],
  };
}

/** Returns the heading above the outcomes that only one class reports; empty for any other outcome. */
function chooseHeadingIfOneClassReports(outcome: string): string {
  const [group, another] = listReportingClasses(outcome, dataset);
  return group === undefined || another !== undefined
    ? ""
    : `Reported by ${classAdjective[group]} trials only`;
}
