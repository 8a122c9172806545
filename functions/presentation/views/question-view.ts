/** The question above its answer: two lines of a button on a phone, a sentence of words to press on a wide screen. */
import type { Answer } from "#core/answer/answer.ts";
import type { ChoiceName } from "#core/choices/choices.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { askedInWords } from "../statement/scope.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productNames } from "../words/product-name.ts";
import { rangeText } from "../words/range-text.ts";
import { capitalised } from "../words/sentences.ts";

export interface QuestionView {
  /** "3+ prior lines, US or EU" */
  readonly title: string;
  /** "BCMA alone · US bispecifics 4+" */
  readonly detail: string;
  /** The same on a wide screen, each word with the filter that it opens. */
  readonly words: readonly QuestionWord[];
}

export interface QuestionWord {
  /** Text before the word: "labelled in". */
  readonly before: string;
  readonly text: string;
  readonly filter: ChoiceName;
}

type Asked = Pick<Answer, "query" | "set" | "selection">;

/**
 * @param trials "9 trials"
 * @param labels Labels that ask for more lines, in a few words; empty if none does.
 */
export function questionView(
  answer: Asked,
  trials: string,
  labels: string,
  words: Pick<Catalogue, "screen" | "parameterTexts">,
): QuestionView {
  const { title, filters } = askedInWords(answer, words, linesInBrief);
  // A published question is named instead of its filters.
  const isNamed = filters.length < 2;
  const [, , ...others] = filters;
  const detail = isNamed ? filters : [drugsInBrief(answer), ...others];
  return {
    title: capitalised([...title].reverse().join(", ")),
    detail: capitalised([...detail, labels].filter((text) => text !== "").join(" · ")),
    words: wordsOf(answer, trials, words),
  };
}

const linesInBrief = {
  "1": "1 prior line",
  "2": "2 prior lines",
  "3+": "3+ prior lines",
  any: "any prior lines",
} as const;

/** "BCMA alone", "BCMA, also combined" */
function drugsInBrief({ query: { regimen, target } }: Asked): string {
  const drugs = target.includes("any") ? "any target, given" : target.join(", ").toUpperCase();
  return `${drugs}${{ monotherapy: " alone", combination: " in combination", any: ", also combined" }[regimen]}`;
}

function wordsOf(
  { query, set }: Asked,
  trials: string,
  { screen }: Pick<Catalogue, "screen">,
): QuestionWord[] {
  if (set !== null) return [{ before: "As in", text: set.name, filter: "preset" }];
  const { scope, priorLines } = screen;
  const { availability, product, regimen, target, age, lines } = query;
  const isAnywhere = availability.includes("any");
  const drugs = target.includes("any") ? "all" : `all ${target.join(", ").toUpperCase()}`;
  return [
    { before: "After", text: priorLines[lines], filter: "lines" },
    isAnywhere
      ? { before: "·", text: "any label or none", filter: "availability" }
      : { before: "· labelled in", text: scope.where(availability), filter: "availability" },
    {
      before: "·",
      text: product.length > 0 ? productNames(product) : `${drugs} drugs`,
      filter: "product",
    },
    {
      before: "given",
      text: { monotherapy: "alone", combination: "in combination", any: "alone or combined" }[
        regimen
      ],
      filter: "regimen",
    },
    {
      before: "·",
      text:
        JSON.stringify(age) === JSON.stringify(defaultQuery.age) || age === null
          ? "any age"
          : `median age ${rangeText(age, screen)}`,
      filter: "age",
    },
    { before: "· in", text: trials, filter: "evidence" },
  ];
}
