import { describe, expect, it } from "vitest";
import { cohortJudgements } from "../../../data/tools/cohort-judgements.ts";
import { infusedFigures } from "../../../data/tools/infused.ts";
import { figureJudgements } from "../../../data/tools/judgements.ts";
import { roexCohorts, roexLinks } from "../../../data/tools/roex-rows.ts";
import { survivalJudgements } from "../../../data/tools/survival-judgements.ts";
import { evidence } from "./files.ts";

const { cohorts } = evidence();
const carried = new Set(cohorts.map(({ id }) => id));

describe("judgements", () => {
  it.each(
    Object.entries({ cohortJudgements, figureJudgements, infusedFigures, survivalJudgements }),
  )("in %s concern cohorts we carry", (_, table) => {
    expect(Object.keys(table).filter((id) => !carried.has(id))).toEqual([]);
  });

  it("each say why", () => {
    const reasons = [
      ...Object.values(cohortJudgements),
      ...Object.values(figureJudgements).flatMap((table) => Object.values(table)),
      ...Object.values(survivalJudgements).flatMap((table) => Object.values(table)),
    ].map(({ reason }) => reason.trim());
    expect(reasons.filter((reason) => reason.length < 10)).toEqual([]);
  });
});

describe("the rows of Roex 2020", () => {
  it("each have one place: a cut of a cohort with a file of its own, or a cohort", () => {
    const rows = [...Object.keys(roexLinks), ...Object.keys(roexCohorts)].sort();
    expect(rows).toEqual(Array.from({ length: 27 }, (_, i) => `R${`${i + 1}`.padStart(2, "0")}`));
    const places = [...Object.values(roexLinks), ...Object.values(roexCohorts).map(({ id }) => id)];
    expect(places.filter((id) => !carried.has(id))).toEqual([]);
    expect(new Set(places).size).toBe(27);
  });
});
