import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { cohortSchema, type Outcome } from "../../../data/schema.ts";
import { cohortOf } from "../../../data/tools/cohort.ts";
import { parseCollected } from "../../../data/tools/handover.ts";
import { evidence, figureOf, found } from "./files.ts";

const { outcomes } = evidence();

interface MadeUpFigure {
  events?: number | null;
  n?: number | null;
  /** As written in the file: `88.0` is more precise than `88`. */
  percentPrinted?: string | null;
  derived?: boolean;
  derivedRange?: [number, number] | null;
  source?: number;
  locator?: string;
  definition?: string | null;
}

interface MadeUpCohort {
  figures?: Record<string, MadeUpFigure>;
  n?: number | null;
  design?: string;
  region?: string | null;
  survival?: Record<string, unknown>;
  sources?: Record<string, unknown>[];
  notes?: unknown;
  missing?: string[];
  dualTarget?: string | null;
}

function file({
  figures = {},
  n = 50,
  design = "single-arm",
  region = null,
  survival = {},
  sources = [{}],
  notes = null,
  missing = [],
  dualTarget = null,
}: MadeUpCohort): string {
  const json = JSON.stringify({
    id: "made-up",
    label: "Made up",
    firstAuthor: null,
    year: 2024,
    registry: [],
    therapyClass: "CAR-T",
    product: "made-up-cel",
    target: "BCMA",
    dualTarget,
    construct: null,
    phase: "2",
    design,
    dose: null,
    region,
    enrolment: null,
    baseline: {
      n,
      leukapheresed: null,
      medianAge: 61,
      ageRange: null,
      medianPriorLines: null,
      priorLinesRange: null,
      priorAutoSctPct: null,
      issIIIPct: null,
      highRiskCytogeneticsPct: null,
      extramedullaryPct: null,
      refractoryPct: null,
      tripleClassRefractoryPct: null,
      pentaRefractoryPct: null,
      priorBcmaPct: null,
    },
    outcomes: Object.fromEntries(
      Object.entries(figures).map(([key, figure]) => [
        key,
        {
          events: 25,
          n,
          percentPrinted: null,
          derived: false,
          source: 0,
          locator: "abstract",
          definition: null,
          ...figure,
        },
      ]),
    ),
    survival: { followUpMonths: 12, pfs: null, os: null, dor: null, ...survival },
    overlapsWith: [],
    sources: sources.map((source) => ({
      citation: "A paper",
      doi: null,
      pmid: null,
      url: null,
      kind: "abstract",
      followUpMonths: null,
      dataCutoff: null,
      tier: 1,
      ...source,
    })),
    missing,
    notes,
    curation: {
      evidence: "trial",
      productSlug: "made-up-cel",
      regimen: "monotherapy",
      setting: "late",
      settingBasis: "protocol",
      priorBcma: "unknown",
      doses: "recommended",
    },
  });
  // The collected files write percentages as bare numbers, with their printed decimals.
  return json.replace(/("percentPrinted":)"([\d.]+)"/g, "$1$2");
}

const cite = () => ({ reference: "a-paper", detail: null });

function imported(cohort: MadeUpCohort, left: string[] = []) {
  return cohortOf(parseCollected(file(cohort)), outcomes, [], undefined, cite, (where, what) =>
    left.push(`${where}: ${what}`),
  );
}

function figure(key: string, made: MadeUpFigure, cohort: MadeUpCohort = {}) {
  return found(imported({ ...cohort, figures: { [key]: made } }).figures[0], key);
}

describe("importing an outcome", () => {
  it.each(outcomes.filter(({ kind, id }) => kind === "count" && id !== "infused"))(
    "reads $evidenceKey as $id",
    ({ evidenceKey, id }: Outcome) => {
      expect(figure(evidenceKey, {}).outcome).toBe(id);
    },
  );

  it("leaves out and reports what is no outcome of ours", () => {
    const left: string[] = [];
    const cohort = imported({ figures: { delayedNeurotoxicityAny: {} } }, left);
    expect(cohort.figures).toEqual([]);
    expect(left).toEqual(["made-up: delayedNeurotoxicityAny: no such outcome here"]);
  });

  it("orders figures like the outcomes, the primary cut first", () => {
    const { figures } = imported({
      figures: { crsAny: {}, "orr@28mo": {}, orr: {}, vgprOrBetter: {} },
    });
    expect(figures.map(({ outcome, cut }) => `${outcome} ${cut}`)).toEqual([
      "orr primary",
      "orr 28mo",
      "vgpr primary",
      "crs primary",
    ]);
  });
});

