/**
 * What is said is true: the summary of findings and the headline have the numbers of the answer, no text claims a label
 * that is none, and some words stand nowhere.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Interval, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { findExclusionReason } from "#core/evidence/filters.ts";
import { makeLabelSaleAndTherapyNotes } from "#core/evidence/label-notes.ts";
import { makeRegimen, readRegimenLabel } from "#core/evidence/regimen-labels.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { productNames } from "#data/generated/product-names.ts";
import { publishedPools } from "#data/generated/published-pools.ts";
import { labelRegions, therapyClasses } from "#data/vocabulary.ts";
import {
  makeQueryForMissingLeadingHarms,
  makeSummaryOfFindings,
  type SummaryRow,
} from "#presentation/report/summary-of-findings.ts";
import { isRowCompared } from "#presentation/row/figures.ts";
import { describeDoubtOfAnswer } from "#presentation/views/doubt-box.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import { describeCodedReason, makeNoteInWords } from "#presentation/words/codes.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { makeShortAndLongGroupName } from "#presentation/words/groups.ts";
import {
  answerClassesInFull,
  answerInFull,
  requireClassAnswer,
} from "#server/answers/compute/full-answer.ts";
import { makeClassComparisonScreen } from "#server/answers/compute/screen-evidence.ts";
import { root } from "../../../.dev/files.ts";
import { questions } from "../../approved/questions.ts";
import { approvedIn, widestBut } from "../../support/cohorts.ts";
import { textOf } from "../../support/html.ts";
import { answerOf, to } from "../../support/in-process.ts";
import { anyQuery, queryOf } from "../../support/queries.ts";
import { eighthOf, runsOf, sampled } from "../../support/sample.ts";
import { drawing } from "../../support/states/drawing.tsx";
import { states } from "../../support/states/states.ts";
import { triedQuestions } from "../../support/tried-questions.ts";

const whole = (share: number) => {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return "<1";
  return percent < 100 && percent.toFixed(0) === "100" ? ">99" : percent.toFixed(0);
};

function ends([low, high]: Interval): string {
  if (low < 0.005 && high >= 0.995) return "too wide";
  return `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`;
}

function expectNumbers(
  row: Row,
  { sides, difference, notCompared, apheresed, reasons }: SummaryRow,
) {
  for (const { group, number, below, trials, patients } of sides) {
    const { k, n, events, estimate, interval, selectedTrials } = row.pools[group];
    if (estimate === null || interval === null) continue;
    const count = `${events} of ${n}`;
    const isCount = row.numberForm === "counts" && events !== null;
    // A model's number of fewer than five events has its count in place of the interval.
    const isFew = !isCount && k > 1 && events !== null && events < 5 && number.includes(count);
    const range = isFew ? count : ends(interval);
    expect(number).toContain(isCount ? count : `${whole(estimate)} (${range})`);
    if (!isCount && !isFew && events !== null) expect(below[0]).toBe(count);
    expect(trials).toBe(k < selectedTrials ? `${k} of ${selectedTrials}` : `${k}`);
    expect(patients).toBe(n === null ? "" : `${n}`);
  }
  const [contrast] = row.contrasts;
  const { differencePer100 = null, differenceInterval = null } = contrast ?? {};
  if (differencePer100 === null || differenceInterval === null) {
    expect(difference).toBeNull();
    if (sides.length === therapyClasses.length) expect(notCompared).toMatch(/^not compared/);
    return;
  }
  const size = Math.abs(differencePer100);
  const rounded = size.toFixed(0) === "0" && size > 0 ? "<1" : size.toFixed(0);
  expect(difference?.amount).toBe(`${rounded} ${differencePer100 < 0 ? "fewer" : "more"}`);
  for (const end of differenceInterval) {
    const text = Math.abs(end).toFixed(0);
    expect(difference?.range).toContain(text === "0" && end !== 0 ? "<1" : text);
  }
  const isClear = differenceInterval[0] > 0 || differenceInterval[1] < 0;
  const imprecision = reasons.find(({ name }) => name === "Imprecision")?.text;
  expect(imprecision).toContain(isClear ? "clear of 0" : "includes 0");
  const { code, changedBy = null } = row.status ?? {};
  // The difference of all apheresed has a line of its own.
  const isBelow = changedBy?.analysis === "apheresed" && apheresed?.difference != null;
  expect(difference?.change !== "").toBe(changedBy !== null && !isBelow);
  expect(difference?.byTrial !== "").toBe(code === "apart");
}

it("of any question it has the numbers of the answer, each row of the screen, and the screen's certainty", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => {
      const answer = answerClassesInFull({ ...query, compare: "therapy-class" });
      const leading = makeQueryForMissingLeadingHarms(answer, dataset.outcomes);
      const harms = leading && answerClassesInFull(leading);
      const screen = makeClassComparisonScreen(answer);
      const summary = makeSummaryOfFindings(answer, screen, harms);
      for (const row of summary.rows) {
        const of = row.isElsewhere ? harms : answer;
        const whole = of?.outcomes.find(({ outcome }) => outcome === row.outcome);
        if (whole === undefined) throw new Error(row.outcome);
        expectNumbers(whole, row);
        expect(row.reasons.map(({ name }) => name)).toContain("Missing");
      }
      const own = summary.rows.filter(({ isElsewhere }) => !isElsewhere);
      const named = [...own, ...summary.furtherRows].map(({ outcome }) => outcome).sort();
      expect(named).toEqual(screen.rows.map(({ outcome }) => outcome).sort());
      expect(`${summary.certainty}:`).toBe(screen.doubt?.lead || ":");
      expect(JSON.stringify(summary)).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }),
    { numRuns: runsOf(200) },
  );
});

const tried = triedQuestions().map(({ question }) => question);
const random = fc.sample(anyQuery(dataset), { numRuns: 400, seed: 6 });

const mostWords = 30;
const modelNames = { glmm: "maximum likelihood", reml: "REML", dl: "DerSimonian–Laird" } as const;
const direction = /\b(?:more|less|fewer|better|worse|safer|higher|lower) /;

/** Lists the rates of the trials of 30 patients or more, in whole patients of 100. */
function ratesOf({ studies }: Row["pools"]["bsab"]): number[] {
  return [...new Set(studies.map(({ trial }) => trial))].flatMap((trial) => {
    const parts = studies.filter((study) => study.trial === trial);
    const sum = (of: "events" | "n") => parts.reduce((total, part) => total + (part[of] ?? 0), 0);
    return sum("n") < 30 ? [] : Math.round((100 * sum("events")) / sum("n"));
  });
}

