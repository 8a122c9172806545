/** What the build makes of the files: the compute set, overlaps, risk of bias, reviews, and the version of the data. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { judgeEnrolmentByVaccineDates } from "#data/build/compute-cohort.ts";
import { listResearchNetworkOverlaps, makeDataForAnswers } from "#data/build/compute-set.ts";
import { gatherRiskOfBiasOfCohort, makeDetailsByCohort } from "#data/build/provenance.ts";
import { computeDataVersion, readRules, removeComments } from "#data/build/read-files.ts";
import type { Evidence } from "#data/evidence.ts";
import { hashParts, makeReview } from "#data/review-content.ts";
import type { Cohort } from "#data/schema.ts";
import { root } from "../../../../.dev/files.ts";
import { entryWith, evidence, noStatements, rating, textOf } from "../files.ts";

const full = evidence();
const { cohorts, products, published } = full;
const computeSet = makeDataForAnswers(full);

it("the compute set leaves citations and definitions behind", () => {
  const text = JSON.stringify(computeSet.cohorts);
  expect(text).not.toMatch(/"(?:citation|locator|definition|seenAt|notes)"/);
});

it("what else is known has no words of a source, which are for whoever signs a figure", () => {
  const figures = cohorts.flatMap((result) => [...result.figures, ...result.landmarks]);
  expect(figures.some(({ quote }) => quote !== undefined)).toBe(true);
  const details = makeDetailsByCohort(full, textOf);
  expect(JSON.stringify([computeSet, details])).not.toContain('"quote":');
});

it.each([
  [null, null],
  [{ from: null, to: null }, null],
  [{ from: "2018-07", to: "2019-10" }, "before"],
  [{ from: null, to: "2020-12-31" }, "before"],
  [{ from: "2020", to: "2020" }, "before"],
  [{ from: "2020-12", to: "2021-01" }, "across"],
  [{ from: "2019-05", to: null }, null],
  [{ from: null, to: "2022" }, null],
  [{ from: "2021-01", to: null }, "after"],
  [{ from: "2021", to: "2023" }, "after"],
])("patients enrolled %j were enrolled: %j", (enrolment, when) => {
  expect(judgeEnrolmentByVaccineDates({ enrolment })).toBe(when);
});

const edges = (cohort: Cohort, all: readonly Cohort[] = cohorts) =>
  listResearchNetworkOverlaps(cohort, all, products).map((edge) => edge.with);

const ofIdeCel = cohorts.filter(({ product }) => product === "ide-cel");
const network = entryWith(
  ofIdeCel.find((cohort) => cohort.network !== null),
  "a network with ide-cel",
);
const real = ofIdeCel.filter((cohort) => cohort.evidence === "real-world" && !cohort.network);
const series = (id: string, over: Partial<Cohort> = {}): Cohort => ({
  ...entryWith(real[0], "a series of its product"),
  ...{ region: "us", id, overlaps: [], ...over },
});

describe("a network without bounds", () => {
  it("shares patients with every real-world series of its product", () => {
    const anywhere: Cohort = { ...network, region: null };
    expect(real.length).toBeGreaterThan(1);
    expect(edges(anywhere)).toEqual(expect.arrayContaining(real.map(({ id }) => id)));
  });

  it("is named from the other side too", () => {
    const [edge] = listResearchNetworkOverlaps(series("other"), [network], products);
    expect(edge).toEqual({
      with: network.id,
      kind: "possible",
      reason: `${network.network} may hold patients of any such series`,
    });
  });

  it("shares none with trials, other products, or series known to come from elsewhere", () => {
    expect(edges(network, [series("trial", { evidence: "trial" })])).toEqual([]);
    expect(edges(network, [series("other", { product: "cilta-cel" })])).toEqual([]);
    const here: Cohort = { ...network, region: "us" };
    expect(edges(here, [series("asia", { region: "asia" })])).toEqual([]);
    expect(edges(here, [series("us", { region: "us" })])).toEqual(["us"]);
    expect(edges(here, [series("anywhere", { region: "multinational" })])).toEqual(["anywhere"]);
  });

  it("counts a mixed series for each of its products", () => {
    const teclistamab: Cohort = { ...network, product: "teclistamab" };
    const mixed = series("mixed", { product: "teclistamab-or-elranatamab" });
    expect(edges(teclistamab, [mixed])).toEqual(["mixed"]);
    expect(edges({ ...network, product: "talquetamab" }, [mixed])).toEqual([]);
  });

  it("does not draw an edge twice", () => {
    const knownSeries = series("known", {
      overlaps: [{ with: network.id, kind: "partial", reason: "printed" }],
    });
    expect(listResearchNetworkOverlaps(knownSeries, [network], products)).toEqual([]);
  });
});

it("puts a rating of the study alone first", () => {
  const karmma = { id: "karmma", riskOfBias: { ratings: [rating], stated: noStatements } };
  const { ratings, stated } = gatherRiskOfBiasOfCohort(karmma, published, textOf);
  expect(ratings.map(({ tool, ofAllStudies }) => [tool, ofAllStudies])).toEqual([
    ["RoB 2", false],
    ["MINORS", true],
  ]);
  expect(stated).toEqual(noStatements);
});

describe("the version of the data", () => {
  const version = computeDataVersion(full);

  it("names their date and their content", () => {
    expect(version).toMatch(/^2026-11-20-[0-9a-f]{8}$/);
    expect(computeDataVersion(evidence())).toBe(version);
  });

  it("is the same whatever is to be opened, was searched, signed or stands in its history", () => {
    const changed = evidence();
    changed.documents = [];
    changed.searches = { ...changed.searches, statement: "made up", collections: [] };
    changed.changes = { releases: [], minimumDataVersion: "" };
    expect(computeDataVersion(changed)).toBe(version);
    expect(computeDataVersion(sign(evidence(), "karmma"))).toBe(version);
  });

  it("changes with a single count", () => {
    const changed = evidence();
    entryWith(changed.cohorts[0]?.figures[0], "a figure").events = 1;
    expect(computeDataVersion(changed)).not.toBe(version);
  });
});

it("the history of the data begins with the present data", () => {
  const present = evidence();
  expect(
    entryWith(present.changes.releases[0], "a release").version,
    'The data changed. Say what: npm run evidence -- release "One sentence."',
  ).toBe(computeDataVersion(present));
});

const entry = { when: "2026-12-01", role: "haematologist", version: "x" };
const rules = readRules(join(root, "data"));

/** Signs parts of the data as they are now. */
function sign(data: Evidence, ...parts: string[]): Evidence {
  const now = hashParts(data, rules);
  const contentOf = (part: string) => entryWith(now.get(part), part);
  return {
    ...data,
    reviews: parts.map((part) => ({ part, ...entry, content: contentOf(part) })),
  };
}