describe("the cut of a figure", () => {
  it.each([
    ["orr", "primary"],
    ["orr@28mo", "28mo"],
    ["orr@27.7mo", "27.7mo"],
    ["orr@ash2019-n38", "ash2019-n38"],
    ["orr@RP2D", "rp2d"],
    ["orr@priorBcma", "prior-bcma"],
    ["orr@cohortsAB", "cohorts-ab"],
    ["orr@CRonly", "cr-only"],
    ["orr@320M-FCA", "320m-fca"],
  ])("%s is %s", (key, cut) => {
    expect(figure(key, {}).cut).toBe(cut);
  });
});

describe("the follow-up of a figure", () => {
  const sources = [{ followUpMonths: 9 }];

  it("is what the definition says", () => {
    expect(figure("orr@28mo", { definition: "IRC, 14.1 mo" }, { sources }).followUpMonths).toBe(
      14.1,
    );
  });

  it("else the number of the cut", () => {
    expect(figure("orr@28mo", { definition: "IRC" }, { sources }).followUpMonths).toBe(28);
  });

  it("else that of its source", () => {
    expect(figure("orr", {}, { sources }).followUpMonths).toBe(9);
  });

  it("else unknown, never the cohort's", () => {
    expect(figure("orr", {}).followUpMonths).toBeNull();
  });

  it("is not an exposure, nor the age of another paper", () => {
    expect(
      figure("orr", { definition: "label cut (47% exposed >=6 mo)" }).followUpMonths,
    ).toBeNull();
    expect(
      figure("orr", { definition: "earlier than the 14.7-mo paper" }).followUpMonths,
    ).toBeNull();
  });
});

describe("the population of a figure", () => {
  it.each([
    ["single-arm", "treated"],
    ["dose-escalation", "treated"],
    ["retrospective", "treated"],
    ["randomised-arm", "randomised"],
  ])("over everybody in a %s is %s", (design, population) => {
    expect(figure("orr", {}, { design }).population).toBe(population);
    expect(figure("orr@28mo", {}, { design }).population).toBe(population);
  });

  it("over another number in a named cut is a subset", () => {
    expect(figure("orr@fda", { n: 40 }).population).toBe("subset");
    expect(figure("orr@asco2018-n60", { n: 60 }).population).toBe("subset");
  });

  it("over fewer patients for MRD is those evaluable for it", () => {
    expect(figure("mrdNegative", { events: 20, n: 30 }).population).toBe("mrd-evaluable");
    expect(figure("mrdNegative", {}).population).toBe("treated");
  });

  it("of relapse is the responders", () => {
    expect(figure("relapseAmongResponders", { events: 3, n: 40 }).population).toBe("responders");
  });

  it("is never guessed for a plain figure over another number", () => {
    expect(() => figure("orr", { n: 40 })).toThrow(/counts 40 of 50 patients/);
    expect(() => figure("orr", { n: null })).toThrow(/judgements\.ts/);
  });
});

describe("the hold of a figure", () => {
  it.each([
    ["crsGrade3Plus@conflict", "conflicting-sources"],
    ["crsGrade3Plus@unresolved", "conflicting-sources"],
    ["tocilizumabUse@unverified", "unverified"],
    ["neurotoxicityGrade3Plus@approx", "unverified"],
    ["infectionAny@digest", "unverified"],
    ["vgprOrBetter@ambiguous-news", "unverified"],
    ["hlhAny@fatal", "different-definition"],
    ["deathInfection@related", "different-definition"],
    ["anyGrade3Plus@haematologic", "different-definition"],
    ["neurotoxicityAny@mnt", "different-definition"],
    ["hypogammaglobulinemia@igg400-22.8mo", "different-definition"],
    ["neurotoxicityAny@fda", "different-definition"],
    ["icansAny@fda", "different-definition"],
    ["crOrBetter@day30", "time-limited"],
    ["hypogammaglobulinemia@cohortsAB", "pooled-cohorts"],
    ["orr@fda", null],
    ["orr@28mo", null],
    ["orr", null],
  ])("%s is %s", (key, hold) => {
    expect(figure(key, {}).hold).toBe(hold);
  });
});

