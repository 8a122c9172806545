import { describe, expect, it } from "vitest";
import { cohortJudgements } from "../../../data/tools/cohort-judgements.ts";
import { infusedFigures } from "../../../data/tools/infused.ts";
import { figureJudgements } from "../../../data/tools/judgements.ts";
import { publishedInOf, selectedCohorts } from "../../../data/tools/selection.ts";
import { survivalJudgements } from "../../../data/tools/survival-judgements.ts";
import { cohortNamed, evidence } from "./files.ts";

const all = evidence();

describe("the selection", () => {
  it("is carried in full; a cohort written by hand may come on top", () => {
    const carried = all.cohorts.map(({ id }) => id);
    expect(selectedCohorts.filter((id) => !carried.includes(id))).toEqual([]);
  });

  it("names the twenty cohorts of Vandenboom 2025 that we carry", () => {
    const pooled = selectedCohorts.filter((id) => publishedInOf(id).includes("vandenboom-2025"));
    expect(pooled).toHaveLength(20);
    for (const id of pooled) expect(cohortNamed(id, all).publishedIn).toEqual(["vandenboom-2025"]);
  });
});

describe("judgements", () => {
  it.each(
    Object.entries({ cohortJudgements, figureJudgements, infusedFigures, survivalJudgements }),
  )("in %s concern cohorts we carry", (_, table) => {
    const carried: readonly string[] = selectedCohorts;
    expect(Object.keys(table).filter((id) => !carried.includes(id))).toEqual([]);
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
