/**
 * What the rules accept, and what they report beyond the one violation of each rule in
 * `rules.test.ts`.
 */
import { describe, expect, it } from "vitest";
import { check } from "#data/build/validate.ts";
import type { DataFile } from "#data/evidence.ts";
import type {
  Cohort,
  DocumentToOpen,
  KnownDiscrepancy,
  Outcome,
  Product,
  PublishedFile,
  PublishedResult,
  Reference,
} from "#data/schema.ts";
import {
  cohortIn,
  contentOf,
  figureOf,
  found,
  nothingStated,
  rating,
  referenceNamed,
  referencesPath,
} from "./files.ts";
import { filesWithSamples, sampleReference, sampleSeries, sampleTrial } from "./samples.ts";

describe("finer points of the rules", () => {
  const broken = (change: (files: DataFile[]) => void): string[] => {
    const files = filesWithSamples();
    change(files);
    return check(files).problems.map(({ field, rule }) => `${field} ${rule}`);
  };

  it("accepts a half rounded up or down", () => {
    // 10 of 80 is 12.5 %.
    for (const printed of [12, 13]) {
      expect(
        broken((files) => {
          figureOf(cohortIn(files, sampleTrial), "cr").percentPrinted = printed;
        }),
      ).toEqual([]);
    }
  });

  it("reports an excuse that is no longer needed", () => {
    expect(
      broken((files) => {
        const known = contentOf<KnownDiscrepancy[]>(files, "data/known-discrepancies.json");
        known.unshift({ cohort: sampleTrial, outcome: "orr", cut: "primary", reason: "made up" });
      }),
    ).toEqual(["[0] known-discrepancy-applies"]);
  });

  it("explains what a published table prints only while the cohort says another", () => {
    const entry = {
      cohort: "magnetismm-1",
      baseline: "issIIIPercent",
      printed: 20,
      published: "vandenboom-2025",
      reason: "made up",
    } as const;
    const withEntry = (over: Partial<typeof entry> | { cohort: string }, own: number | null) =>
      broken((files) => {
        cohortIn(files, "magnetismm-1").baseline.issIIIPercent = own;
        const path = "data/known-discrepancies.json";
        contentOf<KnownDiscrepancy[]>(files, path).splice(0, Infinity, { ...entry, ...over });
      }).filter((problem) => problem.endsWith("known-discrepancy-applies"));
    expect(withEntry({}, null)).toEqual([]);
    expect(withEntry({}, 20)).toEqual(["[0] known-discrepancy-applies"]);
    expect(withEntry({ cohort: sampleTrial }, null)).toEqual(["[0] known-discrepancy-applies"]);
  });

  it("explains what a meta-analysis pooled only while that is what it prints", () => {
    const of = (printed: number) =>
      broken((files) => {
        const path = "data/known-discrepancies.json";
        contentOf<KnownDiscrepancy[]>(files, path).push({
          published: "vandenboom-2025",
          outcome: "orr",
          therapyClass: "bsab",
          printed,
          reason: "made up",
        });
      }).filter((problem) => problem.endsWith("known-discrepancy-applies"));
    expect(of(59)).toEqual([]);
    expect(of(60)).toHaveLength(1);
  });

  it("reports a short form in what a page of a product shows, and not in the title of a source", () => {
    expect(
      broken((files) => {
        const product = contentOf<Product>(files, "data/products/ide-cel.json");
        found(product.boxedWarnings[0], "a warning").note = "for >=2 lines, until 6/2025";
        found(product.sources[0], "a source").citation = "Therapy after >=2 lines";
      }),
    ).toEqual(["note said-to-readers"]);
  });

  it("reports a definition that names a source that its cohort does not have", () => {
    expect(
      broken((files) => {
        const [figure] = cohortIn(files, sampleTrial).figures;
        found(figure, "a figure").definition = "n from source 0, percentage from source 99";
      }),
    ).toEqual(["figures[0].definition source-exists"]);
  });

  it("reports a document to open that is about a cohort or an outcome nobody knows", () => {
    const path = "data/documents.json";
    expect(
      broken((files) => {
        contentOf<DocumentToOpen[]>(files, path).unshift({
          name: "A made-up paper",
          doi: null,
          address: null,
          free: null,
          cohorts: [sampleTrial, "nobody"],
          outcomes: ["orr", "nonsense"],
          look: "made up",
        });
      }),
    ).toEqual(["[0].cohorts[1] cohort-exists", "[0].outcomes[1] outcome-exists"]);
  });

  it("keeps the treated of a randomised arm apart from the randomised", () => {
    const crs = (change: Partial<Cohort["figures"][number]>) =>
      broken((files) => {
        const cohort = cohortIn(files, sampleTrial);
        // 80 of 90 were infused, which only CAR-T cells are.
        const arm = {
          therapyClass: "car-t",
          product: "cilta-cel",
          design: "randomised-arm",
        } as const;
        Object.assign(cohort, arm);
        cohort.baseline.n = 90;
        cohort.figures.push({
          ...figureOf(cohort, "crs"),
          outcome: "infused",
          events: 80,
          n: 90,
          population: "randomised",
        });
        Object.assign(figureOf(cohort, "crs"), change);
      });
    expect(crs({})).toEqual([]);
    expect(crs({ n: 90 })).toEqual([expect.stringMatching(/\.n n-matches-population$/)]);
    expect(crs({ population: "randomised" })).toEqual([
      expect.stringMatching(/\.n n-matches-population$/),
    ]);
  });

  it("knows that nobody is randomised in a single arm", () => {
    expect(
      broken((files) => {
        figureOf(cohortIn(files, sampleTrial), "death-crs").population = "randomised";
      }),
    ).toEqual([expect.stringMatching(/\.n n-matches-population$/)]);
  });

  it("compares a part with every whole above it", () => {
    // A stringent complete response counts as a response, even if VGPR is not reported in that cut.
    expect(
      broken((files) => {
        const { figures } = cohortIn(files, sampleTrial);
        const response = found(figures[0], "a figure");
        const later = { ...response, cut: "later", percentPrinted: null };
        figures.push(later, { ...later, outcome: "scr", events: 51 });
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

  it("takes no combination for the successor of an approval of the product alone", () => {
    expect(
      broken((files) => {
        const { approvals } = contentOf<Product>(files, "data/products/teclistamab.json");
        Object.assign(found(approvals[2], "the product alone"), { status: "pending", kind: null });
      }),
    ).toEqual(["approvals[0].status superseded-has-successor"]);
  });

  it("lets nothing be pending since a day to come", () => {
    expect(
      broken((files) => {
        const { approvals } = contentOf<Product>(files, "data/products/anito-cel.json");
        found(approvals[0], "what is pending").date = "2026-12-23";
      }),
    ).toEqual(["approvals[0].date approval-not-in-future"]);
  });

  it("asks a cohort for what was given with its product, by a known name", () => {
    const of = (change: Partial<Cohort>) =>
      broken((files) => {
        Object.assign(cohortIn(files, sampleTrial), change);
      });
    const partners = "regimenPartners regimen-has-partners";
    expect(of({ regimen: "combination", regimenPartners: ["daratumumab"] })).toEqual([]);
    // Not printed with what.
    expect(of({ regimen: "combination", regimenPartners: null })).toEqual([]);
    expect(of({ regimen: "combination" })).toEqual([partners]);
    expect(of({ regimenPartners: ["daratumumab"] })).toEqual([partners]);
    expect(of({ regimenPartners: null })).toEqual([partners]);
    expect(of({ regimen: "combination", regimenPartners: ["teclistamab", "Darzalex"] })).toEqual([
      "regimenPartners[1] drug-known",
    ]);
    expect(of({ admittedLines: { min: 3, max: 1 } })).toEqual([
      "admittedLines prior-lines-ascending",
    ]);
  });

  it("knows the drugs to which a disease must be refractory", () => {
    expect(
      broken((files) => {
        const { approvals } = contentOf<Product>(files, "data/products/cilta-cel.json");
        found(approvals[1], "an approval").refractoryTo = ["Revlimid"];
      }),
    ).toEqual(["approvals[1].refractoryTo[0] drug-known"]);
  });

  it("reports a publication that is two references", () => {
    expect(
      broken((files) => {
        const paper = referenceNamed(files, sampleReference);
        const again = { ...paper, id: "sample-journal-2027", DOI: paper.DOI?.toUpperCase() ?? "" };
        delete again.PMID;
        contentOf<Reference[]>(files, referencesPath).push(again);
        const { sources } = cohortIn(files, sampleSeries);
        Object.assign(found(sources[0], "a source"), { reference: again.id, pmid: null });
      }),
    ).toEqual([expect.stringMatching(/\.DOI reference-unique$/)]);
  });

  it("lets news name the paper it is about, and compares DOIs in any case", () => {
    expect(
      broken((files) => {
        const { sources } = cohortIn(files, sampleTrial);
        const paper = found(sources[0], "a source");
        paper.doi = paper.doi?.toUpperCase() ?? null;
        const reference = referenceNamed(files, sampleReference);
        const news: Reference = { ...reference, id: "sample-news-2026", type: "webpage" };
        delete news.DOI;
        delete news.PMID;
        contentOf<Reference[]>(files, referencesPath).push(news);
        sources.push({
          ...paper,
          reference: news.id,
          kind: "news",
          tier: 3,
          doi: "10.1000/the-paper",
          pmid: null,
        });
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

  it("reports a scope that contradicts the result", () => {
    const of = (change: (result: PublishedResult) => void) =>
      broken((files) => {
        const { results } = contentOf<PublishedFile>(files, "data/published/liu-2024.json");
        change(found(results[0], "a result"));
      });
    const group = "results[0].scope.group scope-agrees";
    expect(of((result) => Object.assign(result, { therapyClass: null }))).toEqual([group]);
    expect(of(({ scope }) => Object.assign(scope, { group: "both" }))).toEqual([group]);
    expect(of((result) => Object.assign(result, { ask: { "dual-target": "yes" } }))).toEqual([
      group,
    ]);
    expect(of((result) => Object.assign(result, { ask: { target: "bcma" } }))).toEqual([]);
    expect(of((result) => Object.assign(result, { outcome: null }))).toEqual([
      "results[0].scope.definition scope-agrees",
    ]);
    expect(of(({ scope }) => Object.assign(scope, { priorLines: [0, null] }))).toEqual([
      "results[0].scope.priorLines[0] schema",
    ]);
  });

  it("asks every published result for its scope", () => {
    expect(
      broken((files) => {
        const { results } = contentOf<PublishedFile>(files, "data/published/liu-2024.json");
        Reflect.deleteProperty(found(results[0], "a result"), "scope");
      }),
    ).toEqual(["results[0].scope schema"]);
  });

  it.each(["partOf", "preventedBy", "broader"] as const)(
    "reports an outcome that names in %s one that is not known",
    (field) => {
      expect(
        broken((files) => {
          const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
          found(outcomes[0], "an outcome")[field] = "nonsense";
        }),
      ).toEqual([`[0].${field} outcome-exists`]);
    },
  );
});