/** Expects a harm of a headline to have the rates of its row, or to say why there are none. */
function expectHarm(text: string, outcomes: readonly Row[]): void {
  const row = outcomes.find(({ label }) => text.includes(label.replace(/^S/, "s")));
  if (row === undefined) throw new Error(text);
  const numbers = text.replace(/ of 100$/, "").split(" v ");
  if (numbers.length === 1) {
    expect(text).toMatch(/not (?:compared|reported|in this question)|no trial count|under 30 only/);
    return;
  }
  expect(["apart", "overlap"], text).toContain(row.status?.code);
  for (const [at, group] of therapyClasses.entries()) {
    const said = (numbers[at]?.match(/\d+/g) ?? []).map(Number);
    const rates = ratesOf(row.pools[group]);
    expect(rates, text).toEqual(expect.arrayContaining(said));
    expect([Math.min(...said), Math.max(...said)], text).toEqual([
      Math.min(...rates),
      Math.max(...rates),
    ]);
  }
}

/** Expects each clause of a headline to be true of its rows, and no direction where no randomised trial leads. */
function expectTrue(answer: Answer): void {
  const { lead, harms, last } = makeVerdict(answer);
  const { outcomes, query } = answer;
  const text = [lead, harms, last].filter(Boolean).join(" ");
  expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(mostWords);
  expect(text, "a sentence").toMatch(/^[A-Z\d].*\.$/);
  // A number outside the harms counts lines or trials, or is part of the name of a drug or a month; none is a rate.
  const outside = `${lead} ${last}`.replace(/\b\d+ (?:lines?|trials?|study|studies|months)\b/g, "");
  expect(outside, text).not.toMatch(/(?<![\w-])[<>]?\d+(?![\w-])|%/);
  if (outcomes.some(isRowCompared)) expect(text).not.toContain("nothing is compared");
  if (!lead.startsWith("Randomised:"))
    expect(text.replace(/Which [^.]* is unknown\./, "")).not.toMatch(direction);
  if (harms) expect([lead, last].join(" ")).toMatch(/^No randomised .*\. Which .* is unknown\./);
  const parts = harms.replace(/^By \w+, |\.$/g, "").split("; ");
  for (const part of parts) if (part) expectHarm(part, outcomes);
  const doubt = describeDoubtOfAnswer(answer);
  for (const [model, name] of Object.entries(modelNames))
    if (doubt) expect(doubt.includes(name), doubt).toBe(query.model === model);
}

