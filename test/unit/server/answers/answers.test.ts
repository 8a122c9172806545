/** The full answer, from which everything about a question is rendered, and the whole evidence beside it. */

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { listReportingClasses } from "#core/evidence/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { readDataFiles } from "#data/build/read-files.ts";
import { recall, releases } from "#data/generated/changes.ts";
import type { Cohort } from "#data/schema.ts";
import { nameOutcome } from "#presentation/words/outcome-names.ts";
import {
  addAnalyses,
  addPartsStoredInAnswerFile,
  answerInFull,
} from "#server/answers/compute/full-answer.ts";
import type { gatherWholeDataset } from "#server/answers/compute/whole-dataset.ts";
import {
  renderComparisonCsvForQuestion,
  renderComparisonJson,
  renderForestPicture,
  renderOpenedRowJson,
  renderPatientsJson,
  renderRScriptForQuestion,
  renderScreenJson,
} from "#server/answers/render/answers.ts";
import { dataAt, textAt } from "../../../support/built-app.ts";
import { csvLinesOf } from "../../../support/csv-lines.ts";

const answerTo = (question: string) =>
  addPartsStoredInAnswerFile(answerInFull(parseQueryTextOrThrow(question, dataset), question));

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(Object.freeze(value)).forEach(frozen);
  }
  return value;
}

it("the answer of a file has all analyses, a computed one makes those of a row when they are asked for", () => {
  const [bare, whole] = [answerInFull(parseQueryTextOrThrow("", dataset), ""), answerTo("")];
  const countIn = ({ outcomes }: typeof bare.comparison, id: string) =>
    outcomes.find(({ outcome }) => outcome === id)?.contrasts[0]?.analyses?.length ?? null;
  const counts = ["cr", "crs-3", "pfs-12"].map((id) => countIn(whole.comparison, id));
  expect(counts).toEqual([9, 8, null]);
  expect(countIn(bare.comparison, "cr")).toBe(2);
  expect(countIn(addAnalyses(bare.comparison, "cr"), "cr")).toBe(9);
  expect(addAnalyses(bare.comparison)).toEqual(whole.comparison);
  const products = answerTo("compare=product").comparison;
  expect(products.outcomes.flatMap((row) => row.contrasts).every(({ analyses }) => !analyses)).toBe(
    true,
  );
});

it("no renderer changes an answer, which others are rendered from", async () => {
  const answer = frozen(answerTo(""));
  const products = frozen(answerTo("compare=product"));
  const [query, ofProducts] = [answer.comparison.query, products.comparison.query];
  const ask = async ({ compare }: typeof query) => (compare === "product" ? products : answer);
  const ofAny = [
    ...[renderComparisonJson, renderComparisonCsvForQuestion],
    ...[renderRScriptForQuestion, renderScreenJson],
  ];
  const texts = [
    ...[...ofAny, renderPatientsJson].map((render) => render(query, "", ask)),
    ...ofAny.map((render) => render(ofProducts, "compare=product", ask)),
    ...dataset.outcomes
      .filter(({ id }) => answer.comparison.outcomes.some(({ outcome }) => outcome === id))
      .flatMap((outcome) => [
        renderOpenedRowJson(query, outcome, "", ask),
        renderForestPicture(query, outcome, "light", "", ask),
      ]),
  ];
  expect(texts.length).toBeGreaterThan(20);
  for (const text of await Promise.all(texts)) expect(text.length).toBeGreaterThan(500);
});

type Whole = ReturnType<typeof gatherWholeDataset>;
const document = () => dataAt<Whole>("/v1/dataset");

const files = readDataFiles(join(import.meta.dirname, "../../../../data"));
const under = (folder: string) => files.filter(({ path }) => path.startsWith(`data/${folder}/`));
const cohortFiles = under("cohorts").map(({ content }) => content as Cohort);

const lines = async () => csvLinesOf(await textAt("/v1/dataset.csv"));

