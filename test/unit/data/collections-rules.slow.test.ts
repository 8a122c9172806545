import { describe, expect, it } from "vitest";
import { parseAndCheckData } from "#data/build/validate.ts";
import type {
  ComparisonFigure,
  ComparisonStudyFile,
  Reference,
  SubgroupFigure,
} from "#data/schema.ts";
import { type Breakage, brokenBy, inTrial, outcomesPath, puts } from "./breaking.ts";
import { cohortIn, contentOf, entryWith, evidence, referencesPath } from "./files.ts";
import { filesWithSamples, otherSeries, sampleReference, sampleTrial } from "./samples.ts";

const pathOf = (name: string) => `data/${name}.json`;
const majestec = pathOf("subgroups/majestec-1");
const krishnan = pathOf("comparisons/krishnan-teclistamab-physicians-choice");
const emd = pathOf("subgroups/single-centre-emd-2025");
const germany = pathOf("comparisons/germany-cilta-cel-ide-cel");

/** Changes the first figure of a study, and expects what is reported of it. */
function expectReported(file: string, change: object, problems: readonly string[]): void {
  const changed = ({ figures: [first] }: { figures: object[] }) => ({ ...first, ...change });
  const expected = problems.map((problem) => `figures[0].${problem}`);
  expect(brokenBy(puts(file, "figures[0]", changed))).toEqual(expected);
}

/** The subgroup is MajesTEC-1 by extramedullary disease: 10 of 28, 35.7 %. */
describe("a subgroup", () => {
  const alone = { percentPrinted: null, interval: null };
  const remark = { oddity: { kind: "remark", text: "as printed" } };
  const notHolding = "interval interval-holds-estimate";
  const notFitting = "percentPrinted percent-fits-count";

  it.each<[string, Partial<Record<keyof SubgroupFigure, unknown>>, ...string[]]>([
    ["more events than patients", { ...alone, events: 29 }, "events events-not-above-n"],
    ["another percentage", { percentPrinted: 37.5 }, notFitting],
    [
      "no count in its range",
      { derivedRange: [11, 12] },
      "derivedRange derived-range-holds-events",
    ],
    ["an interval elsewhere", { interval: [40, 50] }, notHolding],
    ["an interval of nothing", { percentPrinted: null }, notHolding],
    ["an interval that is open", { interval: [null, null] }],
    ["an outcome nobody knows", { outcome: "nonsense" }, "outcome outcome-exists"],
    ["an outcome that is never pooled", { outcome: "septic-shock" }],
    ["a source that is not there", { source: 9 }, "source source-exists"],
    ["a remark on a wrong percentage", { percentPrinted: 37.5, ...remark }, notFitting],
    ["a remark on an interval elsewhere", { interval: [40, 50], ...remark }, notHolding],
    ["an oddity of no kind", { oddity: "as printed" }, "oddity schema"],
    ["a variable of no vocabulary", { variable: "shoe-size" }, "variable schema"],
  ])("with %s", (_, change, ...problems) => expectReported(majestec, change, problems));

  it("is of products that exist, and of their class", () => {
    expect(brokenBy(puts(emd, "products", ["nobody", "teclistamab"]))).toEqual([
      "products[0] product-exists",
      "products[1] product-class-agrees",
    ]);
  });
});

/** The comparison is teclistamab against physician's choice: a hazard ratio of 0.82 for death. */
describe("a comparison", () => {
  const ratio = { measure: "hazard-ratio", value: 2, interval: [0.59, 1.14] };
  const effect = { ...ratio, moreEventsAbove: "of" };

  it.each<[string, Partial<Record<keyof ComparisonFigure, unknown>>, ...string[]]>([
    ["one side only", { against: null }, "against side-exists"],
    ["itself on the other side", { against: "teclistamab" }, "against side-exists"],
    ["a change within its interval", { changePoints: -1.5, interval: [-5.3, 2.3] }],
    [
      "a change outside its interval",
      { changePoints: 10.1, interval: [-5.3, 2.3] },
      "interval interval-holds-estimate",
    ],
    ["an odd effect", { effect, oddity: { kind: "contradiction", text: "as printed" } }],
  ])("with %s", (_, change, ...problems) => expectReported(krishnan, change, problems));

  it("has sides with names of their own, of cohorts that exist", () => {
    const again = ({ sides }: ComparisonStudyFile) => entryWith(sides[1], "a side");
    expect(
      brokenBy(puts(germany, "sides[0].cohorts", ["nobody"]), puts(germany, "sides[+]", again)),
    ).toEqual(["sides[0].cohorts[0] cohort-exists", "sides[2].id side-exists"]);
  });
});

/** A name without an entry is refused with those that are allowed, of a long list with those that begin alike. */

