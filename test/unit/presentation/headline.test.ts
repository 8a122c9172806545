/**
 * Tests what holds in the answer to any question: no headline is contradicted by a row below it, and one drug in two
 * trials has both numbers and no mean.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { classAdjective, classPlural } from "#presentation/words/names.ts";
import { nameProduct } from "#presentation/words/product-name.ts";
import { uncapitalise } from "#presentation/words/sentences.ts";
import { read, to } from "../../support/in-process.ts";
import { anyQuestion } from "../../support/queries.ts";
import { sampled } from "../../support/sample.ts";
import { triedQuestions } from "../../support/tried-questions.ts";

/** The tried questions, also about harms, and random ones. */
const tried = triedQuestions().flatMap(({ question }) =>
  question.includes("outcome=") ? [question] : [question, `${question}&outcome=toxicity`],
);
const random = fc.sample(anyQuestion(dataset), 400).map((pairs) => `${new URLSearchParams(pairs)}`);
/** One drug in two trials against another of which only some rows have a count. */
const pair = "product=cilta-cel,talquetamab&target=bcma,gprc5d";
const questions = [
  ...[pair, `${pair}&outcome=toxicity`],
  ...[...sampled(tried, 30), ...sampled(random, 20)].map((text) => text.replace(/^&/, "")),
];

/** A row as a screen shows it, with its numbers. */
interface Shown {
  readonly of: Row;
  readonly view: RowView;
}

async function shownOf(question: string) {
  const screen = await read<Screen>(to("/v1/screen", question));
  const answer = await read<Answer>(to("/v1/comparison", question));
  const rows = screen.rows.flatMap((view): Shown[] => {
    const of = answer.outcomes.find(({ outcome }) => outcome === view.outcome);
    return of ? [{ of, view }] : [];
  });
  const { lead, harms, last } = screen.verdict;
  return { lead: uncapitalise([lead, harms, last].join(" ").trim()), rows, answer };
}

const sidesIn = (side: SideView | null | undefined): SideView[] =>
  side ? [side, ...sidesIn(side.other)] : [];
const hasMark = ({ view }: Shown, group: TherapyClass) =>
  sidesIn(view.sides[group]).some(({ marks }) => marks.length > 0);
const isCompared = ({ view }: Shown) => view.status.difference !== undefined;
const isCounted = ({ of }: Shown, group: TherapyClass) => of.pools[group].k > 0;
const productsOf = ({ of }: Shown, group: TherapyClass) =>
  of.pools[group].products.map(({ product }) => nameProduct(product));

/** Finds the harm of which a part of the headline speaks. */
const harm = "(?:;|[Bb]y \\w+,) (\\w+ \\w+)";

/** Lists what a headline may say, and which row contradicts it. */
const claims: readonly [says: (group: TherapyClass) => RegExp, is: Contradicts][] = [
  [() => /nothing is compared/, isCompared],
  [(group) => new RegExp(`no ${classAdjective[group]} (?:trial here|study here|count)`), isCounted],
  [
    (group) => new RegExp(`${harm} not reported for ${classPlural[group]}`),
    (row, group, name) => isNamed(row.of, name) && hasMark(row, group),
  ],
  [
    (group) => new RegExp(`${harm} no trial count for ${classPlural[group]}`),
    (row, group, name) => isNamed(row.of, name) && isCounted(row, group),
  ],
  [() => /count to pool for either class/, isCounted],
  [
    (group) => new RegExp(`one (?:CAR-T and one )?${classAdjective[group]}`),
    ({ of }, group) => of.pools[group].k > 1,
  ],
  [
    (group) => new RegExp(`(\\S+) is the only ${classAdjective[group]}`),
    (row, group, name) => productsOf(row, group).some((product) => product !== name),
  ],
  [
    () => /([\w-]+) in two (?:trials|studies)/,
    (row, group, name) => row.of.pools[group].k !== 2 && productsOf(row, group).join() === name,
  ],
  [
    (group) => new RegExp(`(?:^|${classAdjective[group]} )by trial only`),
    ({ of }, group) => of.pools[group].estimate !== null,
  ],
  [
    () => new RegExp(`${harm} not compared`),
    (row, _, name) => isNamed(row.of, name) && isCompared(row),
  ],
  [() => new RegExp(`${harm} not reported[;.]`), ({ of }, _, name) => isNamed(of, name)],
];

type Contradicts = (row: Shown, group: TherapyClass, named: string) => boolean;

const isNamed = ({ label }: { label: string }, name: string) =>
  name.toLowerCase() === label.toLowerCase();

function contradictions({ lead, rows }: { lead: string; rows: readonly Shown[] }): string[] {
  return claims.flatMap(([says, is]) =>
    therapyClasses.flatMap((group) => {
      const [said, named = ""] = says(group).exec(lead.replaceAll("\u2011", "-")) ?? [];
      return said === undefined
        ? []
        : rows
            .filter((row) => is(row, group, named))
            .map(({ of }) => `${said} | ${of.label}, ${group}`);
    }),
  );
}

let twoTrials = 0;

/** Expects both numbers of one drug in two trials, and both of all apheresed, without a mean. */
function expectBothTrials({ of: row, view }: Shown, group: TherapyClass) {
  const { intentionToTreat, ...pool } = row.pools[group];
  const { status, products, estimate, interval, tau, studies } = pool;
  const trials = [...new Set(studies.map(({ trial }) => trial))];
  if (products.length !== 1 || trials.length !== 2 || parseSurvivalFamily(row.outcome)) return;
  twoTrials += 1;
  expect([status, estimate, interval, tau]).toEqual(["by-trial", null, null, null]);
  expect(products[0]).toMatchObject({ estimate: null, interval: null });
  expect(row.contrasts.every(({ differencePer100 }) => differencePer100 === null)).toBe(true);
  const rates = trials.map((trial) => {
    const parts = studies.filter((study) => study.trial === trial);
    const sum = (of: "events" | "n") => parts.reduce((total, part) => total + (part[of] ?? 0), 0);
    return Math.round((1000 * sum("events")) / sum("n")) / 10;
  });
  const drawn = sidesIn(view.sides[group]).slice(0, 2);
  expect(drawn.map(({ marks }) => marks)).toEqual(rates.map((at) => [{ at, kind: "estimate" }]));
  expect(drawn.every(({ bar }) => bar !== undefined)).toBe(true);
  const apheresed = intentionToTreat?.collected?.trials ?? 0;
  if (group === "car-t" && view.apheresed) expect(view.apheresed.marks).toHaveLength(apheresed);
}

describe.each(questions)("%s", (question) => {
  it("has no headline that a row denies, and no mean of two trials", async () => {
    const shown = await shownOf(question);
    expect(contradictions(shown)).toEqual([]);
    if (shown.answer.set) return;
    for (const row of shown.rows) {
      for (const group of therapyClasses) expectBothTrials(row, group);
    }
  });
});

it("some sides are one drug in two trials", () => {
  expect(twoTrials).toBeGreaterThan(0);
});
