/** The 27 rows of Table 1 of Roex 2020; each is a cut of one cohort. */
import { describe, expect, it } from "vitest";
import { entryWith, evidence } from "./files.ts";

const { cohorts, published } = evidence();
const cut = "roex-2020";
const { set } = entryWith(
  published.find(({ id }) => id === cut),
  cut,
);
const rows = set?.rows ?? [];
const sorted = (list: readonly (string | null)[]) => [...list].sort();

describe("the rows of Roex 2020", () => {
  it("each have one place", () => {
    const names = Array.from({ length: 27 }, (_, index) => `R${`${index + 1}`.padStart(2, "0")}`);
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(new Set(rows.map(({ cohort }) => cohort)).size).toBe(27);
  });

  it("stand where the cut stands, and nowhere else", () => {
    const holders = cohorts.filter(({ figures }) => figures.some((figure) => figure.cut === cut));
    expect(sorted(holders.map(({ id }) => id))).toEqual(sorted(rows.map(({ cohort }) => cohort)));
  });
});