const { comparisons, products } = evidence();
const compared = entryWith(
  comparisons.find(({ sides, figures }) => sides.length === 2 && figures.length > 0),
  "comparison of two sides",
);
const study = `data/comparisons/${compared.id}.json`;
const sides = compared.sides.map(({ id }) => id);
const [series] = products.filter(({ contains }) => contains.length > 0);
const seriesPath = `data/products/${entryWith(series, "series").slug}.json`;

const allowed = (name: string) => new RegExp(`; allowed: (?:[^,]+, )*${name}(?:,|$)`);

it.each<[what: string, Breakage, RegExp]>([
  ["outcome", inTrial("figures[orr].outcome", "or"), allowed("orr")],
  ["month", inTrial("figures[orr].outcome", "pfs-12"), allowed("crs-3")],
  ["product", inTrial("product", "teclistimab"), allowed("teclistamab")],
  ["partner", inTrial("regimenPartners", ["lenalidomid"]), allowed("lenalidomide")],
  ["reference", inTrial("sources[0].reference", "sample-jurnal"), allowed(sampleReference)],
  ["publication", inTrial("publication", "sample-journal"), allowed(sampleReference)],
  [
    "cohort",
    inTrial("overlaps", [{ with: "sample-serie", kind: "possible", reason: "both of one town" }]),
    allowed("sample-series"),
  ],
  ["whole", puts(outcomesPath, "crs-3.partOf", "crss"), allowed("crs")],
  ["part of a series", puts(seriesPath, "contains[0]", "ide-cell"), allowed("ide-cel")],
  [
    "field",
    inTrial("followUpMonth", 3),
    /^no field "followUpMonth" here; allowed: followUpMonths$/,
  ],
  ["field of patients", inTrial("baseline.medianage", 3), /"medianage" here; allowed: medianAge,/],
  ["field of a figure", inTrial("figures[0].event", 3), /"event" here; allowed: events$/],
  ["field of dates", inTrial("enrolment.form", null), /"form" here; allowed: from, to$/],
  [
    "side",
    puts<ComparisonStudyFile>(study, "figures[0].of", "nobody"),
    new RegExp(`; allowed: ${sides.join(", ")}$`),
  ],
])("an unknown %s is told", (_, breakage, expected) => {
  const files = filesWithSamples();
  const { file } = breakage(files);
  const problems = parseAndCheckData(files).problems.filter((problem) => problem.file === file);
  expect(problems.map(({ message }) => message)).toContainEqual(expect.stringMatching(expected));
  for (const problem of problems) expect(problem).not.toHaveProperty("unknown");
});

/** Returns the warnings that a change adds to those of the data with the samples. */
function warnedOf(change: (files: ReturnType<typeof filesWithSamples>) => void) {
  const named = new Set(parseAndCheckData(filesWithSamples()).warnings.flatMap(({ ids }) => ids));
  const files = filesWithSamples();
  change(files);
  const { warnings } = parseAndCheckData(files);
  return warnings.flatMap(({ message, ids }) =>
    ids.filter((id) => !named.has(id)).map((id) => [message, id]),
  );
}

const article: Reference = {
  ...{ id: "unidentified-2026", type: "article-journal", "container-title": "Journal" },
};

it.each<[string, Partial<Reference>, ...string[][]]>([
  ["an article without identifier", {}, ["Articles with neither DOI nor PMID", article.id]],
  ["an article with a DOI", { DOI: "10.1000/unidentified" }],
  ["an article with a PMID", { PMID: "99999998" }],
  ["a conference paper", { type: "paper-conference" }],
  ["a page", { type: "webpage", URL: "https://example.org/" }],
])("warns of articles alone: %s", (_, fields, ...warned) => {
  const add = (references: Reference[]) => references.push({ ...article, ...fields });
  expect(warnedOf((files) => add(contentOf(files, referencesPath)))).toEqual(warned);
});

it("warns of a trial without a registry number, and of no series", () => {
  const warned = warnedOf((files) => {
    for (const id of [sampleTrial, otherSeries]) cohortIn(files, id).registry = [];
  });
  expect(warned).toEqual([["Trial cohorts without a registry number", sampleTrial]]);
});

it("warns of a source without an address whose figures count, and of none of a series", () => {
  const warned = warnedOf((files) => {
    for (const id of [sampleTrial, otherSeries]) {
      const [source] = cohortIn(files, id).sources;
      Object.assign(source ?? {}, { doi: null, pmid: null, seenAt: "https://example.org/copy" });
    }
  });
  const { reference } = cohortIn(filesWithSamples(), sampleTrial).sources[0] ?? {};
  const message = "Sources of figures of trials without an address";
  expect(warned).toEqual([[message, `${sampleTrial}: ${reference}`]]);
});

it("stops nothing", () => {
  const files = filesWithSamples();
  cohortIn(files, sampleTrial).registry = [];
  expect(parseAndCheckData(files).problems).toEqual([]);
});
