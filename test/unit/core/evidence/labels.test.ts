/** Tests the rules of what a label says, each by a made-up product, and figures of labels that pool trials. */
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { makeLabelSaleAndTherapyNotes } from "#core/evidence/label-notes.ts";
import { gatherLabelPoolFigures } from "#core/evidence/label-pools.ts";
import {
  findWeakestLabel,
  type LabelQuestion,
  readLabelFromApprovals,
  readLabelRequirements,
} from "#core/evidence/labels.ts";
import { listLabelConditions } from "#core/evidence/regimen-labels.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeApproval, ComputeCohort } from "#data/compute-set.ts";
import { drugClasses } from "#data/vocabulary.ts";
import {
  approvedIn,
  cohort,
  datasetOf,
  figure,
  product,
  widestBut,
} from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

/** Approved alone after three lines, in the region that is asked for. */
const entry = (over: Partial<ComputeApproval> = {}): ComputeApproval =>
  approvedIn("eu", {
    ...{ date: "2024", kind: null, inForce: (over.status ?? "approved") === "approved" },
    ...over,
  });

const lines = (min: number | null, max: number | null = null) => ({ priorLines: { min, max } });
const classes = (
  state: ComputeApproval["requires"][number]["state"],
  names: readonly ComputeApproval["requires"][number]["class"][] = drugClasses,
) => ({ requires: names.map((name) => ({ class: name, state })) });

function labelFor(entries: readonly ComputeApproval[], over: Partial<LabelQuestion> = {}) {
  return readLabelFromApprovals(entries, { partners: [], region: "eu", lines: 3, ...over });
}

/** The entries of a product, what is asked after three lines, and what the label says. */
type Situation = [
  situation: string,
  entries: readonly ComputeApproval[],
  question: Partial<LabelQuestion>,
  label: Partial<ReturnType<typeof readLabelFromApprovals>>,
];

function describeLabels(title: string, situations: readonly Situation[]): void {
  describe(title, () => {
    it.each(situations)("%s", (_, entries, question, label) => {
      for (const approvals of [entries, entries.toReversed()]) {
        expect(labelFor(approvals, question)).toMatchObject(label);
      }
    });
  });
}

const labelled = (minPriorLines: number) => ({ status: "labelled" as const, minPriorLines });
const fromLine = (minPriorLines: number) => ({
  ...{ status: "labelled-from-line" as const, minPriorLines },
});
const without = (status: "not-known" | "not-labelled" | "no-label-found") => ({
  ...{ status, minPriorLines: null },
});
const noneFound = without("no-label-found");

const two = entry({ ...lines(2), date: "2025" });
const four = entry({ ...lines(4), date: "2022" });
const combination = entry({ ...lines(1), partners: ["some drug", "other drug"] });
const partners = ["other drug", "some drug"];
const afterFailure = entry({ ...lines(1), ...classes("refractory") });

describeLabels("an approval in force", [
  ["from two lines on, asked for 1", [two], { lines: 1 }, fromLine(2)],
  ["asked for 2", [two], { lines: 2 }, labelled(2)],
  ["asked for any", [two], { lines: null }, labelled(2)],
  ["from a later line, in the late setting", [four], {}, labelled(4)],
  ["the least line of two decides", [four, two], { lines: 1 }, fromLine(2)],
  ["up to two lines", [entry(lines(1, 2))], { lines: 2 }, labelled(1)],
  ["up to two lines, asked for 3", [entry(lines(1, 2))], {}, without("not-labelled")],
  ["after drugs that failed, which decides nothing", [afterFailure], { lines: 1 }, labelled(1)],
  ["its regimen in any order", [combination], { partners, lines: 1 }, labelled(1)],
  ["a part of its regimen", [combination], { partners: ["some drug"], lines: 1 }, noneFound],
  ["the product alone", [combination], { lines: 1 }, noneFound],
  ["another region", [combination], { partners, region: "us", lines: 1 }, noneFound],
]);

const numberless = (over: Partial<ComputeApproval> = {}) => entry({ ...lines(null), ...over });
const unsure = entry({ ...lines(1), confidence: "low" });

const notKnown = without("not-known");
const onlyTwo = numberless(classes("exposed", ["PI", "IMiD"]));
const anyLines = [1, 2, 3, null] as const;

describeLabels("an approval without a number of lines", [
  ...(["exposed", "refractory"] as const).flatMap((state): Situation[] => [
    [`three classes ${state}, 2`, [numberless(classes(state))], { lines: 2 }, fromLine(3)],
    [`three classes ${state}, 3`, [numberless(classes(state))], {}, labelled(3)],
  ]),
  ...anyLines.flatMap((line): Situation[] => [
    [`no class, ${line}`, [numberless()], { lines: line }, notKnown],
    [`two classes, ${line}`, [onlyTwo], { lines: line }, notKnown],
    [`not tolerated, ${line}`, [numberless(classes("intolerant"))], { lines: line }, notKnown],
  ]),
  ["beside one with a number", [numberless(), entry(lines(3))], {}, labelled(3)],
  ["beside one with a later number", [numberless(), entry(lines(3))], { lines: 1 }, notKnown],
]);

