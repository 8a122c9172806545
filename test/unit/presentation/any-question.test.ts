/**
 * Tests what holds in the answer to any question: on screen, in a copied text and table, and in the question above
 * them.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { defaultQuery, fieldNames } from "#core/question/parameter-values.ts";
import { makePropertyName, type Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { byTrialOnly, makeRowDifferenceTexts } from "#presentation/row/difference.ts";
import { findHeadlineRow, hasNoSelectedCohorts } from "#presentation/row/figures.ts";
import { describeWhyNoDifference } from "#presentation/row/missing.ts";
import { joinLabelAndDetail } from "#presentation/row/names.ts";
import {
  isRowUnreported,
  makeRowView,
  placingByItself,
  type RowView,
} from "#presentation/row/row-view.ts";
import {
  describeAnswerReview,
  describeCertaintyOfAnswer,
  describePatientCharacteristics,
} from "#presentation/views/answer-texts.ts";
import { makeAnswerClipboardTable } from "#presentation/views/copied-table.ts";
import { makeAnswerClipboardText } from "#presentation/views/copied-text.ts";
import { describeNonDefaultRulesAndModel } from "#presentation/views/counting-rules.ts";
import { makeQuestionView } from "#presentation/views/question-view.ts";
import { describeQuestionScope, makeQuestionTitleAndFilters } from "#presentation/views/scope.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import { parameterWords } from "#presentation/words/parameter-words.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { advice } from "../../support/advice.ts";
import { comparison, row } from "../../support/answers.ts";
import { anyQuery, queryOf } from "../../support/queries.ts";
import { runsOf } from "../../support/sample.ts";

const permalink = "https://compare.example.org/embed";

/** A number that is none, and one below 0. */
const noNumber = /NaN|Infinity|undefined|null|(?<![A-Za-z])-\d/;

function expectWholeNumbers(
  { pools, numberForm, contrasts: [contrast] }: Row,
  { sides, status: { difference }, heard }: RowView,
) {
  for (const group of therapyClasses) {
    if (pools[group].estimate === null) continue;
    const whole = /^(?:<1|>99|\d+)$/;
    const { number = "" } = sides[group] ?? {};
    expect(number).toMatch(numberForm === "counts" ? /^(?:\d+ of \d+|<1|>99|\d+)$/ : whole);
  }
  expect(heard).not.toMatch(noNumber);
  const fitted = contrast?.differencePer100 ?? null;
  const interval = contrast?.differenceInterval ?? null;
  expect(difference === undefined).toBe(fitted === null || interval === null);
  if (difference === undefined || fitted === null) return;
  const [size = "", way] = difference.replace("<1", "0").split(" ");
  expect(Math.abs(Number(size) - Math.abs(fitted))).toBeLessThanOrEqual(0.5 + 1e-9);
  if (fitted !== 0) expect(way).toBe(fitted > 0 ? "more" : "fewer");
}

/** The difference with how sure it is, or why there is none. */
function endsOf(of: Row, { status }: RowView, answer: Answer): string[] {
  const difference = makeRowDifferenceTexts(of);
  return difference ? [difference.range, status.text] : [describeWhyNoDifference(of, answer)];
}

/** Expects the parts in any case of letters, because a reason that is a note begins a sentence. */
const expectWithin = (text: string | undefined, parts: readonly string[]) => {
  for (const part of parts) expect(text?.toLowerCase()).toContain(part.toLowerCase());
};

function expectCopiedSummary(answer: Answer) {
  const lines = makeAnswerClipboardText(answer, { permalink }).text.split("\r\n");
  const isLed = answer.randomised.some(({ place }) => place === "leads" || place === "line");
  const most = findHeadlineRow(answer.outcomes) === undefined ? 5 : 6;
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines.length).toBeLessThanOrEqual(most + (isLed ? 1 : 0));
  for (const line of lines) {
    expect(line).not.toMatch(/NaN|undefined|null| {2}|^$|not compared.*not compared:/);
  }
  const [limits, cite] = lines.slice(-2);
  expect(limits).toContain(describeCertaintyOfAnswer(answer));
  expect(cite).toContain(answer.answerVersion);
  expect(cite?.endsWith(` ${permalink}`)).toBe(true);
}

