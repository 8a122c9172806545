/** Tests how a trial of several cohorts is called, as the data name them. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { nameTrial } from "#core/evidence/trials.ts";

const named = (...ids: string[]) => nameTrial(dataset.cohorts.filter(({ id }) => ids.includes(id)));

it.each([
  [
    "MajesTEC-1 cohort C (prior BCMA therapy), Teclistamab, MajesTEC-1 with China and Japan",
    ["majestec-1-cohort-c", "teclistamab-global-trials-2026"],
  ],
  ["MajesTEC-1", ["majestec-1-cohort-c", "majestec-1", "usmani-teclistamab-2021"]],
  ["CARTITUDE-2", ["cartitude-2-cohort-b", "cartitude-2-cohort-c"]],
  ["LEGEND-2", ["legend-2-lcar-b38m", "legend-2-xian", "legend-2-other-sites"]],
  [
    "MonumenTAL-1",
    ["monumental-1-0.4mgkg-qw", "monumental-1-0.8mgkg-q2w", "monumental-1-prior-tcr"],
  ],
  ["LUMMICAR STUDY 1", ["lummicar-1", "lummicar-1-phase-2"]],
  // A single cohort keeps its whole name.
  ["CARTITUDE-2 cohort B (early relapse)", ["cartitude-2-cohort-b"]],
])("a part never stands for the whole: %s", (name, ids) => {
  expect(named(...ids)).toBe(name);
  expect(named(...ids.toReversed())).toBe(name);
});
