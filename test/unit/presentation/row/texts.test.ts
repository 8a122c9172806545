/** Short texts of a row whose cases the approved answers do not all have. */
import { expect, it } from "vitest";
import type { Study } from "#core/answer/answer.ts";
import type { OnsetRange } from "#core/evidence/timing.ts";
import { productNamesIn, regimenOf } from "#presentation/row/products.ts";
import { separateDeathsText } from "#presentation/row/separate-deaths.ts";
import { onsetText } from "#presentation/row/timing.ts";
import { shortTrialName } from "#presentation/row/trial-names.ts";
import { noPool, pool, productPool, row, study } from "../../../support/answers.ts";

const deaths = (cohort: string, product: string, events: number, n: number): Study =>
  study({ cohort, product, events, n });
const five = deaths("a", "beta-mab", 5, 117);
const two = deaths("b", "beta-mab", 2, 40);
const none = deaths("c", "gamma-mab", 0, 30);

it.each<[string, string, Study[], Study[] | null]>([
  ["summed by product", "beta-mab 7 of 157 fatal", [five, two, none], [five, two]],
  ["of two", "beta-mab 5 of 117, gamma-mab 0 of 30 fatal", [five, two, none], [five, none]],
  ["of the only product", "5 of 117 fatal", [five], [five]],
  ["of another class", "", [study()], [five]],
  ["not reported", "", [five], []],
  ["counted in the grades", "", [five], null],
])("deaths apart, %s: “%s”", (_, text, studies, fatal) => {
  const grades = { trials: 3, withoutDeaths: 3, withDeaths: 0, notReported: 0 };
  const outcome = { outcome: "death-infection", label: "Death", notReported: [] };
  const over = fatal && { ...grades, fatal: { ...outcome, studies: fatal } };
  expect(separateDeathsText(pool({ studies }), row({ grades: over }))).toBe(text);
});

const mabs = [..."abcde"].map((letter) => `${letter}-mab`);

it.each<[string | null, string[], string[]]>([
  [null, ["ide-cel", "cilta-cel"], []],
  [null, [], ["zevor-cel"]],
  ["cilta-cel", ["cilta-cel"], []],
  ["ide-cel, cilta-cel", ["ide-cel", "cilta-cel"], ["zevor-cel"]],
  ["b-mab, c-mab, d-mab, e-mab", mabs.slice(1), ["x-cel", "y-cel"]],
  ["without x-cel and y-cel", mabs, ["x-cel", "y-cel"]],
  ["5 of 10 drugs", mabs, [..."vwxyz"].map((letter) => `${letter}-mab`)],
])("a number holds: %s", (names, held, missing) => {
  const products = held.map((name) => productPool(name));
  expect(productNamesIn(pool({ ...(held.length === 0 && noPool), products, missing }))).toBe(names);
});

it("a named set may pool both kinds of regimen, and says so", () => {
  const [alone, combined] = [study(), study({ regimen: "combination" })];
  const of = (...studies: Study[]) => regimenOf({ regimen: null, studies });
  expect([of(alone), of(alone, combined), of(combined)]).toEqual(["alone", "partly", "combined"]);
});

function onset(product: string, medianDays: OnsetRange["medianDays"]): OnsetRange {
  const trial = { product, regimen: "monotherapy", evidence: "trial", times: [] } as const;
  const harm = { outcome: "crs", therapyClass: "bsab", from: "the first dose" } as const;
  return { ...trial, ...harm, medianDays };
}

it.each<[string, OnsetRange[]]>([
  ["", []],
  ["a 1 day after the first dose", [onset("a", [1, 1])]],
  ["a 1–3 days after the first dose", [onset("a", [1, 3])]],
  ["a 12–36 hours after the first dose", [onset("a", [0.5, 1.5])]],
  ["a 1 hour after the first dose", [onset("a", [1 / 24, 1 / 24])]],
  [
    "a 7 days (from when is not reported); b and c 2 days after the first dose",
    [{ ...onset("a", [7, 7]), from: null }, onset("b", [2, 2]), onset("c", [2, 2])],
  ],
])("a harm starts: %s", (text, ranges) => {
  expect(onsetText(ranges)).toBe(text && `Starts (median): ${text}.`);
});

const long = "Alpha-cel Asian trial cohort (ALPHA-1 China + ALPHA-2 Japan)";

it.each([
  [long, "", "Alpha-cel Asian trial cohort"],
  [long, "Alpha-cel Asian trial cohort (ALPHA-4)", long],
  ["ALPHA-3 (cohort A)", "", "ALPHA-3 (cohort A)"],
])("the trial %s beside “%s” is %s in short", (label, another, name) => {
  expect(shortTrialName(label, [label, another])).toBe(name);
});
