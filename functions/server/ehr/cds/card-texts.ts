/** What cards say, from the comparison at their link: it describes and recommends nothing. */
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { holding } from "#core/question/holding.ts";
import { anyone } from "#core/question/patient.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { asked } from "#core/question/read-question.ts";
import { remarksOf } from "#presentation/statement/notes.ts";
import { productsInFull, productsText } from "#presentation/statement/products.ts";
import { type Statement, statementOf } from "#presentation/statement/statement.ts";
import { outcomeToTell } from "#presentation/statement/told.ts";
import { tableOf } from "#presentation/table/comparison-table.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { compareInWords } from "../../answers/make-comparison.ts";
import { afterBcmaReports } from "./after-bcma.ts";
import type { CardText, MadeCards } from "./made-cards.ts";
import { list, plain, table } from "./markdown.ts";

/** One less than what a client shows in full. */
const longestSummary = 139;

/** Asked in this order for a product; the first one that has cohorts of it is its card's question. */
const widening = ["", "target=any", "all-products"];

const earlierLines = {
  label: "The same in earlier lines",
  question: questionOf("earlier-setting"),
};
const afterBcmaTherapy = {
  label: "The same after BCMA-directed therapy",
  question: heldAfterBcma(),
};
const withoutBcmaTherapy = {
  label: "The same without earlier BCMA-directed therapy",
  question: "",
};

export function cardTexts(): MadeCards {
  const questions = [...new Set(widening.map(questionOf))];
  const comparisons = Object.fromEntries(
    [...questions, afterBcmaTherapy.question].map((question) => [
      question,
      comparisonCard(question),
    ]),
  );
  return {
    unreviewed:
      dataset.review.status === "reviewed"
        ? ""
        : `**${plain(catalogue.screen.footer.notReviewed)}** ${plain(dataset.review.statement)}`,
    comparisons,
    questionOf: Object.fromEntries(
      dataset.products.flatMap(({ slug }) => {
        const question = questions.find((one) => holds(one, slug));
        return question === undefined || question === "" ? [] : [[slug, question]];
      }),
    ),
    laterCarT: laterCarT(),
  };
}

/** The canonical text of a preset, by its id, or of a question. */
function questionOf(name: string): string {
  const preset = dataset.presets.find(({ id }) => id === name);
  return canonicalQuery(preset?.query ?? asked(name, dataset), dataset);
}

function heldAfterBcma(): string {
  const { held } = holding(asked("", dataset), { ...anyone, priorBcma: "some" }, dataset);
  return canonicalQuery(held ?? asked("", dataset), dataset);
}

function holds(question: string, product: string): boolean {
  const cohorts = new Set(
    compare(question).outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap(({ studies, notPooled }) =>
        [...studies, ...notPooled].map(({ cohort }) => cohort),
      ),
    ),
  );
  return dataset.cohorts.some((one) => one.product === product && cohorts.has(one.id));
}

const compare = remembered((question: string) =>
  compareInWords(asked(question, dataset), catalogue),
);

function remembered<T>(make: (question: string) => T): (question: string) => T {
  const made = new Map<string, T>();
  return (question) => {
    const known = made.get(question) ?? make(question);
    made.set(question, known);
    return known;
  };
}

function comparisonCard(question: string): CardText {
  const comparison = compare(question);
  const { view, head, lines, notes } = tableOf(comparison, catalogue);
  return {
    ...summaries(sentencesOf(comparison, view), view.review),
    detail: paragraphs(
      table(head, lines),
      ...notes.map(plain),
      ...(isAfterBcma(comparison)
        ? ["As single studies printed it, never pooled:", list(afterBcmaReports())]
        : []),
      limits(view, outcomeToTell(comparison.outcomes)),
      closing(view),
    ),
    question,
    beside: [withoutBcmaTherapy, earlierLines, afterBcmaTherapy].filter(
      (one) => one.question !== question && (one !== withoutBcmaTherapy || isAfterBcma(comparison)),
    ),
  };
}

function isAfterBcma({ query }: Comparison): boolean {
  return query.priorBcma === "selected";
}

