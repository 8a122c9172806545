/** Writes the question in words: its filters and its counting rules. */

import type { Answer } from "#core/answer/answer.ts";
import { isDataCutChosenByRule } from "#core/evidence/cuts.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { countTrialsWithFigures, hasRateOfAnyClass } from "../row/figures.ts";
import { chooseStudyWord, classAdjective, classInText, type StudyWord } from "../words/names.ts";
import { parameterWords } from "../words/parameter-words.ts";
import {
  formatCountWithNoun,
  joinWithConjunction,
  pluralise,
  writeSentence,
} from "../words/sentences.ts";
import {
  isUnchangedPublishedQuestion,
  listTextsOfAllFilters,
  makeQuestionTitleAndFilters,
  namePublishedQuestion,
} from "./scope.ts";

/** Holds the question, and how its numbers are computed, in sentences. */
export interface CountingRules {
  /** States the question, as in "What did 9 trials show of … after 3 or more prior lines?". */
  readonly question: string;
  /** Names the published question that the question repeats; empty if there is none. */
  readonly published: string;
  readonly lookedFor: string;
  readonly counts: string;
  /** Lists the counting rules that differ from the defaults. */
  readonly rules: readonly string[];
  readonly model: readonly string[];
}

export function makeCountingRules(answer: Answer): CountingRules {
  const { query, selection } = answer;
  const isPooled = answer.outcomes.some(
    (row) => parseSurvivalFamily(row.outcome) !== null && hasRateOfAnyClass(row),
  );
  const noun = chooseStudyWord(query);
  const counts = therapyClasses.map((group) =>
    formatCountWithNoun(selection.cohorts[group], `${classAdjective[group]} ${noun}`),
  );
  return {
    question: describeQuestionInFull(answer),
    published: describePublishedQuestion(answer),
    lookedFor: describeStudiesLookedFor(query),
    counts: `Found: ${joinWithConjunction(counts)}, parts of one counted apart.`,
    rules: listNonDefaultRules(query),
    model: [
      query.model === "bayes"
        ? describeBayesModel(chooseStudyWord(query))
        : describeModelAndScale(query.model, "logit"),
      ...(isPooled
        ? ["Survival at a month is pooled on the log cumulative hazard, as that paper did."]
        : []),
      ...(query.model === "bayes" ? [] : [describeIntervalMethod(query.interval)]),
    ],
  };
}

const classesOfQuestion: Readonly<Record<Query["therapyClass"], string>> = {
  ...classInText,
  both: "CAR-T and of bispecific antibodies",
};

function describeQuestionInFull(answer: Answer): string {
  const { query, patients } = answer;
  const { title, filters } = makeQuestionTitleAndFilters(answer);
  // The question already names the class.
  const ofClass = parameterWords["therapy-class"].brief(query.therapyClass);
  const further = filters.filter((text) => text !== ofClass);
  const noun = chooseStudyWord(query);
  const trials = countTrialsWithFigures(patients);
  const who = trials === 0 ? pluralise(noun) : formatCountWithNoun(trials, noun);
  return `What did ${who} show of ${classesOfQuestion[query.therapyClass]} in relapsed myeloma: ${[...title, ...further].join(", ")}?`;
}

export function describeStudiesLookedFor(query: Query): string {
  return `Studies looked for: ${listTextsOfAllFilters(query).join("; ")}.`;
}

/** Names the published question that an answer repeats; empty if there is none. */
export function describePublishedQuestion(answer: Pick<Answer<string>, "set">): string {
  const published = namePublishedQuestion(answer);
  return published === null ? "" : writeSentence(published);
}

const describeBayesModel = (study: StudyWord) =>
  `Each class is pooled by itself with a Bayesian binomial–normal random-effects model; the number shown is the posterior median for a typical ${study}, with its 95 % credible interval. Drugs are ignored: the interval holds for the drugs pooled, and is too narrow for others.`;

const intervals: Readonly<Record<Query["interval"], string>> = {
  t: "use the t distribution, of a rate with k − 1 degrees of freedom",
  wald: "are Wald intervals",
  "hartung-knapp": "are Hartung–Knapp intervals",
};

function describeIntervalMethod(kind: Query["interval"]): string {
  return `95 % confidence intervals ${intervals[kind]}.`;
}

const denominatorRules = {
  enrolled: "Rates count all who were randomised or apheresed.",
  collected:
    "Responses to CAR-T count all apheresed where that is reported or derived from the infused.",
};

const modelNames: Readonly<Record<Query["model"], string>> = {
  bayes: "Bayesian random-effects model",
  glmm: "Random-effects model by maximum likelihood (GLMM)",
  reml: "Two-step random-effects model (REML)",
  dl: "Two-step random-effects model (DerSimonian–Laird)",
};

const scales = { logit: "logit", landmark: "log cumulative hazard" } as const;

/** Names the model and its scale, as in "Bayesian random-effects model, logit scale.". */
export function describeModelAndScale(model: Query["model"], scale: keyof typeof scales): string {
  return `${modelNames[model]}, ${scales[scale]} scale.`;
}

export function listNonDefaultRules(query: Query): string[] {
  const { denominator, definition, cut, sources, overlap } = query;
  return [
    denominator !== "treated" && denominatorRules[denominator],
    definition === "broad" &&
      "Neurotoxicity stands in for ICANS where a figure of ICANS is not reported.",
    cut === "latest" && "Figures are those of the longest follow-up.",
    cut === "primary-only" && "Only figures of the primary data cut count.",
    !isDataCutChosenByRule(query) && `Figures are those counted in ${cut}.`,
    sources === "papers" && "Only figures from papers, regulators and labels count.",
    sources === "any" && "Sources that nobody reviewed count too.",
    overlap === "keep" && "Studies that share patients stay side by side.",
  ].filter((rule) => rule !== false);
}

/**
 * States the counting rules and the model that differ from the defaults, in short. It is empty for a published
 * question, whose name stands for its rules.
 */
export function describeNonDefaultRulesAndModel({
  query,
  set,
}: Pick<Answer, "query" | "set">): string {
  if (isUnchangedPublishedQuestion({ set })) return "";
  const { model, interval } = query;
  const pooled = model === defaultQuery.model ? [] : [describeModelAndScale(model, "logit")];
  const limits = interval === defaultQuery.interval ? [] : [describeIntervalMethod(interval)];
  return [...listNonDefaultRules(query), ...pooled, ...limits].join(" ");
}