describe("grades and grading", () => {
  it.each([
    ["grade 3/4, 14.1 mo", "abstract", "3-4"],
    ["grade 3-4", "abstract", "3-4"],
    ["grade 3 or 4", "abstract", "3-4"],
    ["grade 3-5", "abstract", "3-5"],
    ["grade >=3 incl. one fatal", "grade 3/4 4.1 %", "3-5"],
    ["grade >=3", "7/128 incl. one death", "3-5"],
    ["early cut", "grade 3 n=6 + grade 5 n=1", "3-5"],
    ["grade 3/4; plus grade 5 n=11 in the footnote", "table", "3-4"],
    ["grade >=3", "abstract", null],
  ])("%s (%s) counts %s", (definition, locator, grades) => {
    expect(figure("crsGrade3Plus", { definition, locator }).grades).toBe(grades);
  });

  it("has no grades where none are counted", () => {
    expect(figure("crsAny", { definition: "grade 3/4" }).grades).toBeNull();
  });

  it.each([
    ["ASTCT grading", "astct"],
    ["Lee 2014", "lee"],
    ["CARTOX", "cartox"],
    ["CTCAE v5", "ctcae"],
    ["scale not printed", "unknown"],
  ])("%s is %s", (definition, grading) => {
    expect(figure("crsAny", { definition }).grading).toBe(grading);
  });
});

describe("a count computed from a percentage", () => {
  it("carries every count that prints the same", () => {
    const made = figure(
      "orr",
      { events: 128, n: 254, percentPrinted: "50", derived: true },
      { n: 254 },
    );
    expect(made.derivedRange).toEqual([126, 128]);
    expect(made.percentPrinted).toBe(50);
  });

  it("uses the printed decimals, also a trailing zero", () => {
    const made = { events: 127, n: 254, percentPrinted: "50.0", derived: true };
    expect(figure("orr", made, { n: 254 }).derivedRange).toBeNull();
  });

  it("keeps the range of the file, unless it holds one count", () => {
    const made = { events: 25, percentPrinted: "50", derived: true };
    expect(figure("orr", { ...made, derivedRange: [24, 26] }).derivedRange).toEqual([24, 26]);
    expect(figure("orr", { ...made, derivedRange: [25, 25] }).derivedRange).toBeNull();
  });

  it("has no range when the count itself was printed", () => {
    expect(
      figure("orr", { events: 128, n: 254, percentPrinted: "50" }, { n: 254 }).derivedRange,
    ).toBeNull();
  });
});

describe("a percentage without a count", () => {
  it("is kept as printed", () => {
    expect(figure("orr", { events: null, percentPrinted: "62" })).toMatchObject({
      events: null,
      n: 50,
      percentPrinted: 62,
    });
  });
});