/** Of whom, then what was seen; the one with more first. A class without a number of its own is told by product. */
function sentencesOf(comparison: Comparison, view: Statement): string[] {
  const population = isAfterBcma(comparison)
    ? "After BCMA therapy"
    : "After ≥ 3 lines, no earlier BCMA therapy";
  const [response, ...others] = comparison.outcomes;
  const told = outcomeToTell(comparison.outcomes) ?? (others.length > 0 ? response : undefined);
  const row = view.rows.find(({ outcome }) => outcome === told?.outcome);
  const nothing = `${population}: what trials reported of CAR-T and of bispecific antibodies.`;
  if (!told || !row) return [nothing];
  const { classAdjective, certainty } = catalogue.screen;
  const byProduct = (textOf: (pool: Pool, words: typeof catalogue.screen) => string) =>
    groups
      .map((group) => textOf(told.pools[group], catalogue.screen))
      .filter(Boolean)
      .join("; ");
  const [carT, bsab] = [row.sides["car-t"], row.sides.bsab];
  if (isAfterBcma(comparison) || !carT.rate || !bsab.rate || !row.difference) {
    const [products, counts] = [byProduct(productsInFull), byProduct(productsText)] as const;
    // Whose patients were evaluable is said in the text beneath, if there is no room for it here.
    const short = counts.replaceAll(" of ", "/");
    return products === ""
      ? [nothing]
      : [
          ...[products, counts, short, short.replaceAll(" evaluable", "")].map(
            (text) => `${population}, ${told.phrase}: ${text}.`,
          ),
          nothing,
        ];
  }
  const rates = `${population}: ${carT.product ?? classAdjective["car-t"]} ${carT.rate}, ${bsab.product ?? "bispecifics"} ${bsab.rate} of 100 ${told.phrase}`;
  return [`${rates} (certainty ${certainty[told.certainty.level]}).`, `${rates}.`, nothing];
}

/** For an order of a bispecific antibody against BCMA. */
function laterCarT(): string {
  const view = statementOf(compare(afterBcmaTherapy.question), catalogue.screen);
  const rows = view.rows.flatMap(({ label, sides: { "car-t": side } }) => {
    const number = side.rate === null ? null : `${side.rate} of 100 ${side.range}`;
    const evidence = [side.product, side.evidence].filter(Boolean).join(": ");
    const text = [number, evidence].filter(Boolean).join(", ");
    return text === "" ? [] : [`${label}: ${text}`];
  });
  return paragraphs(
    "An order for a bispecific antibody against BCMA makes a later CAR-T against BCMA one after BCMA-directed therapy. What studies reported of CAR-T given then:",
    list(rows.map(plain)),
    "As single studies printed it, never pooled:",
    list(afterBcmaReports()),
  );
}

/** What limits all numbers, and why that of the summary is uncertain. */
function limits({ cautions }: Statement, told?: OutcomeComparison): string {
  const reasons = (told ? remarksOf(told) : [])
    .filter(({ text }) => !cautions.includes(text))
    .map(({ text }) => `${told?.label}: ${text}`);
  return `To be read with it:\n\n${list([...cautions, ...reasons].map(plain))}`;
}

function closing({ dataDate, dataVersion }: Statement): string {
  const { footer, date, dataDate: dated } = catalogue.screen;
  return plain(`${footer.audience} ${capitalised(dated(date(dataDate)))} (${dataVersion}).`);
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter(Boolean).join("\n\n");
}

/** The first sentence that fits, and never a part of one. */
function summaries(
  sentences: readonly string[],
  review: string,
): Pick<CardText, "summary" | "unreviewedSummary"> {
  const fitting = (before: string) => {
    const texts = sentences.map((one) => [before, one].filter(Boolean).join(" "));
    const text = texts.find(({ length }) => length <= longestSummary);
    if (text === undefined) throw new Error(`no summary of a card fits: ${texts[0]}`);
    return text;
  };
  return { summary: fitting(""), unreviewedSummary: fitting(review) };
}