/** A copied row has that row only, with its digits, its status and its notes. */
function expectCopiedRow(of: Row, view: RowView, answer: Answer) {
  const { text } = makeAnswerClipboardText(answer, { permalink, outcome: of.outcome });
  const [, line, ...more] = text.split("\r\n");
  expect(more).toHaveLength(2);
  if (hasNoSelectedCohorts(answer)) {
    expect(line).toBe(widening.empty);
    return;
  }
  expect(line?.startsWith(`${joinLabelAndDetail(view)}: `)).toBe(true);
  const numbers = Object.values(view.sides).flatMap((side) =>
    side?.filled ? `${side.number} of 100` : [],
  );
  expectWithin(line, [...numbers, ...endsOf(of, view, answer), ...view.notes]);
}

/**
 * Expects a copied table with the numbers and notes of each row, which names beneath the outcomes that no trial
 * reports.
 */
function expectCopiedTable(answer: Answer) {
  const { text } = makeAnswerClipboardTable(answer, permalink);
  expect(text).not.toMatch(/NaN|undefined|null|not compared: [^\t\r]*not compared/);
  const lines = text.split("\r\n").slice(2);
  const rows = hasNoSelectedCohorts(answer)
    ? []
    : answer.outcomes.filter((of) => !isRowUnreported(of));
  for (const [index, of] of rows.entries()) {
    const view = makeRowView(of, answer, placingByItself);
    const [name, ...cells] = lines[index]?.split("\t") ?? [];
    expect(name).toBe(joinLabelAndDetail(view));
    expect(cells).toHaveLength(3);
    for (const [at, group] of therapyClasses.entries()) {
      const { number, filled, under } = view.sides[group] ?? {};
      expect(cells[at]).toBeTruthy();
      if (filled) expect(cells[at]?.startsWith(`${number} (${under})`)).toBe(true);
    }
    expectWithin(cells[2], [...endsOf(of, view, answer), ...view.notes]);
  }
  const beneath = lines.slice(rows.length);
  if (hasNoSelectedCohorts(answer)) expect(beneath[0]).toBe(widening.empty);
  else {
    const unreported = answer.outcomes.filter(isRowUnreported).map(({ label }) => label);
    expectWithin(beneath.join("\n"), unreported);
  }
  expect(beneath.at(-1)).toMatch(/^Cite as: .* https:\/\/compare.example.org\/embed$/);
}

/** Expects that the answer never advises, predicts or extrapolates. */
function expectNoAdvice(answer: Answer) {
  const { lead, harms } = makeVerdict(answer);
  // The name of another model stands in brackets at the end.
  expect(lead).toMatch(/^[A-Z\d].*\.\)?$/);
  expect(`${lead} ${harms}`).not.toMatch(advice);
  expect(`${lead} ${harms}`).not.toMatch(/patients respond\b|will|BsAb|NaN|undefined/);
}

/** The sentence on a wide screen has every filter that the phone has, and each word opens another filter. */
function expectWholeQuestion(answer: Answer) {
  const { words } = makeQuestionView(answer, "9 trials", "");
  const sentence = words.map(({ before, text }) => `${before} ${text}`.trim()).join(" ");
  const [, , ...furtherFilters] = makeQuestionTitleAndFilters(answer).filters;
  const evidence = parameterWords.evidence.brief(answer.query.evidence) ?? "";
  if (answer.set === null || answer.set.modified) {
    expectWithin(sentence, [
      ...furtherFilters.filter((text) => text !== evidence),
      ...(answer.query.evidence === "trial" ? [] : [evidence]),
    ]);
  }
  const filters = words.map(({ filter }) => filter);
  expect(new Set(filters).size).toBe(filters.length);
}