describeLabels("what is not sure", [
  ...anyLines.map(
    (line): Situation => [`never says labelled, ${line}`, [unsure], { lines: line }, notKnown],
  ),
  ["changes no line that is sure", [unsure, entry(lines(3))], { lines: 1 }, fromLine(3)],
  ["of medium confidence is enough", [entry({ confidence: "medium" })], {}, labelled(3)],
]);

describeLabels("a combination that is not named", [
  ["of a product with a label", [entry()], { partners: null }, notKnown],
  ["of one without any in the region", [entry()], { partners: null, region: "us" }, noneFound],
]);

it("a pending approval whose day of decision is not known has none", () => {
  const pending = entry({ status: "pending", ...lines(1) });
  expect(labelFor([pending], { lines: 1 })).toEqual({ status: "pending", minPriorLines: 1 });
});

describe("beyond lines a label asks for", () => {
  const asksFor = (...entries: readonly ComputeApproval[]) =>
    readLabelRequirements(entries, { partners: [], region: "eu", lines: 2 });
  const nothing = { exposedTo: [], refractoryTo: [], progressionOnLast: false };
  const afterTwo = entry({ ...lines(1), ...classes("exposed", ["PI", "IMiD"]) });

  it("nothing where it is not labelled", () => {
    expect(asksFor()).toEqual(nothing);
    expect(asksFor({ ...afterTwo, inForce: false, status: "pending" })).toEqual(nothing);
    expect(asksFor({ ...afterTwo, confidence: "low" })).toEqual(nothing);
    expect(asksFor({ ...afterTwo, partners: ["daratumumab"] })).toEqual(nothing);
  });

  it("what two entries share, in one of which a class must have failed", () => {
    const refractory = entry({ ...lines(1), ...classes("refractory", ["PI"]) });
    expect(asksFor(afterTwo, refractory)).toEqual({ ...nothing, exposedTo: ["PI"] });
  });
});

it("a series of several products is labelled as the weakest of them", () => {
  const label = (over: Partial<ComputeApproval>) => labelFor([entry(over)], { lines: 2 });
  const [second, fourth] = [label(lines(2)), label(lines(4))];
  const refused = label({ status: "not-approved" });
  expect(findWeakestLabel([second, fourth])).toBe(fourth);
  expect(findWeakestLabel([fourth, refused, labelFor([])])).toBe(refused);
  expect(findWeakestLabel([second, labelFor([])])?.status).toBe("no-label-found");
  expect(findWeakestLabel([])).toBeUndefined();
});

// Tests what an answer says of labels and earlier therapy where no approved answer shows it.

it("a class that was given and a drug that failed are a condition together", () => {
  const conditions = {
    requires: [{ class: "PI", state: "exposed" } as const],
    refractoryTo: ["lenalidomide"],
  };
  const products = [product("a-cel", "car-t", { approvals: [approvedIn("us", conditions)] })];
  const regimens = [{ product: "a-cel", partners: [] }];
  expect(listLabelConditions(regimens, ["us"], "3+", { products })).toMatchObject([
    { exposedTo: ["PI"], refractoryTo: ["lenalidomide"], regions: ["us"] },
  ]);
});

it("a kind of earlier therapy that no trial had is named, although no trial stands beside", () => {
  const kind = { kind: "adc", directed: true, n: 13, of: 20, responders: null } as const;
  const data = datasetOf([cohort("a", { priorBcma: "required", priorBcmaKinds: [kind] })]);
  const notes = makeLabelSaleAndTherapyNotes(queryOf("prior-bcma=car-t", data), [], data);
  expect(notes.find(({ code }) => code === "after-kinds")).toMatchObject({
    ...{ counted: [], notCounted: [], unknown: ["car-t"] },
  });
});

// Figures of labels that pool trials of an answer with others.

const trial = cohort("trial", { product: "a-cel" });
const poolWith = (over: Partial<ComputeCohort>, ...figures: ComputeCohort["figures"]) =>
  cohort("pool", { product: "a-cel", parts: ["trial", "other"], figures, ...over });
const gathered = (
  pools: readonly ComputeCohort[],
  {
    selected = [trial],
    query = {},
    hasFigure = false,
  }: { selected?: ComputeCohort[]; query?: Partial<Query>; hasFigure?: boolean } = {},
) =>
  gatherLabelPoolFigures({
    ...{ outcome: "crs-3", selected, cohorts: [trial, ...pools], query: widestBut(query) },
    known: new Set(hasFigure ? ["a-cel"] : []),
  }).map(({ cohort: { id }, figure: { events }, rate }) => ({ id, events, rate }));
const safety = { population: "safety" } as const;

