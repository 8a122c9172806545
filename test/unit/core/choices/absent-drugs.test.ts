/** Tests the drugs that a question leaves out: who they are, and that each comes back by the question that it offers. */

import { describe, expect, it } from "vitest";
import { summariseAbsentDrugs } from "#core/choices/absent-drugs.ts";
import { dataset } from "#core/dataset.ts";
import { isSameRegimen, makeRegimen } from "#core/evidence/regimen-labels.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";

const questions = [
  "",
  "product=cilta-cel,teclistamab",
  "therapy-class=bsab",
  "lines=1&availability=eu",
  "lines=2&availability=jp",
  "lines=any",
  "age=65-",
  "target=gprc5d",
  "evidence=real-world",
  "exclude=linker-mm1-200mg",
  "prior-bcma=car-t",
].map((text) => `compare=product${text && `&${text}`}`);

const absentIn = (text: string) =>
  summariseAbsentDrugs(parseQueryTextOrThrow(text, dataset), dataset);
const includedIn = (text: string) =>
  splitIncludedAndExcludedCohorts(parseQueryTextOrThrow(text, dataset), dataset).included;

describe("Drugs that a question leaves out", () => {
  it.each(questions)("each count in the question that they offer: %s", (text) => {
    const { drugs, unlabelled } = absentIn(text);
    expect(drugs.length).toBeGreaterThan(0);
    for (const drug of drugs) {
      const name = `${drug.product} ${drug.partners}`;
      const isDrug = (cohort: Parameters<typeof makeRegimen>[0]) =>
        isSameRegimen(makeRegimen(cohort), drug);
      expect(includedIn(text).some(isDrug), name).toBe(false);
      expect(drug.reasons.length, name).toBeGreaterThan(0);
      expect(drug.query, name).not.toBeNull();
      expect(includedIn(drug.query ?? "").some(isDrug), `${name}: ${drug.query}`).toBe(true);
      expect(drug.query, name).toContain("compare=product");
    }
    const products = (asked: string) => new Set(includedIn(asked).map(({ product }) => product));
    const sold = new Set(drugs.map(({ product }) => product));
    const added = [...products(unlabelled.query)].filter(
      (product) => !products(text).has(product) && !sold.has(product),
    );
    expect(unlabelled.count).toBe(
      added.filter((product) =>
        dataset.products.some(({ slug, contains }) => slug === product && contains.length === 0),
      ).length,
    );
  });

  it("are none of a published set, which is as it was printed", () => {
    expect(absentIn("compare=product&set=vandenboom-2025").drugs).toEqual([]);
  });
});
