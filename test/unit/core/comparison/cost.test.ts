import { describe, expect, it } from "vitest";
import { tooDear } from "#core/comparison/cost.ts";
import { dataset } from "#core/dataset.ts";
import { asked } from "../../../support/queries.ts";

const all = "outcome=efficacy,toxicity,survival";
const wide = "availability=any&target=any&evidence=all&setting=any&prior-bcma=any&regimen=any";

describe("what one answer may cost", () => {
  it.each([
    "",
    wide,
    `${all}&evidence=all`,
    `${all}&${wide}`,
    `${all}&${wide}&model=glmm&tau=common`,
    `${wide}&compare=product&model=glmm`,
    `outcome=efficacy&${wide}&compare=product`,
  ])("“%s” may be asked", (text) => {
    expect(tooDear(asked(text, dataset), dataset)).toBeNull();
  });

  it("beyond, what to drop is named", () => {
    const problem = tooDear(asked(`${all}&${wide}&compare=product`, dataset), dataset);
    expect(problem).toMatchObject({ parameter: "outcome", value: "efficacy,toxicity,survival" });
    for (const name of ["outcomes", "compare", "cohorts", "model=bayes"]) {
      expect(problem?.message).toContain(name);
    }
    expect(problem?.allowed).toContain("summary");
  });
});
