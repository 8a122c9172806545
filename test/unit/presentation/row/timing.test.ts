import { expect, it } from "vitest";
import type { OnsetRange } from "#core/evidence/timing.ts";
import { onsetText } from "#presentation/row/timing.ts";

const range = (
  product: string,
  medianDays: OnsetRange["medianDays"],
  over: Partial<OnsetRange> = {},
): OnsetRange => ({
  ...{ outcome: "crs", therapyClass: "bsab", product, regimen: "monotherapy", evidence: "trial" },
  ...{ from: "the first dose", medianDays, times: [] },
  ...over,
});

it.each<[string, OnsetRange[], string]>([
  ["none", [], ""],
  ["one", [range("a", [2, 2])], "Starts (median): a 2 days after the first dose."],
  ["a day", [range("a", [1, 1])], "Starts (median): a 1 day after the first dose."],
  ["a range", [range("a", [1, 3])], "Starts (median): a 1–3 days after the first dose."],
  ["hours", [range("a", [0.5, 1.5])], "Starts (median): a 12–36 hours after the first dose."],
  ["an hour", [range("a", [1 / 24, 1 / 24])], "Starts (median): a 1 hour after the first dose."],
  [
    "drugs alike together",
    [range("a", [2, 2]), range("b", [2, 2]), range("c", [4, 4])],
    "Starts (median): a and b 2 days, c 4 days after the first dose.",
  ],
  [
    "from other starts apart, and from none",
    [range("a", [7, 7], { from: null }), range("b", [2, 2]), range("c", [1, 1])],
    "Starts (median): a 7 days (from when is not reported); b 2 days, c 1 day after the first dose.",
  ],
  [
    "in combination, named",
    [range("a", [2, 2], { regimen: "combination" })],
    "Starts (median): a in combination 2 days after the first dose.",
  ],
])("onset: %s", (_, ranges, text) => {
  expect(onsetText(ranges)).toBe(text);
});