describe("a label pool", () => {
  const pool = poolWith({}, figure("crs-3", 5, 339, safety));

  it("holds a trial of the answer, is not in the answer itself, and its drug has no other figure", () => {
    expect(gathered([pool])).toEqual([{ id: "pool", events: 5, rate: 5 / 339 }]);
    expect(gathered([pool], { selected: [cohort("another")] })).toEqual([]);
    expect(gathered([pool], { selected: [trial, pool] })).toEqual([]);
    expect(gathered([pool], { hasFigure: true })).toEqual([]);
  });

  it.each<[string, Partial<ComputeCohort["figures"][number]>]>([
    ["is of a subset", { population: "subset" }],
    ["is held", { ...safety, hold: "unverified" }],
    ["has neither count nor percentage", { ...safety, events: null, percentPrinted: null }],
    ["has no number of patients", { ...safety, n: null, percentPrinted: null }],
    ["was not reviewed", { ...safety, tier: 4 }],
  ])("is not shown where its figure %s", (_, changed) => {
    const figureOfPool = figure("crs-3", 5, 339, changed);
    const query = { sources: "reviewed" } as const;
    expect(gathered([poolWith({}, figureOfPool)], { query })).toEqual([]);
  });

  it("gives a percentage where it has no count, and a count before a percentage", () => {
    const percentage = figure("crs-3", 5, 400, { ...safety, events: null, percentPrinted: 58 });
    const ofLabel = poolWith({}, percentage);
    expect(gathered([ofLabel])).toEqual([{ id: "pool", events: null, rate: 0.58 }]);
    expect(gathered([{ ...ofLabel, id: "other-pool" }, pool])).toMatchObject([{ events: 5 }]);
  });

  it.each<[string, [n: number, selected: number, other: number, printed?: number], unknown[]]>([
    ["with all patients of selected trials, says nothing of it", [60, 60, 0], [undefined]],
    ["with more than half, says how many of how many", [205, 165, 40], [{ n: 165, of: 205 }]],
    ["with half, too", [40, 20, 20], [{ n: 20, of: 40 }]],
    ["with less than half, is not shown", [205, 40, 165], []],
    ["counts those of the pool where they are printed", [90, 60, 40, 50], [{ n: 50, of: 90 }]],
    ["and is not shown if these are too few", [90, 60, 40, 44], []],
    ["is smaller than its trials, which are counted", [183, 123, 64], [{ n: 123, of: 187 }]],
    ["is larger than its trials in the data", [396, 240, 100], [{ n: 240, of: 396 }]],
  ])("%s", (_, [n, selected, other, patients], shares) => {
    const [a, b] = [cohort("trial", { n: selected }), cohort("other", { n: other })];
    const edge = { with: "trial", kind: "contained" as const, reason: "", patients };
    const overlaps = patients === undefined ? [] : [{ ...edge, patients }];
    const found = gatherLabelPoolFigures({
      ...{ outcome: "crs-3", selected: [a], query: widestBut({}), known: new Set<string>() },
      cohorts: [a, b, { ...pool, n, overlaps }],
    });
    expect(found.map(({ ofSelected }) => ofSelected)).toEqual(shares);
  });

  it("stands beside no published set, and not where other patients are counted", () => {
    expect(gathered([pool], { query: { set: "roex-2020" } })).toEqual([]);
    expect(gathered([pool], { query: { denominator: "enrolled" } })).toEqual([]);
  });
});

/** Returns the patients of a pool that are of these cohorts, and all of its trials, as the data print them. */
function patientsOf(pool: ComputeCohort, ids: ReadonlySet<string>) {
  const parts = dataset.cohorts
    .filter(({ id }) => pool.parts.includes(id))
    .map(({ id, n }) => ({
      id,
      n: pool.overlaps.find((edge) => edge.with === id)?.patients ?? n ?? 0,
    }));
  const sum = (list: readonly { n: number }[]) => list.reduce((total, { n }) => total + n, 0);
  return [sum(parts.filter(({ id }) => ids.has(id))), Math.max(sum(parts), pool.n ?? 0)] as const;
}

it.each(["", "lines=1", "lines=2", "availability=any", "compare=product", "target=gprc5d"])(
  "no drug of a row of “%s” is without a figure that a label pool has of it",
  (text) => {
    const query = queryOf(`outcome=efficacy,toxicity${text && `&${text}`}`, dataset);
    const answer = answerQuestion(query, dataset, models);
    const selected = new Set(answer.selection.included.map(({ cohort: id }) => id));
    const pools = dataset.cohorts.filter((pool) => {
      const [own, all] = patientsOf(pool, selected);
      return pool.parts.length > 0 && !selected.has(pool.id) && own >= all / 2;
    });
    for (const { outcome, pools: groups } of answer.outcomes) {
      const shown = Object.values(groups).flatMap(({ studies, labelPools, ...pool }) => [
        ...[...studies, ...(pool.smallTrials ?? []), ...(labelPools ?? [])],
        ...pool.notPooled.filter(({ percentage }) => percentage),
      ]);
      const missing = pools.filter(
        ({ product, regimen, figures }) =>
          shown.every((entry) => entry.product !== product) &&
          Object.values(groups).some((pool) => pool.regimen === regimen) &&
          figures.some(
            ({ hold, population, tier, ...printed }) =>
              printed.outcome === outcome &&
              hold === null &&
              tier < 4 &&
              (population === "safety" || population === "treated"),
          ),
      );
      expect(missing.map(({ id }) => `${outcome} ${id}`)).toEqual([]);
    }
  },
);
