/** The question in words: its filters and its counting rules. */
import type { Answer } from "#core/answer/answer.ts";
import { isByRule } from "#core/evidence/cuts.ts";
import { type FilterName, propertyName } from "#core/question/parameter-names.ts";
import { filterNames } from "#core/question/parameter-values.ts";
import type { Query, Value } from "#core/question/query.ts";
import { parseRange, type Range } from "#core/question/range.ts";
import { familyOf } from "#data/landmarks.ts";
import { studyWordOf } from "../words/arguments.ts";
import type { Catalogue, ReportWords, ScreenWords } from "../words/catalogue.ts";
import { rangeText } from "../words/range-text.ts";
import { publishedQuestion } from "./scope.ts";

/** The question, and how its numbers are made, in sentences. */
export interface QuestionText {
  /** The published question that it repeats; `null` if none. */
  readonly published: string | null;
  readonly lookedFor: string;
  readonly found: string;
  /** Counting rules other than the usual ones. */
  readonly rules: readonly string[];
  readonly model: readonly string[];
  /** The question in the words of the URL, for a picture, and the models of what is pooled in it. */
  readonly asked: string;
  readonly models: Readonly<Record<"logit" | "landmark", string>>;
}

export function questionText(answer: Answer, words: Catalogue): QuestionText {
  const { query, selection, canonical } = answer;
  const { figure, screen, report } = words;
  const asked = askedParameters(canonical, screen);
  const made = report.question.models[query.model];
  const isPooled = answer.outcomes.some(
    ({ outcome, pools }) =>
      familyOf(outcome) !== null && Object.values(pools).some((pool) => pool.estimate !== null),
  );
  return {
    published: publishedQuestion(answer, report.question),
    lookedFor: report.question.lookedFor(filterWords(query, words)),
    found: report.question.found(selection.cohorts, studyWordOf(query)),
    rules: rules(query, report.question),
    model: [
      ...made,
      ...(isPooled ? [report.question.survival] : []),
      ...(query.model === "bayes" ? [] : [report.question.intervals(query.interval)]),
    ],
    asked: asked.length === 0 ? figure.usualQuestion : figure.asked(asked),
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

/** These come first; the other filters follow in the order of the URL. */
const first: readonly FilterName[] = [
  "set",
  "lines",
  "prior-lines",
  "age",
  "evidence",
  "regimen",
  "target",
  "availability",
  "labelled",
  "prior-bcma",
  "therapy-class",
  "product",
];

const inOrder = [...new Set([...first, ...filterNames])];

/** A description of the cohorts that the filters allow, including defaults. */
export function filterWords(
  query: Query,
  { screen, parameterTexts }: Pick<Catalogue, "screen" | "parameterTexts">,
): readonly string[] {
  return inOrder
    .map((name) => said(parameterTexts[name], query[propertyName(name)], screen))
    .filter((words) => words !== null);
}

function said(
  { brief }: Catalogue["parameterTexts"][FilterName],
  value: Value,
  screen: ScreenWords,
): string | null {
  if (typeof brief === "string") {
    return isRange(value) ? `${brief} ${rangeText(value, screen)}` : null;
  }
  // Each parameter's function takes the type of that parameter's value. TypeScript cannot match the
  // two for a name that is only known at run time.
  return (brief as (value: Value) => string | null)(value);
}

function isRange(value: Value): value is Range {
  return typeof value === "object" && value !== null && "min" in value;
}

/** Each parameter of the canonical text but the outcome, as in an address: `age ≥ 65`, `product ide-cel, cilta-cel`. */
function askedParameters(canonical: string, screen: ScreenWords): string[] {
  return [...new URLSearchParams(canonical)]
    .filter(([name]) => name !== "outcome")
    .map(([name, value]) => {
      const range = parseRange(value);
      return `${name} ${range ? rangeText(range, screen) : value.replaceAll(",", ", ")}`;
    });
}