it.each(eighthOf(tried))("the headline is short and true of its rows: %s", (question) => {
  expectTrue(answerClassesInFull(parseQueryTextOrThrow(question, dataset)));
});

it("so it is of questions drawn at random", () => {
  for (const query of eighthOf(random)) expectTrue(answerClassesInFull(query));
});

const nameOf = (group: string) => makeShortAndLongGroupName(group, "therapy-class");
const allLines = ["1", "2", "3+"] as const;
const claim = /\b(?:labelled|approved)\b/i;
/** Matches a denial, which only an entry of the data may make. */
const denial = /\bnot (?:labelled|approved)\b/gi;

/** Holds a cohort of each regimen, on which alone its labels depend. */
const cohortOfRegimen = new Map(
  dataset.cohorts.map((cohort) => [JSON.stringify(makeRegimen(cohort)), cohort]),
);
const cohorts = sampled([...cohortOfRegimen.values()], 8);

const labelled = labelRegions.flatMap((region) =>
  allLines.map((lines) => ({
    region,
    lines,
    query: widestBut({ availability: [region], lines, labelled: "line" }),
  })),
);

describe.each(labelled)("in $region for $lines lines", ({ region, lines, query }) => {
  it("no reason of any cohort claims a label, and a denial rests on an entry", () => {
    for (const cohort of dataset.cohorts) {
      const { status } = readRegimenLabel(makeRegimen(cohort), region, lines, dataset);
      const exclusion = findExclusionReason(cohort, query, dataset);
      if (exclusion === null || !["not-on-label", "not-sold"].includes(exclusion.reason.code))
        continue;
      const text = describeCodedReason(exclusion.reason, exclusions);
      expect(text.replace(denial, ""), cohort.id).not.toMatch(claim);
      expect(denial.test(text), cohort.id).toBe(
        exclusion.reason.code === "not-on-label" && status === "not-labelled",
      );
      denial.lastIndex = 0;
    }
  });

  it("no note claims a label, for each regimen as if it alone counted", () => {
    for (const cohort of cohorts) {
      const { status } = readRegimenLabel(makeRegimen(cohort), region, lines, dataset);
      for (const note of makeLabelSaleAndTherapyNotes(query, [cohort], dataset)) {
        if (note.code !== "no-label" && note.code !== "counted-without-label") continue;
        const { text } = makeNoteInWords(note, nameOf, "trial");
        if (status !== "labelled") expect(text.replace(denial, ""), cohort.id).not.toMatch(claim);
      }
    }
  });
});

