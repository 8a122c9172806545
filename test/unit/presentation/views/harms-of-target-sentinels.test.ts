/** Harms that follow from a target on today's screens: with talquetamab, and on no screen of BCMA. */
import { expect, it } from "vitest";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { read } from "../../../support/in-process.ts";

const harmsOf = (target: string) =>
  read<ScreenOf<"classes">>(`/v1/screen?outcome=toxicity&target=${target}`);
const mouthAndSkin = /^(oral|taste|weight|skin|rash|nail)/;

it("Harms of GPRC5D have them under a heading of their own: counts, else percentages of the label", async () => {
  const { rows } = await harmsOf("gprc5d");
  const harms = rows.filter(({ outcome }) => mouthAndSkin.test(outcome));
  expect(harms[0]?.heading).toBe("Mouth, skin and weight");
  expect(harms.slice(1).every(({ heading }) => heading === undefined)).toBe(true);
  const numbers = harms.map(({ outcome, sides: { bsab } }) => [
    outcome,
    bsab?.number,
    bsab?.under,
    bsab?.filled,
  ]);
  expect(numbers).toEqual([
    ["oral-toxicity", "80", "", false],
    ["oral-toxicity-3", "2", "", false],
    ["taste-change", "70", "", false],
    ["weight-loss", "62", "", false],
    ["weight-loss-3", "3", "", false],
    // 198 and 1, 105 and 10 of 297.
    ["skin-reaction", "67", "61–72", true],
    ["skin-reaction-3", "<1", "0–2", true],
    ["rash", "35", "30–41", true],
    ["rash-3", "3", "2–6", true],
    ["nail-disorder", "50", "", false],
    ["nail-disorder-3", "0", "", false],
  ]);
});

it("Harms of BCMA have none of them, also among what nobody reports", async () => {
  const { rows, unreported } = await harmsOf("bcma");
  const names = [...rows, ...unreported].map(({ outcome }) => outcome);
  expect(names).toContain("crs");
  expect(names.filter((name) => mouthAndSkin.test(name))).toEqual([]);
});

it("of all targets only talquetamab has them", async () => {
  const { rows } = await harmsOf("any");
  const rash = rows.find(({ outcome }) => outcome === "rash");
  expect(rash?.sides).toMatchObject({ "car-t": null, bsab: { number: "35" } });
  expect(rash?.heard).toMatch(/talquetamab/);
});