describe("the whole evidence as a document", () => {
  it("has the version of the data and all files of each kind", async () => {
    const whole = await document();
    expect(whole.dataVersion).toBe(dataset.dataVersion);
    expect(whole.references.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["fourth-line-by-class", "blood-2024-144-6946"]),
    );
    for (const kind of ["cohorts", "products", "subgroups", "comparisons", "published"] as const) {
      expect([kind, whole[kind].length]).toEqual([kind, under(kind).length]);
    }
  });

  // The words of a source are for whoever reviews: they are not sent.
  it("has every figure, landmark and median as its file says, with the source it names", async () => {
    const { cohorts } = await document();
    for (const file of cohortFiles) {
      const cohort = cohorts.find(({ id }) => id === file.id);
      expect(cohort?.figures.map(({ tier, ...figure }) => figure)).toEqual(
        file.figures.map(({ quote, ...figure }) => Object.assign({ exposureMonths: null }, figure)),
      );
      expect(cohort?.landmarks).toEqual(file.landmarks.map(({ quote, ...landmark }) => landmark));
      expect(cohort?.medians).toEqual(file.medians);
      expect(cohort?.sources.map(({ href, citation, ...source }) => source)).toEqual(
        file.sources.map(({ reference, detail, ...source }) => source),
      );
      for (const [index, { detail }] of file.sources.entries()) {
        expect(cohort?.sources[index]?.citation).toContain(detail ?? "");
      }
      for (const { source, tier } of cohort?.figures ?? []) {
        expect(tier).toBe(file.sources[source]?.tier);
      }
    }
  });
});

it("what is never pooled has words for every outcome, property and kind in the whole evidence", async () => {
  const { outcomes, otherOutcomes, subgroups, variables, comparisons, kinds } = await document();
  const labels = new Map([...outcomes, ...otherOutcomes].map(({ id, label }) => [id, label]));
  expect(labels.size).toBe(outcomes.length + otherOutcomes.length);
  const ofSubgroups = subgroups.flatMap(({ figures }) => figures);
  for (const { outcome } of [...ofSubgroups, ...comparisons.flatMap(({ figures }) => figures)]) {
    expect([outcome, labels.get(outcome)]).toEqual([outcome, nameOutcome(outcome)]);
  }
  const variableNames = variables.map(({ variable }) => variable);
  for (const { variable } of ofSubgroups) expect(variableNames).toContain(variable);
  const kindNames = kinds.map(({ kind }) => kind);
  for (const { kind } of comparisons) expect(kindNames).toContain(kind);
});

describe("the whole evidence as a table", () => {
  it("has one line for every figure and landmark, with its digits", async () => {
    const { cohorts } = await document();
    const expected = cohorts.flatMap(({ id, figures, landmarks, sources }) => {
      const survival = landmarks.map(({ family, month, survival: alive, ...figure }) => ({
        ...{ ...figure, outcome: `${family}-${month}`, events: null },
        percentPrinted: Number((100 * alive).toPrecision(6)),
      }));
      return [...figures, ...survival].map(({ outcome, events, n, cut, source, ...figure }) => {
        const { percentPrinted: percent, locator } = figure;
        // What is not printed is empty, as `join` writes it.
        return [id, outcome, events, n, cut, percent, locator, sources[source]?.citation].join("|");
      });
    });
    const columns = "cohort outcome events n cut percent_printed locator citation".split(" ");
    const cells = (await lines()).map((line) =>
      columns.map((column) => (line[column] ?? "").replace(/^'(?=[=+\-@\t\r])/, "")).join("|"),
    );
    expect(cells.sort()).toEqual(expected.sort());
  });

  it("has nothing that a spreadsheet would run", async () => {
    for (const line of await lines()) {
      for (const cell of Object.values(line)) {
        if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
  });
});

const { dataVersion, answerVersion } = dataset;

const outcomes = dataset.outcomes.map((outcome) => ({
  ...outcome,
  // Death of any cause stands in records only.
  partOf: outcome.partOf === "death" ? null : outcome.partOf,
  reportedBy: listReportingClasses(outcome.id, dataset),
}));

it.each([
  ["/v1/changes", { dataVersion, ...recall, releases }],
  ["/recall.json", { dataVersion, ...recall }],
  ["/healthz", { status: "ok", answerVersion, dataVersion, ...recall }],
  ["/v1/outcomes", { dataVersion, outcomes }],
])("%s is what the data hold", async (address, expected) => {
  expect(await dataAt(address)).toEqual(expected);
});

it("each list has everything, in the order of the data", async () => {
  type Lists = Record<string, { id: string; slug: string }[]>;
  const of = async (name: string) => (await dataAt<Lists>(`/v1/${name}`))[name] ?? [];
  expect((await of("cohorts")).map(({ id }) => id)).toEqual(dataset.cohorts.map(({ id }) => id));
  const slugs = dataset.products.map(({ slug }) => slug);
  expect((await of("products")).map(({ slug }) => slug)).toEqual(slugs);
});
