/**
 * What the rules accept, and what they report beyond the one violation of each rule in
 * `rules.test.ts`.
 */
import { describe, expect, it } from "vitest";
import { validate } from "#data/build/validate.ts";
import type { DataFile } from "#data/evidence.ts";
import type { Cohort, Outcome, Product, PublishedFile } from "#data/schema.ts";
import {
  cohortIn,
  contentOf,
  dataFiles,
  figureOf,
  found,
  nothingStated,
  rating,
  referenceNamed,
} from "./files.ts";

describe("finer points of the rules", () => {
  const broken = (change: (files: DataFile[]) => void): string[] => {
    const files = dataFiles();
    change(files);
    return validate(files).map(({ field, rule }) => `${field} ${rule}`);
  };

  it("accepts a half rounded up or down", () => {
    // 2 of 16 is 12.5 %. One table prints it as 13; another might print 12.
    expect(
      broken((files) => {
        figureOf(cohortIn(files, "nci-car-bcma-brudno-2018"), "cr").percentPrinted = 12;
      }),
    ).toEqual([]);
  });

  it("reports an excuse that is no longer needed", () => {
    expect(
      broken((files) => {
        figureOf(cohortIn(files, "karmma-3-ide-cel"), "infection").percentPrinted = 57.5;
      }),
    ).toEqual(["[0] known-discrepancy-applies"]);
  });

  it("keeps the treated of a randomised arm apart from the randomised", () => {
    const crs = (change: Partial<Cohort["figures"][number]>) =>
      broken((files) => {
        const cohort = cohortIn(files, "cartitude-4-cilta-cel");
        Object.assign(figureOf(cohort, "crs"), { percentPrinted: null }, change);
      });
    expect(crs({})).toEqual([]);
    expect(crs({ n: 208 })).toEqual([expect.stringMatching(/\.n n-matches-population$/)]);
    expect(crs({ population: "randomised" })).toEqual([
      expect.stringMatching(/\.n n-matches-population$/),
    ]);
  });

  it("knows that nobody is randomised in a single arm", () => {
    expect(
      broken((files) => {
        figureOf(cohortIn(files, "karmma"), "death-crs").population = "randomised";
      }),
    ).toEqual([expect.stringMatching(/\.n n-matches-population$/)]);
  });

  it("compares a part with every whole above it", () => {
    // A stringent complete response counts as a response, even if VGPR is not reported in that cut.
    expect(
      broken((files) => {
        const cohort = cohortIn(files, "cartitude-1");
        Object.assign(figureOf(cohort, "scr", "27.7mo"), { events: 96, percentPrinted: null });
      }),
    ).toEqual([expect.stringMatching(/\.events part-not-above-whole$/)]);
  });

  it("takes RoB 2 for an arm of a randomised trial, other tools for every design", () => {
    const rated = (id: string, tool: typeof rating.tool) =>
      broken((files) => {
        const riskOfBias = { ratings: [{ ...rating, tool }], stated: nothingStated };
        cohortIn(files, id).riskOfBias = riskOfBias;
      });
    expect(rated("cartitude-4-cilta-cel", "RoB 2")).toEqual([]);
    expect(rated("karmma", "MINORS")).toEqual([]);
  });

  it("looks up the paper of a rating and of a statement", () => {
    const papers = (change: Partial<typeof rating>) =>
      broken((files) => {
        const { reference, detail, doi, pmid, seenAt, tier } = { ...rating, ...change };
        const statement = { answer: "yes", locator: "methods" } as const;
        const lossBelow5 = { ...statement, reference, detail, doi, pmid, seenAt, tier };
        cohortIn(files, "cartitude-4-cilta-cel").riskOfBias = {
          ratings: [{ ...rating, ...change }],
          stated: { ...nothingStated, lossBelow5 },
        };
      });
    expect(papers({ reference: "nobody-2020" })).toEqual([
      "riskOfBias.ratings[0].reference reference-exists",
      "riskOfBias.stated.lossBelow5.reference reference-exists",
    ]);
    expect(papers({ doi: "10.1000/other" })).toEqual([
      "riskOfBias.ratings[0].doi reference-identifies",
      "riskOfBias.stated.lossBelow5.doi reference-identifies",
    ]);
  });

  it("reports a source that a product does not have", () => {
    expect(
      broken((files) => {
        const product = contentOf<Product>(files, "data/products/ide-cel.json");
        found(product.approvals[0], "an approval").sources = [99];
      }),
    ).toEqual(["approvals[0].sources source-exists"]);
  });

  it("reports a source that a fact deep inside a product does not have", () => {
    expect(
      broken((files) => {
        const { dosing } = contentOf<Product>(files, "data/products/teclistamab.json");
        found(dosing.stepUp[0], "a schedule").sources = [13, 99];
      }),
    ).toEqual(["dosing.stepUp[0].sources source-exists"]);
  });

  it("does not take an earlier approval for the successor of a later one", () => {
    expect(
      broken((files) => {
        const { approvals } = contentOf<Product>(files, "data/products/cilta-cel.json");
        found(approvals[2], "an approval").date = "2025";
      }),
    ).toEqual(["approvals[2].status superseded-has-successor"]);
  });

  it("reports a publication that is two references", () => {
    expect(
      broken((files) => {
        const again = referenceNamed(files, "berdeja-lancet-2021");
        again.DOI = referenceNamed(files, "moreau-n-engl-j-med-2022").DOI?.toUpperCase() ?? "";
        for (const source of cohortIn(files, "cartitude-1").sources) {
          if (source.reference === again.id) source.doi = again.DOI;
        }
      }),
    ).toEqual([expect.stringMatching(/\.DOI reference-unique$/)]);
  });

  it("lets news name the paper it is about, and compares DOIs in any case", () => {
    expect(
      broken((files) => {
        for (const source of cohortIn(files, "majestec-1").sources) {
          if (source.kind === "news") source.doi = "10.1000/the-paper";
          else source.doi = source.doi?.toUpperCase() ?? null;
        }
      }),
    ).toEqual([]);
  });

  it("reports a reference of a publication and a malformed identifier", () => {
    expect(
      broken((files) => {
        contentOf<PublishedFile>(files, "data/published/roex-2020.json").reference = "nobody";
      }),
    ).toEqual(["reference reference-exists"]);
    expect(
      broken((files) => {
        referenceNamed(files, "ali-blood-2016").PMID = "PMC1";
      })[0],
    ).toMatch(/\.PMID schema$/);
  });

  it("reports a published result and a set that name what we do not carry", () => {
    expect(
      broken((files) => {
        const { results, set } = contentOf<PublishedFile>(files, "data/published/roex-2020.json");
        found(results[0], "a result").outcome = "nonsense";
        found(set?.rows?.[0], "a row").cohort = "nobody";
      }),
    ).toEqual(["results[0].outcome outcome-exists", "set.rows[0].cohort cohort-exists"]);
  });

  it("reports a published estimate outside its interval, unless that is said to be odd", () => {
    const path = "data/published/roex-2020.json";
    const outside = (oddity: string | null) =>
      broken((files) => {
        const [result] = contentOf<PublishedFile>(files, path).results;
        Object.assign(found(result, "a result"), { estimatePercent: 5, oddity });
      });
    expect(outside(null)).toEqual(["results[0].intervalPercent interval-holds-estimate"]);
    expect(outside("printed so")).toEqual([]);
  });

  it("reports an outcome that is part of nothing known", () => {
    expect(
      broken((files) => {
        const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
        found(outcomes[0], "an outcome").partOf = "nonsense";
      }),
    ).toEqual(["[0].partOf outcome-exists"]);
  });
});
