/** Drugs side by side in today's data, with the source of each number. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { DrugView } from "#presentation/row/drugs-view.ts";
import { allTimesOf } from "#presentation/views/by-drug.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { fullAnswer } from "#server/answers/compute/full-answer.ts";
import { productEvidence } from "#server/answers/compute/screen-evidence.ts";
import { read } from "../../../support/in-process.ts";
import { queryOf } from "../../../support/queries.ts";

const screenOf = (question: string) =>
  read<ScreenOf<"products">>(`/v1/screen?compare=product${question && `&${question}`}`);

const texts = (lines: readonly DrugView[]) =>
  lines.map(({ name, number, under, beneath }) => [name, number, under, beneath].join(" | "));

it("the wait is that of the kind of source with most patients, others stand in words", async () => {
  const { sections } = (await screenOf("")).byDrug;
  const wait = sections.find(({ label }) => label === "Cell collection to infusion");
  // Transplant Cell Ther 2024;30:17, table 3.
  expect(texts(wait?.lines ?? [])).toEqual(["ide-cel | 49 | days | trial of 254 patients"]);
  // Fandrei, Blood Cancer Discov 2024, table 1.
  expect(wait?.notes).toEqual([
    "Median, practice: cilta-cel 74 days (one centre, 18 patients), ide-cel 66 days (one centre, 34 patients).",
  ]);
});

it("a report has the times at length", () => {
  const { comparison } = fullAnswer(queryOf("compare=product", dataset));
  const { others } = allTimesOf(comparison, productEvidence(comparison));
  const waits = others.filter(({ id }) => id.startsWith("collection-to-infusion"));
  expect(waits.map(({ detail, lines }) => [detail, ...texts(lines)])).toEqual([
    [
      "median, trials",
      "ide-cel | 49 | days | KarMMa-3 (ide-cel arm), range 34 to 117, trial of 254 patients",
    ],
    [
      "median, practice",
      "cilta-cel | 74 | days | Leipzig, cilta-cel (Fandrei), range 61 to 140, one centre, 18 patients",
      "ide-cel | 66 | days | Leipzig, ide-cel (Fandrei), range 49 to 240, one centre, 34 patients",
    ],
  ]);
});

it("two CAR-T products stand with what others found of them, adjusted and not randomised", async () => {
  const { byDrug } = await screenOf("product=cilta-cel,ide-cel&therapy-class=car-t");
  expect(byDrug.between?.note).toMatch(/^Not randomised/);
  const results = byDrug.between?.studies.flatMap((study) => study.results) ?? [];
  // Adv Ther 2026;43(3):1327-40, abstract; Blood 2025;146(14):1677.
  expect(results.join(" ")).toMatch(/hazard ratio 0\.42 \(0\.26 to 0\.68\)/);
  expect(results.join(" ")).toMatch(/hazard ratio 0\.48/);
});

// TALVEY, US prescribing information: sections 5.1 (severe CRS), 5.4 (mouth, weight), 5.5 (death from infection) and 5.7 (skin); 339 patients.
it("what a label reports of trials of a drug together with others stands beside the other drug, named", async () => {
  const { sections } = (await screenOf("product=cilta-cel,talquetamab&target=any")).byDrug;
  const of = (id: string) => sections.find((section) => section.id === id);
  expect(texts(of("crs-3")?.lines ?? [])).toContain(
    "talquetamab | 1 | 0–3 | 5 of 339 in MonumenTAL-1, US label pool",
  );
  // Those who died of an infection are a part of those who died without relapse.
  expect(texts(of("nrm")?.lines ?? [])).toContain(
    "talquetamab | ≥1 |  | fatal infection: 5 of 339 in MonumenTAL-1, US label pool",
  );
  const harms = ["oral-toxicity", "weight-loss", "nail-disorder", "skin-reaction", "rash"];
  expect(harms.flatMap((id) => texts(of(id)?.lines ?? []))).toEqual([
    "talquetamab | 80 |  | MonumenTAL-1, US label pool of 339",
    "talquetamab | 62 |  | MonumenTAL-1, US label pool of 339",
    "talquetamab | 50 |  | MonumenTAL-1, US label pool of 339",
    // 85 + 113 and 57 + 48, of 143 + 154.
    "talquetamab | 67 | 61–72 | ",
    "talquetamab | 35 | 30–41 | ",
  ]);
  const severe = ["2", "3", "0", "<1", "3"];
  expect(harms.map((id) => of(id)?.notes)).toEqual(
    severe.map((number) => [`Severe, of 100: talquetamab ${number}.`, "Not reported: cilta-cel."]),
  );
});

it("known figures of every drug have their mark: ICANS", async () => {
  const { sections } = (await screenOf("")).byDrug;
  const icans = sections.find(({ outcome }) => outcome === "icans");
  // Cilta-cel: label, 17 %; ide-cel: 14 of 33 in CRB-401, 23 of 128 in KarMMa.
  expect(texts(icans?.lines ?? []).slice(0, 2)).toEqual([
    "cilta-cel | 17 | n 97 | ",
    "ide-cel | 18 / 42 |  | neurotoxicity: 23 of 128, 14 of 33",
  ]);
  expect(icans?.lines.map(({ marks }) => marks.length)).toEqual([1, 2, 1, 1]);
  expect(icans?.notes[0]).toMatch(/^Not counted: elranatamab /);
});
