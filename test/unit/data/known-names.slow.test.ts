/** A name without an entry is refused with the names that there are, of a long list with the nearest. */
import { expect, it } from "vitest";
import { parseAndCheckData } from "#data/build/validate.ts";
import type { ComparisonStudyFile } from "#data/schema.ts";
import { type Breakage, inTrial, outcomesPath, puts } from "./breaking.ts";
import { entryWith, evidence } from "./files.ts";
import { filesWithSamples } from "./samples.ts";

const { comparisons, products } = evidence();
const compared = entryWith(
  comparisons.find(({ sides, figures }) => sides.length === 2 && figures.length > 0),
  "comparison of two sides",
);
const study = `data/comparisons/${compared.id}.json`;
const sides = compared.sides.map(({ id }) => id);
const [series] = products.filter(({ contains }) => contains.length > 0);
const seriesPath = `data/products/${entryWith(series, "series").slug}.json`;

const nearest = (name: string) => new RegExp(`; the nearest of \\d+: (?:[^,]+, )*${name}(?:,|$)`);

const names: readonly (readonly [what: string, Breakage, RegExp])[] = [
  ["outcome", inTrial("figures[orr].outcome", "or"), nearest("orr")],
  ["month", inTrial("figures[orr].outcome", "pfs-12"), nearest("crs-3")],
  ["product", inTrial("product", "teclistimab"), nearest("teclistamab")],
  ["partner", inTrial("regimenPartners", ["lenalidomid"]), nearest("lenalidomide")],
  [
    "reference",
    inTrial("sources[0].reference", "sample-jurnal-2026"),
    nearest("sample-journal-2026"),
  ],
  ["publication", inTrial("publication", "sample-journal"), nearest("sample-journal-2026")],
  [
    "cohort",
    inTrial("overlaps", [{ with: "sample-serie", kind: "possible", reason: "both of one town" }]),
    nearest("sample-series"),
  ],
  ["whole", puts(outcomesPath, "crs-3.partOf", "crss"), nearest("crs")],
  ["part of a series", puts(seriesPath, "contains[0]", "ide-cell"), nearest("ide-cel")],
  ["field", inTrial("followUpMonth", 3), /^no field "followUpMonth" here; .*: followUpMonths,/],
  ["field of patients", inTrial("baseline.medianage", 3), /"medianage" here; .*: medianAge,/],
  ["field of a figure", inTrial("figures[0].event", 3), /"event" here; .*: events,/],
  ["field of dates", inTrial("enrolment.form", null), /"form" here; there are: from, to$/],
  [
    "side",
    puts<ComparisonStudyFile>(study, "figures[0].of", "nobody"),
    new RegExp(`; there are: ${sides.join(", ")}$`),
  ],
];

it.each(names)("an unknown %s is told", (_, breakage, expected) => {
  const files = filesWithSamples();
  const { file } = breakage(files);
  const problems = parseAndCheckData(files).problems.filter((problem) => problem.file === file);
  expect(problems.map(({ message }) => message)).toContainEqual(expect.stringMatching(expected));
  for (const problem of problems) expect(problem).not.toHaveProperty("unknown");
});
