import { expect, it } from "vitest";
import { shortTrialName } from "#presentation/row/trial-names.ts";

const long = "Alpha-cel Asian trial cohort (ALPHA-1 China + ALPHA-2 Japan)";

it.each([
  ["a long name loses its brackets", long, [long], "Alpha-cel Asian trial cohort"],
  ["a short name keeps them", "ALPHA-3 (cohort A)", ["ALPHA-3 (cohort A)"], "ALPHA-3 (cohort A)"],
  [
    "a name that another trial would share keeps them",
    long,
    [long, "Alpha-cel Asian trial cohort (ALPHA-4)"],
    long,
  ],
])("%s", (_, label, labels, name) => {
  expect(shortTrialName(label, labels)).toBe(name);
});
