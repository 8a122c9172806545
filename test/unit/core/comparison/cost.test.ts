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
    `${all}&${wide}&model=glmm`,
    `outcome=efficacy&${wide}&model=glmm&tau=common`,
    `${wide}&compare=product&model=glmm`,
    `outcome=efficacy&${wide}&compare=product`,
  ])("“%s” may be asked", (text) => {
    expect(tooDear(asked(text, dataset), dataset)).toBeNull();
  });

  it.each([`${all}&${wide}&model=glmm&tau=common`])("“%s” may not", (text) => {
    expect(tooDear(asked(text, dataset), dataset)).not.toBeNull();
  });

  it("beyond, what makes it dear is said", () => {
    const dear = tooDear(asked(`${all}&${wide}&compare=product`, dataset), dataset);
    expect(dear?.groups).toBeGreaterThan(10);
    expect(dear?.outcomes).toBeGreaterThan(20);
  });
});