describe("survival", () => {
  const family = (given: object) => ({
    medianMonths: null,
    ci: null,
    landmarks: [],
    source: 0,
    ...given,
  });

  it("turns percent into proportions and names the source's cut", () => {
    const { landmarks, medians } = imported({
      sources: [{ followUpMonths: 12 }, { followUpMonths: 27.7 }],
      survival: {
        pfs: family({
          medianMonths: 11.3,
          ci: [8.8, null],
          landmarks: [
            { month: 12, pct: 76.6, ci: [66, 84.3] },
            { month: 24, pct: 54.9, ci: null, source: 1 },
          ],
        }),
      },
    });
    expect(landmarks).toEqual([
      {
        family: "pfs",
        month: 12,
        survival: 0.766,
        interval: [0.66, 0.843],
        atRisk: null,
        n: 50,
        population: "treated",
        cut: "primary",
        followUpMonths: 12,
        timeOrigin: null,
        source: 0,
        hold: null,
        locator: null,
      },
      expect.objectContaining({ month: 24, survival: 0.549, cut: "27.7mo", followUpMonths: 27.7 }),
    ]);
    expect(medians).toEqual([
      expect.objectContaining({
        family: "pfs",
        months: 11.3,
        interval: [8.8, null],
        cut: "primary",
      }),
    ]);
  });

  it("counts randomised arms from randomisation and responses among responders", () => {
    const { landmarks } = imported({
      design: "randomised-arm",
      survival: {
        os: family({ landmarks: [{ month: 12, pct: 80, ci: null }] }),
        dor: family({ landmarks: [{ month: 12, pct: 70, ci: null }] }),
      },
    });
    expect(landmarks).toEqual([
      expect.objectContaining({
        family: "os",
        population: "randomised",
        timeOrigin: "randomisation",
        n: 50,
      }),
      expect.objectContaining({
        family: "dor",
        population: "responders",
        timeOrigin: null,
        n: null,
      }),
    ]);
  });

  it("keeps named cuts of a family and treats the label's as a subset", () => {
    const { medians } = imported({
      survival: {
        "pfs@28mo": family({ medianMonths: 17.2 }),
        "pfs@fda": family({ medianMonths: 10 }),
      },
    });
    expect(medians.map(({ cut, population }) => [cut, population])).toEqual([
      ["28mo", "treated"],
      ["fda", "subset"],
    ]);
  });
});

describe("a cohort", () => {
  it.each([
    [null, null, null],
    ["US", "us", null],
    ["China", "cn", null],
    ["Israel", "il", null],
    ["multinational", "multinational", null],
    ["US (13 academic centers)", "us", "US (13 academic centers)"],
    ["US and Canada", "multinational", "US and Canada"],
    ["Germany", "eu", "Germany"],
    ["China, Japan", "asia", "China, Japan"],
    ["international (multicenter)", "multinational", "international (multicenter)"],
    ["10 hospitals (country not shown)", null, "10 hospitals (country not shown)"],
  ])("from %s lies in %s, detail %s", (printed, region, regionDetail) => {
    expect(imported({ region: printed })).toMatchObject({ region, regionDetail });
  });

  it("names both targets of a dual construct", () => {
    expect(imported({ dualTarget: "CD19" }).targets).toEqual(["bcma", "cd19"]);
  });

  it("drops malformed identifiers and reports them", () => {
    const left: string[] = [];
    const { sources } = imported(
      {
        sources: [
          {
            doi: "doi:10.1000/x",
            pmid: "PMC123",
            url: "https://example.org/a (copy)",
            dataCutoff: "June 2022",
          },
          {
            doi: "10.1000/x",
            pmid: "123",
            url: "https://example.org/a",
            dataCutoff: "2022-06",
          },
        ],
      },
      left,
    );
    expect(sources).toMatchObject([
      { doi: null, pmid: null, seenAt: null, dataCutoff: null },
      { doi: "10.1000/x", pmid: "123", seenAt: "https://example.org/a", dataCutoff: "2022-06" },
    ]);
    expect(left).toHaveLength(4);
  });

  it("speaks our words in its notes, whichever form they had", () => {
    const text = "crsGrade3Plus from seed 001; priorBcmaPct not printed (record id 12).";
    const plain = "crs-3 from Roex 2020; priorBcmaPercent not printed.";
    expect(imported({ notes: text }).notes).toBe(plain);
    expect(imported({ notes: { text } }).notes).toBe(plain);
    expect(imported({ notes: "" }).notes).toBeNull();
  });

  it("lists as missing only what is", () => {
    const { missing } = imported({ figures: { orr: {} }, missing: ["orr", "crsGrade3Plus"] });
    expect(missing).toEqual(["crs-3"]);
  });

  it("fits the schema and comes out the same twice", () => {
    const made: MadeUpCohort = { figures: { orr: { percentPrinted: "50" } } };
    expect(v.is(cohortSchema, imported(made))).toBe(true);
    expect(JSON.stringify(imported(made))).toBe(JSON.stringify(imported(made)));
    expect(figureOf(imported(made), "orr")).toMatchObject({ events: 25, n: 50, source: 0 });
  });
});
