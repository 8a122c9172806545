/** What the build makes of the files: the compute set, overlaps, risk of bias, reviews, and the version of the data. */
import { describe, expect, it } from "vitest";
import { judgeEnrolmentByVaccineDates } from "#data/build/compute-cohort.ts";
import { listResearchNetworkOverlaps, makeDataForAnswers } from "#data/build/compute-set.ts";
import { gatherRiskOfBiasOfCohort, makeDetailsByCohort } from "#data/build/provenance.ts";
import { computeDataVersion } from "#data/build/read-files.ts";
import { makeReviewsOfRulesLabelsCohorts } from "#data/build/reviews.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import type { Evidence } from "#data/evidence.ts";
import { describeReviewState, hashCohort, hashLabels } from "#data/review-content.ts";
import { noReview, removeCollectionNotice, unsignedNotice } from "#data/review-notice.ts";
import type { Cohort, ReviewEntry } from "#data/schema.ts";
import {
  contentOf,
  dataFiles,
  entryWith,
  evidence,
  noStatements,
  rating,
  textOf,
} from "../files.ts";

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
    const signed = reviewed(evidence());
    signed.review.statement = describeReviewState(signed);
    signed.review.status = "reviewed";
    expect(computeDataVersion(signed)).toBe(version);
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

const rules = "0123456789abcdef";
const entry = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["counts"] };

function reviewed(data: Evidence): Evidence {
  const ofCohort = (cohort: Cohort) => ({ cohort: cohort.id, content: hashCohort(cohort) });
  const parts = [...data.cohorts.map(ofCohort), { cohort: null, content: rules }];
  return { ...data, reviews: parts.map((part) => ({ ...entry, ...part })) };
}

const reviewOfLabels = ({ products }: Evidence): ReviewEntry => ({
  ...{ ...entry, cohort: null, labels: true, content: hashLabels(products) },
});

it("nothing is reviewed today, and nothing says that it is", () => {
  const none = { rules: null, labels: null, cohorts: {} };
  expect(makeReviewsOfRulesLabelsCohorts(full, rules)).toEqual(none);
  expect(full.review.status).toBe("not-reviewed");
});

it("a review holds until its cohort changes, and only for this cohort", () => {
  const data = reviewed(evidence());
  const [first, second] = data.cohorts;
  entryWith(first?.figures[0], "a figure").locator = "another place";
  const { cohorts } = makeReviewsOfRulesLabelsCohorts(data, rules);
  expect(cohorts[first?.id ?? ""]).toMatchObject({ isCurrent: false, role: "haematologist" });
  expect(cohorts[second?.id ?? ""]).toMatchObject({ isCurrent: true });
});

it("a review of the labels holds until one of them changes", () => {
  const data = evidence();
  data.reviews = [reviewOfLabels(data)];
  expect(makeReviewsOfRulesLabelsCohorts(data, rules)).toMatchObject({
    rules: null,
    labels: { isCurrent: true },
  });
  data.products.find(({ approvals }) => approvals.length > 0)?.approvals.pop();
  expect(makeReviewsOfRulesLabelsCohorts(data, rules).labels).toMatchObject({ isCurrent: false });
});

it("a review of the rules holds until they change", () => {
  const data = reviewed(evidence());
  expect(makeReviewsOfRulesLabelsCohorts(data, rules).rules).toMatchObject({ isCurrent: true });
  expect(makeReviewsOfRulesLabelsCohorts(data, "fedcba9876543210").rules).toMatchObject({
    isCurrent: false,
  });
});

it("the data count as reviewed only while every cohort is, as it is", () => {
  const files = dataFiles();
  type File = { status: string; statement: string; reviews: ReviewEntry[] };
  const file = contentOf<File>(files, "data/review.json");
  file.status = "reviewed";
  file.reviews = reviewed(evidence()).reviews;
  file.statement = describeReviewState(reviewed(evidence()));
  expect(parseAndCheckData(files).problems).toEqual([]);
  entryWith(file.reviews[0], "a review").content = rules;
  expect(parseAndCheckData(files).problems.map(({ rule }) => rule)).toEqual([
    "review-statement",
    "review-complete",
  ]);
});

it("the notice leaves only what was signed, and comes back when that changes", () => {
  const data = evidence();
  const all = data.cohorts.length;
  expect(data.review.statement).toBe(describeReviewState(data));
  const review = entryWith(reviewed(data).reviews[0], "a review");
  const labels = reviewOfLabels(data);
  const of = (reviews: ReviewEntry[]) => describeReviewState({ ...data, reviews });
  expect(of([review])).toMatch(
    `Reviewed (haematologist): main figures of 1 of ${all} groups of patients. Of the rest: Figures were collected`,
  );
  expect(of([labels])).toMatch("Reviewed (haematologist): the labels. Of the rest");
  expect(of([...reviewed(data).reviews, labels])).toBe(
    `Reviewed (haematologist): main figures of ${all} of ${all} groups of patients and the labels.`,
  );
  entryWith(data.cohorts[0]?.figures[0], "a figure").locator = "another place";
  expect(of([review])).toMatch("No clinician has reviewed these data yet.");
});

it("a short notice says what was reviewed, without how the figures were collected", () => {
  const data = reviewed(evidence());
  const notice = describeReviewState(data);
  expect(removeCollectionNotice(unsignedNotice)).toBe(noReview);
  expect(removeCollectionNotice(notice)).toMatch(/^Reviewed \(.+\.$/);
  expect(notice.startsWith(removeCollectionNotice(notice))).toBe(true);
});
