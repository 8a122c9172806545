/**
 * Makes what cards say, for the build: numbers, intervals, certainty and cautions are those of the
 * comparison at the card's link. A card describes what studies reported; it recommends nothing.
 */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { asked } from "#core/question/read-question.ts";
import { type CompareView, compareView } from "#presentation/view/compare-view.ts";
import { tableOf } from "#presentation/view/comparison-table.ts";
import { outcomeToTell } from "#presentation/view/headline.ts";
import { remarksOf } from "#presentation/view/remarks.ts";
import { english } from "#presentation/words/catalogues.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { compareInWords } from "../../answers/compare-in-words.ts";
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
  question: questionOf("after-bcma"),
};

export function cardTexts(): MadeCards {
  const questions = [...new Set(widening.map(questionOf))];
  const comparisons = Object.fromEntries(
    questions.map((question) => [question, comparisonCard(question)]),
  );
  return {
    unreviewed:
      dataset.review.status === "reviewed"
        ? ""
        : `**${plain(english.screen.footer.notReviewed)}** ${plain(dataset.review.statement)}`,
    comparisons,
    questionOf: Object.fromEntries(
      dataset.products.flatMap(({ slug }) => {
        const question = questions.find((one) => holds(one, slug));
        return question === undefined || question === "" ? [] : [[slug, question]];
      }),
    ),
    afterBcma: afterBcmaCard(),
  };
}

/** The canonical text of a preset, by its id, or of a question. */
function questionOf(name: string): string {
  const preset = dataset.presets.find(({ id }) => id === name);
  return canonicalQuery(preset?.query ?? asked(name, dataset), dataset);
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

const compare = remembered((question: string) => compareInWords(asked(question, dataset), english));

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
  const { view, head, lines, notes } = tableOf(comparison, english);
  const told = view.rows.find(
    ({ outcome }) => outcome === outcomeToTell(comparison.outcomes)?.outcome,
  );
  const [carT, bsab] = told ? [told.sides["car-t"], told.sides.bsab] : [];
  const { classShort } = english.screen;
  const said =
    told && carT?.rate && bsab?.rate && told.difference
      ? `${carT.product ?? classShort["car-t"]} ${carT.rate}, ${bsab.product ?? "bispecifics"} ${bsab.rate} of 100 ${told.phrase}.`
      : "What studies reported of CAR-T and of bispecific antibodies.";
  return {
    ...summaries([said, view.headline.doubt], view.review),
    detail: paragraphs(
      table(head, lines),
      ...notes.map(plain),
      limits(view, outcomeToTell(comparison.outcomes)),
      closing(view),
    ),
    question,
    beside: [earlierLines, afterBcmaTherapy].filter((one) => one.question !== question),
  };
}

function afterBcmaCard(): CardText {
  const { question } = afterBcmaTherapy;
  const comparison = compare(question);
  const view = compareView(comparison, english.screen);
  const rows = view.rows.flatMap(({ label, sides: { "car-t": side } }) => {
    const number = side.rate === null ? null : `${side.rate} of 100 ${side.range}`;
    const evidence = [side.product, side.evidence].filter(Boolean).join(": ");
    const text = [number, evidence].filter(Boolean).join(", ");
    return text === "" ? [] : [{ label, text }];
  });
  const [first] = rows;
  return {
    ...summaries(
      [
        `CAR-T after BCMA-directed therapy: ${first ? `${first.label.toLowerCase()} ${first.text}.` : "what studies reported."}`,
      ],
      view.review,
    ),
    detail: paragraphs(
      "An order for a bispecific antibody against BCMA makes a later CAR-T against BCMA one after BCMA-directed therapy. What studies reported of CAR-T given then:",
      list(rows.map(({ label, text }) => plain(`${label}: ${text}`))),
      "As single studies printed it, never pooled:",
      list(afterBcmaReports()),
      limits(view),
      plain(view.headline.doubt),
      closing(view),
    ),
    question,
    beside: [{ label: "The comparison of the classes", question: "" }, earlierLines],
  };
}

/** What limits all numbers, and why that of the summary is uncertain. */
function limits({ cautions }: CompareView, told?: OutcomeComparison): string {
  const reasons = (told ? remarksOf(told) : [])
    .filter(({ text }) => !cautions.includes(text))
    .map(({ text }) => `${told?.label}: ${text}`);
  return `To be read with it:\n\n${list([...cautions, ...reasons].map(plain))}`;
}

function closing({ dataDate, dataVersion }: CompareView): string {
  const { footer, date, dataDate: dated } = english.screen;
  return plain(`${footer.audience} ${capitalised(dated(date(dataDate)))} (${dataVersion}).`);
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter(Boolean).join("\n\n");
}

/** As many sentences as fit, and never a part of one. */
function summaries(
  sentences: readonly string[],
  review: string,
): Pick<CardText, "summary" | "unreviewedSummary"> {
  const fitting = (all: readonly string[]) => {
    for (let count = all.length; count > 0; count -= 1) {
      const text = all.slice(0, count).join(" ");
      if (text.length <= longestSummary) return text;
    }
    throw new Error(`no summary of a card fits: ${all[0]}`);
  };
  return {
    summary: fitting(sentences),
    unreviewedSummary: fitting([review, ...sentences].filter(Boolean)),
  };
}