it("any question is answered in whole numbers and plain words, and copied with them", () => {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => {
      const answer = answerClassesInFull(query);
      const texts = [
        describeQuestionScope,
        describeNonDefaultRulesAndModel,
        describeCertaintyOfAnswer,
        describePatientCharacteristics,
        describeAnswerReview,
      ];
      expect(texts.map((textOf) => textOf(answer)).join()).not.toMatch(noNumber);
      for (const of of answer.outcomes) {
        const view = makeRowView(of, answer, placingByItself);
        expectWholeNumbers(of, view);
        expectCopiedRow(of, view, answer);
      }
      expectCopiedSummary(answer);
      expectCopiedTable(answer);
      expectNoAdvice(answer);
      expectWholeQuestion(answer);
    }),
    { numRuns: runsOf(80) },
  );
});

/**
 * Lists the filters and rules that a copied text names with its scope; the text names groups, outcomes and the others
 * elsewhere.
 */
const unnamed = ["set", "outcome", "compare", "exclude", "view", "lanes"];
const named = fieldNames.filter((name) => !unnamed.includes(name));

it("a copied text names any filter or rule that is not the usual one", () => {
  const textOf = (query: Query) => {
    const answer = comparison({ query });
    return `${describeQuestionScope(answer)} ${describeNonDefaultRulesAndModel(answer)}`;
  };
  fc.assert(
    fc.property(anyQuery(dataset), fc.constantFrom(...named), (query, name) => {
      const property = makePropertyName(name);
      // The default model has no other interval, so the model stays that of the question.
      const usual = name === "interval" ? { ...defaultQuery, model: query.model } : defaultQuery;
      const changedQuery = { ...usual, [property]: query[property] };
      const isUsual = JSON.stringify(changedQuery) === JSON.stringify(usual);
      expect(textOf(changedQuery) === textOf(usual), name).toBe(isUsual);
    }),
    { numRuns: 500 },
  );
});

it.each(["evidence=real-world", "evidence=all"])(
  "nothing calls a study of practice a trial: %s",
  (question) => {
    const answer = answerClassesInFull(queryOf(question, dataset));
    // "By trial" is how survival stands, whatever the studies are.
    const lines = answer.outcomes.map(({ outcome }) =>
      makeAnswerClipboardText(answer, { permalink, outcome })
        .text.split("\r\n")[1]
        ?.replace(byTrialOnly, ""),
    );
    const texts = [makeVerdict(answer), describePatientCharacteristics(answer), lines];
    // That no trial compares the classes is true of trials, and a label pools trials.
    const said = JSON.stringify(texts).replace(
      "No randomised trial compares CAR-T with bispecifics",
      "",
    );
    expect(said).not.toMatch(/\btrials?\b/);
  },
);

describe("what is copied", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)"])("has %s as text in a spreadsheet", (label) => {
    const { text, html } = makeAnswerClipboardTable(
      comparison({ outcomes: [row({ label })] }),
      permalink,
    );
    expect(text).toContain(`\r\n'${label}\t`);
    expect(html).toContain(`<th scope="row" align="left">&#39;${label}</th>`);
  });

  it("has no cell that ends early, and none that is markup", () => {
    const outcomes = [row({ label: 'a\tb\r\nc <img src="x"> & d', detail: "e" })];
    const { text, html } = makeAnswerClipboardTable(comparison({ outcomes }), permalink);
    const cells = text.split("\r\n")[2]?.split("\t");
    expect([cells?.[0], cells?.length]).toEqual(['a b c <img src="x"> & d, e', 4]);
    expect(html).not.toContain("<img");
    expect(html).toContain("a b c &lt;img src=&quot;x&quot;&gt; &amp; d, e");
  });

  it("is the same text as HTML, without markup of its own", () => {
    const answer = comparison({ outcomes: [row({ label: "<b>&" })] });
    const { text, html } = makeAnswerClipboardText(answer, { permalink });
    const plain = html.replace(/<\/p><p>/g, "\r\n").replace(/<\/?p>/g, "");
    expect(plain).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;|#39;)/);
    expect(html).toContain("&lt;b&gt;&amp;");
    expect(text).toContain("<b>&");
  });
});