const currentOf = (data: Evidence, said = rules) =>
  Object.fromEntries(
    Object.entries(makeReview(data, said).signed).map(([part, { isCurrent }]) => [part, isCurrent]),
  );

it("nothing is reviewed today, and nothing says that it is", () => {
  expect(makeReview(full, rules).signed).toEqual({});
});

it("a review holds until its cohort changes, and only for this cohort", () => {
  const data = sign(evidence(), "karmma", "cartitude-1");
  expect(currentOf(data)).toEqual({ karmma: true, "cartitude-1": true });
  const karmma = data.cohorts.find(({ id }) => id === "karmma");
  entryWith(karmma?.figures[0], "a figure").locator = "another place";
  expect(currentOf(data)).toEqual({ karmma: false, "cartitude-1": true });
});

it("a review of an arm holds until its randomised comparison changes", () => {
  const data = sign(evidence(), "karmma-3-ide-cel");
  const trial = data.comparisons.find(({ id }) => id === "karmma-3");
  entryWith(trial?.figures[0], "a figure").locator = "another place";
  expect(currentOf(data)).toEqual({ "karmma-3-ide-cel": false });
});

it("a review of labels is of a region, and holds until one of them changes there", () => {
  const data = sign(evidence(), "labels us", "labels eu");
  const product = data.products.find(({ slug }) => slug === "elranatamab");
  const label = product?.approvals.find(({ region }) => region === "us");
  entryWith(label, "a label").priorLines = { min: 1, max: null };
  expect(currentOf(data)).toEqual({ "labels us": false, "labels eu": true });
});

it("a review of a rule is by name, and holds until its words or its code change", () => {
  const names = [...rules.keys()];
  expect(names).toContain("Nobody twice");
  const data = sign(evidence(), "rule nobody-twice", "rule which-trials");
  const changed = new Map(rules).set("Nobody twice", "Everybody counts twice.");
  expect(currentOf(data, changed)).toEqual({
    "rule nobody-twice": false,
    "rule which-trials": true,
  });
});

it.each([
  ["a comment", "/** One. */\nconst a = 1; // two\n", "const a = 1;\n", true],
  ["layout", "f(a, b);", "f(\n  a,\n  b,\n);", true],
  ["code", "const a = 1;", "const a = 2;", false],
  ["a text with slashes", 'const a = "https://a";', 'const a = "https://b";', false],
])("%s changes what a rule says: %#", (_, before, after, isSame) => {
  expect(removeComments(before) === removeComments(after)).toBe(isSame);
});
