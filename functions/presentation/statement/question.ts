/** The question in words: its filters and its counting rules. */
import type { Answer } from "#core/answer/answer.ts";
import { isByRule } from "#core/evidence/cuts.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { familyOf } from "#data/landmarks.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import type { Catalogue, ReportWords } from "../words/catalogue.ts";
import { askedInWords, filterWords, publishedQuestion } from "./scope.ts";

/** The question, and how its numbers are made, in sentences. */
export interface QuestionText {
  /** "What did 9 trials show of … after 3 or more prior lines?" */
  readonly asked: string;
  /** The published question that it repeats; `null` if none. */
  readonly published: string | null;
  readonly lookedFor: string;
  readonly found: string;
  /** Counting rules other than the usual ones. */
  readonly rules: readonly string[];
  readonly model: readonly string[];
  /** The models of what is pooled in a picture. */
  readonly models: Readonly<Record<"logit" | "landmark", string>>;
}

export function questionText(answer: Answer, words: Catalogue): QuestionText {
  const { query, selection } = answer;
  const { figure, report } = words;
  const made = report.question.models[query.model];
  const isPooled = answer.outcomes.some(
    ({ outcome, pools }) =>
      familyOf(outcome) !== null && Object.values(pools).some((pool) => pool.estimate !== null),
  );
  const { title, filters } = askedInWords(answer, words);
  // The question names the class it asks for.
  const ofClass = words.parameterTexts["therapy-class"].brief(query.therapyClass);
  const others = filters.filter((text) => text !== ofClass);
  const noun = studyWordOf(query);
  const trials = therapyClasses.reduce((sum, group) => sum + answer.patients[group].trials, 0);
  return {
    asked: report.question.asked({ trials, noun, of: query.therapyClass }, [...title, ...others]),
    published: publishedQuestion(answer, report.question),
    lookedFor: report.question.lookedFor(filterWords(query, words)),
    found: report.question.found(selection.cohorts, noun),
    rules: rules(query, report.question),
    model: [
      ...made,
      ...(isPooled ? [report.question.survival] : []),
      ...(query.model === "bayes" ? [] : [report.question.intervals(query.interval)]),
    ],
    models: {
      logit: figure.model(query.model, "logit"),
      landmark: figure.model(query.model, "landmark"),
    },
  };
}

/** The counting rules, but only if they differ from the defaults. */
export function rules(query: Query, { rules: words }: ReportWords["question"]): string[] {
  const { denominator, definition, cut, sources, overlap } = query;
  return [
    denominator !== "treated" && words[denominator],
    definition === "broad" && words.broad,
    cut === "latest" && words.latest,
    cut === "primary-only" && words.primaryOnly,
    !isByRule(query) && words.cut(cut),
    sources === "papers" && words.papers,
    sources === "any" && words.unreviewed,
    overlap === "keep" && words.overlap,
  ].filter((rule) => rule !== false);
}

/**
 * How its numbers are counted and pooled, where it is not as usual: for a text without room to explain
 * it. A published question brings its own rules along.
 */
export function madeOtherwise(
  { query, set }: Pick<Answer, "query" | "set">,
  { figure, report, table }: Pick<Catalogue, "figure" | "report" | "table">,
): string {
  if (set !== null && !set.modified) return "";
  const { model, interval } = query;
  const pooled = model === defaultQuery.model ? [] : [table.model(figure.model(model, "logit"))];
  const limits = interval === defaultQuery.interval ? [] : [report.question.intervals(interval)];
  return [...rules(query, report.question), ...pooled, ...limits].join(" ");
}
