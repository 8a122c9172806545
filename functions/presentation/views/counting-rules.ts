/** Writes the question in words: its filters and its counting rules. */

import type { Answer } from "#core/answer/answer.ts";
import { isByRule } from "#core/evidence/cuts.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { parseFamily } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { hasNumber, trialsCounted } from "../row/figures.ts";
import { classAdjective, classInText } from "../words/class-names.ts";
import { formatCounted, joinWords, pluralise } from "../words/counts.ts";
import { parameterTexts } from "../words/parameter-texts.ts";
import { writeSentence } from "../words/sentences.ts";
import { chooseStudyWord, type StudyWord } from "../words/study-word.ts";
import { filterWords, isPublished, publishedQuestion, questionInWords } from "./scope.ts";

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

export function countingRules(answer: Answer): CountingRules {
  const { query, selection } = answer;
  const isPooled = answer.outcomes.some(
    (row) => parseFamily(row.outcome) !== null && hasNumber(row),
  );
  const noun = chooseStudyWord(query);
  const counts = therapyClasses.map((group) =>
    formatCounted(selection.cohorts[group], `${classAdjective[group]} ${noun}`),
  );
  return {
    question: questionSentence(answer),
    published: publishedText(answer),
    lookedFor: lookedForText(query),
    counts: `Found: ${joinWords(counts)}, parts of one counted apart.`,
    rules: rules(query),
    model: [
      query.model === "bayes" ? bayesText(chooseStudyWord(query)) : modelText(query.model, "logit"),
      ...(isPooled
        ? ["Survival at a month is pooled on the log cumulative hazard, as that paper did."]
        : []),
      ...(query.model === "bayes" ? [] : [intervalsText(query.interval)]),
    ],
  };
}

const classesOfQuestion: Readonly<Record<Query["therapyClass"], string>> = {
  ...classInText,
  both: "CAR-T and of bispecific antibodies",
};

function questionSentence(answer: Answer): string {
  const { query, patients } = answer;
  const { title, filters } = questionInWords(answer);
  // The question already names the class.
  const ofClass = parameterTexts["therapy-class"].brief(query.therapyClass);
  const further = filters.filter((text) => text !== ofClass);
  const noun = chooseStudyWord(query);
  const trials = trialsCounted(patients);
  const who = trials === 0 ? pluralise(noun) : formatCounted(trials, noun);
  return `What did ${who} show of ${classesOfQuestion[query.therapyClass]} in relapsed myeloma: ${[...title, ...further].join(", ")}?`;
}

/** Returns text such as "Studies looked for: ….". */
export function lookedForText(query: Query): string {
  return `Studies looked for: ${filterWords(query).join("; ")}.`;
}

/** Names the published question that an answer repeats; empty if there is none. */
export function publishedText(answer: Pick<Answer<string>, "set">): string {
  const published = publishedQuestion(answer);
  return published === null ? "" : writeSentence(published);
}

const bayesText = (study: StudyWord) =>
  `Each class is pooled by itself with a Bayesian binomial–normal random-effects model; the number shown is the posterior median for a typical ${study}, with its 95 % credible interval. Drugs are ignored: the interval holds for the drugs pooled, and is too narrow for others.`;

const intervals: Readonly<Record<Query["interval"], string>> = {
  t: "use the t distribution, of a rate with k − 1 degrees of freedom",
  wald: "are Wald intervals",
  "hartung-knapp": "are Hartung–Knapp intervals",
};

function intervalsText(kind: Query["interval"]): string {
  return `95 % confidence intervals ${intervals[kind]}.`;
}

const ofDenominator = {
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
export function modelText(model: Query["model"], scale: keyof typeof scales): string {
  return `${modelNames[model]}, ${scales[scale]} scale.`;
}

/** Lists the counting rules that differ from the defaults. */
export function rules(query: Query): string[] {
  const { denominator, definition, cut, sources, overlap } = query;
  return [
    denominator !== "treated" && ofDenominator[denominator],
    definition === "broad" &&
      "Neurotoxicity stands in for ICANS where a figure of ICANS is not found.",
    cut === "latest" && "Figures are those of the longest follow-up.",
    cut === "primary-only" && "Only figures of the primary data cut count.",
    !isByRule(query) && `Figures are those counted in ${cut}.`,
    sources === "papers" && "Only figures from papers, regulators and labels count.",
    sources === "any" && "Sources that nobody reviewed count too.",
    overlap === "keep" && "Studies that share patients stay side by side.",
  ].filter((rule) => rule !== false);
}

/**
 * States the counting rules and the model that differ from the defaults, in short. It is empty for a published
 * question, whose name stands for its rules.
 */
export function madeOtherwise({ query, set }: Pick<Answer, "query" | "set">): string {
  if (isPublished({ set })) return "";
  const { model, interval } = query;
  const pooled = model === defaultQuery.model ? [] : [modelText(model, "logit")];
  const limits = interval === defaultQuery.interval ? [] : [intervalsText(interval)];
  return [...rules(query), ...pooled, ...limits].join(" ");
}
