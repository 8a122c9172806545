/** Lists every code that the core can give, and finds those that the approved answers have. */

import {
  analysisNames,
  analysisStatuses,
  contrastStatuses,
  equalAgeObstacles,
} from "#core/answer/difference-codes.ts";
import { poolStatuses } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { parameterNames, parameters } from "#core/question/parameters.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import type { ScreenKind } from "#presentation/views/screen.ts";
import { exclusions, refusals } from "#presentation/words/exclusions.ts";
import { notes } from "#presentation/words/notes.ts";
import { answerInFull } from "#server/answers/compute/full-answer.ts";
import { makeApiComparison } from "#server/answers/render/answers.ts";
import { questions } from "./questions.ts";
import { surfaces } from "./surfaces.ts";

interface Codes {
  all: readonly string[];
  /** Returns the codes that one approved answer has. */
  codesIn: (approved: Approved) => readonly string[];
  /** Lists the codes that no question about this collection gives. */
  never?: readonly string[];
}

type Approved = Awaited<ReturnType<typeof approvedOf>>;

const screenKinds = Object.keys({
  classes: true,
  survival: true,
  products: true,
} satisfies Record<ScreenKind, true>);

export const codes: Readonly<Record<string, Codes>> = {
  "kind of screen": {
    all: screenKinds,
    codesIn: ({ text }) => screenKinds.filter((kind) => text.includes(`"kind": "${kind}"`)),
  },
  parameter: {
    all: parameterNames,
    codesIn: ({ question }) => [...new URLSearchParams(question).keys()],
  },
  model: { all: parameters.model.words, codesIn: ({ answer }) => [answer.query.model] },
  "group of outcomes": {
    all: [...new Set(dataset.outcomes.map(({ group }) => group))],
    codesIn: ({ answer }) => answer.query.outcome,
  },
  note: {
    all: Object.keys(notes),
    codesIn: ({ apiAnswer, text }) =>
      [...apiAnswer.notes, ...apiAnswer.outcomes.flatMap((row) => row.notes)]
        .filter((note) => text.includes(note.text))
        .map(({ code }) => code),
    // The offer to count the trials that were left out names them instead.
    never: ["left-out-for-label"],
  },
  "reason to leave a study out": {
    all: Object.keys(exclusions),
    codesIn: ({ answer, apiAnswer, text }) =>
      answer.selection.excluded
        .filter((_, index) => text.includes(apiAnswer.selection.excluded[index]?.reason ?? " "))
        .map(({ reason }) => reason.code),
    // An answer about one class does not list each study of the other.
    never: ["other-class"],
  },
  "reason not to pool a figure": {
    all: Object.keys(refusals),
    codesIn: ({ pools }) =>
      pools.flatMap(({ notPooled, notReported }) => [
        ...notPooled.map(({ reason }) => reason.code),
        ...notReported.map(() => "not-reported"),
      ]),
  },
  "end of a pool": {
    all: poolStatuses,
    codesIn: ({ pools }) => pools.map(({ status }) => status),
    // A test of the model makes up data that no prior allows.
    never: ["prior-conflict"],
  },
  "end of a difference": {
    all: contrastStatuses,
    codesIn: ({ contrasts }) => contrasts.map(({ status }) => status),
  },
  analysis: {
    all: analysisNames.flatMap((name) => analysisStatuses.map((status) => `${name} ${status}`)),
    codesIn: ({ analyses }) => analyses.map(({ analysis, status }) => `${analysis} ${status}`),
    // Without one of its products or trials a row has other figures; another model and equal age fit those figures
    // anew. With these trials every other model has an answer wherever a difference excludes 0.
    never: ["product same", "trial same", "model same", "model cannot-be-made", "equal-age same"],
  },
  "obstacle to equal age": {
    all: equalAgeObstacles,
    codesIn: ({ analyses }) => analyses.flatMap(({ obstacle }) => obstacle ?? []),
    // With these trials every such model finds its maximum, and where the ages of the classes overlap they differ;
    // four trials of a class with an age have five events.
    never: ["few-events", "few-ages", "close-ages", "none-within", "no-fit"],
  },
};

let answers: Promise<Approved[]> | undefined;

/** Returns every approved answer in codes, in words and on all surfaces. The answers are made once. */
export function approved(): Promise<Approved[]> {
  answers ??= Promise.all(Object.values(questions).map(approvedOf));
  return answers;
}

async function approvedOf(question: string) {
  const texts = await Promise.all(Object.values(surfaces).map((asLines) => asLines(question)));
  const full = answerInFull(parseQueryTextOrThrow(question, dataset));
  const { outcomes } = full.comparison;
  const contrasts = outcomes.flatMap((row) => row.contrasts);
  return {
    question,
    answer: full.comparison,
    apiAnswer: makeApiComparison(full.comparison),
    pools: outcomes.flatMap((row) => Object.values(row.pools)),
    contrasts,
    analyses: contrasts.flatMap((contrast) => contrast.analyses ?? []),
    // A text of several sentences stands in several lines; what is drawn has hyphens at which no line ends.
    text: texts.flat().join(" ").replace(/\s+/g, " ").replaceAll("\u2011", "-"),
  };
}