describe("a drug that is labelled before a trial of it is in the data", () => {
  // An approval comes before the paper that it rests on.
  const products = dataset.products.map((product) =>
    product.slug === "elranatamab"
      ? { ...product, approvals: [approvedIn("eu", { priorLines: { min: 1, max: null } })] }
      : product,
  );
  const answerTo = (text: string) => {
    const labelled = { ...dataset, products };
    return requireClassAnswer(answerInFull(queryOf(text, labelled), undefined, labelled));
  };

  it.each([
    ["lines=1&availability=eu", "Labelled: elranatamab; results after one line: not reported."],
    ["lines=2&availability=eu", "Labelled: elranatamab; results after two lines: not reported."],
    ["lines=1", "Labelled: elranatamab (EU); results after one line: not reported."],
    [
      "lines=1&availability=eu&therapy-class=bsab",
      "Labelled: elranatamab; results after one line: not reported.",
    ],
  ])("is named by the headline and by a note of “%s”, which deny no label", (text, said) => {
    const answer = answerTo(text);
    const { lead } = makeVerdict(answer);
    expect(lead.endsWith(said), lead).toBe(true);
    expect(lead).not.toMatch(/no bispecific label/i);
    const notes = answer.notes.map((note) => makeNoteInWords(note, nameOf, "trial"));
    expect(notes.map((note) => note.text)).toContain(said);
    expect(answer.notes.flatMap((note) => (note.code === "no-label" ? note.sides : []))).toEqual(
      [],
    );
    // What the trials rest on keeps its own region.
    const inPart = notes.find(({ code }) => code === "labels-in-part")?.text ?? "";
    expect(inPart.includes("Bispecific")).toBe(false);
  });

  it.each([
    "",
    "lines=1&availability=us",
    "lines=1&availability=eu&target=gprc5d",
    "lines=1&availability=eu&product=cilta-cel",
    "lines=1&availability=any",
    "set=yang-2021",
  ])("is not named where it has a trial or is not asked for: “%s”", (text) => {
    const codes: string[] = answerTo(text).notes.map(({ code }) => code);
    expect(codes).not.toContain("labelled-without-trial");
  });
});

/** "Cohort" is part of the names of trials: "MajesTEC-1 (cohort A)"; a check is computed for 3 of 5 products. */
const banned =
  /\bBsAb\b|\b(?:its|our|some|separate|these|the|no|of|CAR-T|bispecific) cohorts?\b|(?<![\w-])\d+ cohorts?\b|whole answer|\basked for\b(?! \d)|\bmade by\b|\btold of\b|class average|evaluable only|\bpooled for a typical\b/i;

/** Lists the states without those of a patient, which quote their sources. */
const ours = states.filter(({ id }) => !id.startsWith("patient"));

/** Lists the citations of published pools: the titles of papers are not our words. */
const citations = publishedPools.map(({ citation }) => citation);

it.each(sampled(ours, 8))("$id is in plain words", async (state) => {
  const whole = textOf(await drawing(state)).replace(/\s+/g, " ");
  const text = citations.reduce((left, citation) => left.replaceAll(citation, ""), whole);
  const match = banned.exec(text);
  expect(match && text.slice(Math.max(0, match.index - 60), match.index + 60)).toBeNull();
});

it("“for this patient” never stands beside a pooled rate, because no rate is one patient's", () => {
  const folders = "{functions/presentation,widget/{ehr,sheets,views,row}}";
  const files = globSync(`${folders}/**/*.{ts,tsx}`, { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  // The words are searched in what readers see, not in comments.
  const seenIn = (file: string) =>
    readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const promise = /for (this|my|your|the) patient\b/i;
  expect(files.filter((file) => promise.test(seenIn(file)))).toEqual([]);
});

const slugs = Object.keys(productNames).join("|");
const anySlug = new RegExp(`(?<![\\w-])(?:${slugs})(?![\\w-])`, "g");

const everyProduct = "compare=product&availability=any&evidence=all&lines=any&target=any";

it.each(sampled([...Object.values(questions), everyProduct], 8))(
  "no product stands by a slug in the place of its name: %j",
  async (question) => {
    for (const path of ["/embed", "/report"]) {
      const html = await (await answerOf(to(path, question))).text();
      const text = html.replace(/<(script|style)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
      expect(text.match(anySlug), path).toBeNull();
    }
  },
);
