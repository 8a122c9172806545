/**
 * Tests what the rules accept, and what they report beyond the one violation of each rule in
 * `rules.test.ts`.
 */
import { describe, expect, it } from "vitest";
import type {
  Cohort,
  DocumentToOpen,
  Figure,
  Outcome,
  PublishedFile,
  PublishedResult,
  Reference,
  SourceEntry,
} from "#data/schema.ts";
import {
  addsFigure,
  addsSource,
  type Breakage,
  brokenBy,
  discrepanciesPath,
  inTrial,
  outcomesPath,
  productPath,
  publishedPath,
  puts,
} from "./breaking.ts";
import {
  cohortIn,
  cohortPath,
  contentOf,
  figureOf,
  noStatements,
  rating,
  referenceNamed,
  referencesPath,
} from "./files.ts";
import { sampleReference, sampleSeries, sampleTrial } from "./samples.ts";

/** Lists cases by title: the changes, then the problems that are reported. */
type Cases = Record<string, readonly [Breakage | readonly Breakage[], ...problems: unknown[]]>;

function describeRules(title: string, cases: Cases): void {
  describe(title, () => {
    it.each(Object.entries(cases))("%s", (_, [changes, ...problems]) => {
      expect(brokenBy(...[changes].flat())).toEqual(problems);
    });
  });
}

const trial =
  (over: Partial<Cohort>): Breakage =>
  (files) => {
    Object.assign(cohortIn(files, sampleTrial), over);
    return { file: cohortPath(sampleTrial), field: "" };
  };

const dima = "data/subgroups/dima-teclistamab-us-2025.json";
const later = { cut: "later", percentPrinted: null };
const ofTreated = "figures[2].n n-matches-population";
const randomised = { population: "randomised" } as const;

/** A randomised arm of which 80 of 90 were infused, which only CAR-T cells are. */
const arm: Breakage[] = [
  trial({ therapyClass: "car-t", product: "cilta-cel", design: "randomised-arm" }),
  inTrial("baseline.n", 90),
  addsFigure("crs", { outcome: "infused", events: 80, n: 90, ...randomised }),
];

const withoutInterval = inTrial("medians[0].interval", null);
const notReached = [withoutInterval, inTrial("medians[0].months", null)];
const belowHalf = [inTrial("landmarks[1].interval", null), inTrial("landmarks[1].survival", 0.4)];
const notFitting = "medians[0].months median-fits-landmarks";

describeRules("of medians", {
  "one that was not reached while more than half had no event": [notReached],
  "one that was not reached although fewer than half had no event": [
    [...notReached, ...belowHalf],
    notFitting,
  ],
  "one before which fewer than half had no event": [belowHalf, notFitting],
  "one in the month of a landmark of any height": [
    [inTrial("medians[0].months", 12), inTrial("landmarks[1].survival", 0.47)],
  ],
  "one of other patients than its landmark": [
    [
      ...[withoutInterval, inTrial("medians[0].months", 4)],
      inTrial("medians[0].population", "randomised"),
    ],
  ],
});

const counted = (over: Partial<Figure>) =>
  addsFigure("crs", { outcome: "hypogammaglobulinemia", ...over });

describeRules("of figures", {
  // 10 of 80 is 12.5 %.
  "a half rounded down": [inTrial("figures[cr].percentPrinted", 12)],
  "a half rounded up": [inTrial("figures[cr].percentPrinted", 13)],
  "a definition that names a source that is not there": [
    inTrial("figures[0].definition", "n from source 0, percentage from source 99"),
    "figures[0].definition source-exists",
  ],
  "an event that is counted by report, here by what is reported": [counted({ by: "report" })],
  "an event that is counted by report, here by laboratory values, held": [
    counted({ by: "laboratory", hold: "different-definition" }),
  ],
  "an event that is counted by report, here by laboratory values": [
    counted({ by: "laboratory" }),
    "figures[9].by counted-by",
  ],
  "an event that is counted by report, here by what is not stated": [
    counted({}),
    "figures[9].by counted-by",
  ],
  "laboratory values of an event that has no such outcome": [
    inTrial("figures[neutropenia-3].definition", "laboratory shift"),
    "figures[8].by counted-by",
  ],
  "the treated of a randomised arm": [arm],
  "the treated as many as the randomised": [[...arm, inTrial("figures[crs].n", 90)], ofTreated],
  "the treated called randomised": [
    [...arm, inTrial("figures[crs].population", "randomised")],
    ofTreated,
  ],
  "somebody randomised in a single arm": [
    inTrial("figures[crs].population", "randomised"),
    ofTreated,
  ],
  // A stringent complete response counts as a response, even if VGPR is not reported in that cut.
  "more with a stringent complete response than with a response": [
    [addsFigure("orr", later), addsFigure("orr", { ...later, outcome: "scr", events: 51 })],
    "figures[10].events part-not-above-whole",
    // It is also more than the complete responses of the other cut.
    "figures[10].events newest-part-not-above-whole",
  ],
});

/** Adds a source of the sample trial that is not its publication, from which the first figure is then read. */
const readElsewhere = (source: Partial<SourceEntry>, figure: Partial<Figure> = {}): Breakage[] => [
  addsSource({
    ...{ reference: "asco-post-july-2023-on-ari0002h", followUpMonths: null, ...source },
  }),
  inTrial("figures[orr]", (cohort: Cohort) => ({
    ...figureOf(cohort, "orr"),
    ...{ followUpMonths: null, source: 1, ...figure },
  })),
];
const notPrimary = "figures[0].cut primary-of-publication";

describeRules("of the primary cut", {
  "a source with the follow-up of the publication": [readElsewhere({ followUpMonths: 12.5 })],
  "a source that reports no time": [readElsewhere({})],
  "another follow-up": [readElsewhere({ followUpMonths: 30 }), notPrimary],
  "another follow-up, under another cut": [readElsewhere({ followUpMonths: 30 }, { cut: "30mo" })],
  "a source of another time that reports the figure at the time of the publication": [
    readElsewhere({ followUpMonths: 30 }, { followUpMonths: 12.5 }),
  ],
  "data of another date": [readElsewhere({ dataCutoff: "2024-09" }), notPrimary],
  "data of the same date": [
    [inTrial("sources[0].dataCutoff", "2024-09"), ...readElsewhere({ dataCutoff: "2024-09" })],
  ],
  "a follow-up where that of the publication is not known": [
    [
      ...readElsewhere({ followUpMonths: 12.5 }),
      ...[inTrial("sources[0].followUpMonths", null), inTrial("followUpMonths", 12.5)],
    ],
    notPrimary,
  ],
  "news of the paper": [readElsewhere({ doi: "10.1000/SAMPLE", tier: 3 })],
  "a digest in place of the publication": [
    readElsewhere({ reference: sampleReference, tier: 3, followUpMonths: 12.5 }),
    notPrimary,
  ],
});

const added = (outcome: string, events: number, over: Partial<Figure> = {}): Breakage =>
  addsFigure("crs-3", {
    ...{ cut: "30mo", followUpMonths: 30, percentPrinted: null, outcome, events, ...over },
  });

describeRules("of the newest cut of a part", {
  "more than the newest of its whole": [
    added("crs-3", 41),
    "figures[9].events newest-part-not-above-whole",
  ],
  "no more than the newest of its whole": [added("crs-3", 40)],
  "more than an older one of its whole": [[added("crs-3", 41), added("crs", 41)]],
  "more, held": [added("crs-3", 41, { hold: "unverified" })],
  "more, of other patients": [added("crs-3", 41, { population: "subset", n: 90 })],
});

const partners = "regimenPartners regimen-has-partners";
const combined = { regimen: "combination" } as const;

describeRules("of what was given", {
  "with a partner": [trial({ ...combined, regimenPartners: ["daratumumab"] })],
  "with what is not printed": [trial({ ...combined, regimenPartners: null })],
  "with nothing, combined": [trial(combined), partners],
  "with a partner, alone": [trial({ regimenPartners: ["daratumumab"] }), partners],
  "alone, with what is not printed": [trial({ regimenPartners: null }), partners],
  "by a name of a brand": [
    trial({ ...combined, regimenPartners: ["teclistamab", "Darzalex"] }),
    "regimenPartners[1] drug-exists",
  ],
  "after three lines to one": [
    trial({ admittedLines: { min: 3, max: 1 } }),
    "admittedLines prior-lines-ascending",
  ],
  "late with one or two lines": [
    trial({ setting: "late", admittedLines: { min: 1, max: 2 } }),
    "setting setting-agrees",
  ],
});

const pooledOrr = (printed: number) =>
  puts(discrepanciesPath, "[+]", {
    ...{ published: "vandenboom-2025", outcome: "orr", therapyClass: "bsab", printed },
    reason: "made up",
  });
const unused = expect.stringMatching(/\[\d+\] known-discrepancy-applies$/);

describeRules("of known discrepancies", {
  "of a table, where the cohort says the same": [
    puts(cohortPath("magnetismm-1"), "baseline.issIIIPercent", 20),
    unused,
  ],
  "of a table, of a cohort that is not in it": [
    puts(discrepanciesPath, "[magnetismm-1].cohort", sampleTrial),
    unused,
  ],
  "of what a meta-analysis pooled": [pooledOrr(59)],
  "of what it did not print": [pooledOrr(60), unused],
});

const [ideCel, ciltaCel, teclistamab, anitoCel] = [
  ...["ide-cel", "cilta-cel", "teclistamab", "anito-cel"],
].map(productPath) as [string, string, string, string];

describeRules("of products", {
  "a short form in what a page shows, and in the title of a source": [
    [
      puts(ideCel, "sources[0].citation", "Therapy after >=2 lines"),
      puts(ideCel, "boxedWarnings[0].note", "for >=2 lines, until 6/2025"),
    ],
    "note said-to-readers",
  ],
  "a source that is not there": [
    puts(ideCel, "approvals[0].sources", [99]),
    "approvals[0].sources source-exists",
  ],
  "such a source of a fact deep inside": [
    puts(teclistamab, "dosing.stepUp[0].sources", [13, 99]),
    "dosing.stepUp[0].sources source-exists",
  ],
  "an earlier approval as the successor of a later one": [
    puts(ciltaCel, "approvals[2].date", "2025"),
    "approvals[2].status superseded-has-successor",
  ],
  "a combination as the successor of the product alone": [
    [
      puts(teclistamab, "approvals[2].kind", null),
      puts(teclistamab, "approvals[2].status", "pending"),
    ],
    "approvals[0].status superseded-has-successor",
  ],
  "pending since a day to come": [
    puts(anitoCel, "approvals[0].date", "2026-12-23"),
    "approvals[0].date approval-not-in-future",
  ],
  "decided before its last step": [
    puts(anitoCel, "approvals[0].decisionBy", "2026-01-31"),
    "approvals[0].decisionBy pending-dated",
  ],
  "refractory to a name of a brand": [
    puts(ciltaCel, "approvals[1].refractoryTo", ["Revlimid"]),
    "approvals[1].refractoryTo[0] drug-exists",
  ],
});

const roex = "data/published/roex-2020.json";
const outside = [
  puts(roex, "results[0].estimatePercent", 5),
  puts(roex, "results[0].oddity", null),
];
const group = "results[0].scope.group scope-agrees";
const published = (path: string, value: unknown) =>
  puts(publishedPath, `results[0].${path}`, value);

describeRules("of patients divided by what each had", {
  "more of them than patients": [
    puts(dima, "figures[0].patients[3].n", 12),
    "figures[0].patients[3] kinds-of-level",
  ],
  "a kind beside itself": [
    puts(dima, "figures[0].patients[0].with", ["car-t"]),
    "figures[0].patients[0] kinds-of-level",
  ],
  "the same kinds in another order": [
    puts(dima, "figures[0].patients[2]", { kind: "adc", n: 47, of: 193, with: ["car-t"] }),
    "figures[0].patients[2] kinds-of-level",
  ],
});

describeRules("of parts of a label pool", {
  "patients of a trial that is no part": [
    puts(cohortPath("majestec-1"), "overlaps[0].patients", 40),
    "overlaps[0].patients pool-part-counted",
  ],
});

describeRules("of published results", {
  "what we do not carry": [
    [puts(roex, "results[0].outcome", "nonsense"), puts(roex, "set.rows[0].cohort", "nobody")],
    ...["results[0].outcome outcome-exists", "set.rows[0].cohort cohort-exists"],
  ],
  "an estimate outside its interval": [
    outside,
    "results[0].intervalPercent interval-holds-estimate",
  ],
  "such a one that is odd": [[...outside, puts(roex, "results[0].oddity", "printed so")]],
  "a group of one class": [published("therapyClass", null), group],
  "a group of both": [published("scope.group", "both"), group],
  "a question that divides it": [published("ask", { "dual-target": "yes" }), group],
  "a question that does not": [published("ask", { target: "bcma" })],
  "a definition of no outcome": [
    published("outcome", null),
    "results[0].scope.definition scope-agrees",
  ],
  "no line before": [
    published("scope.priorLines", [0, null]),
    "results[0].scope.priorLines[0] schema",
  ],
  "no scope": [
    puts(publishedPath, "results[0]", ({ results: [first] }: PublishedFile) => {
      const { scope, ...withoutScope } = first as PublishedResult;
      return withoutScope;
    }),
    "results[0].scope schema",
  ],
});

/** Adds a rating and a statement of the same paper, with these changes. */
const papers = (change: Partial<typeof rating>): Breakage => {
  const { reference, detail, doi, pmid, seenAt, tier } = { ...rating, ...change };
  const paper = { reference, detail, doi, pmid, seenAt, tier };
  return puts(cohortPath("cartitude-4-cilta-cel"), "riskOfBias", {
    ratings: [{ ...rating, ...change }],
    stated: { ...noStatements, lossBelow5: { answer: "yes", locator: "methods", ...paper } },
  });
};
const bothPapers = (problem: string) => [
  `riskOfBias.ratings[0].${problem}`,
  `riskOfBias.stated.lossBelow5.${problem}`,
];
const rated = (id: string, tool: typeof rating.tool) =>
  puts(cohortPath(id), "riskOfBias", { ratings: [{ ...rating, tool }], stated: noStatements });

describeRules("of risk of bias", {
  "RoB 2 of an arm of a randomised trial": [rated("cartitude-4-cilta-cel", "RoB 2")],
  "another tool of any design": [rated("karmma", "MINORS")],
  "a paper that nobody knows": [
    papers({ reference: "nobody-2020" }),
    ...bothPapers("reference reference-exists"),
  ],
  "a paper by another DOI": [
    papers({ doi: "10.1000/other" }),
    ...bothPapers("doi reference-identifies"),
  ],
});

/** Adds another reference, made from that of the sample. */
const again =
  (over: Partial<Reference>): Breakage =>
  (files) => {
    const { DOI, PMID, ...paper } = referenceNamed(files, sampleReference);
    contentOf<Reference[]>(files, referencesPath).push({ ...paper, ...over });
    return { file: referencesPath, field: "" };
  };

describeRules("of references", {
  "a publication that is two": [
    [
      again({ id: "sample-journal-2027", DOI: "10.1000/SAMPLE" }),
      puts(cohortPath(sampleSeries), "sources[0].pmid", null),
      puts(cohortPath(sampleSeries), "sources[0].reference", "sample-journal-2027"),
    ],
    expect.stringMatching(/\.DOI reference-unique$/),
  ],
  "news that name the paper they are about, and a DOI in any case": [
    [
      again({ id: "sample-news-2026", type: "webpage" }),
      inTrial("sources[0].doi", "10.1000/SAMPLE"),
      addsSource({
        ...{ reference: "sample-news-2026", kind: "news", tier: 3, doi: "10.1000/the-paper" },
      }),
    ],
  ],
  "that of a publication, which nobody knows": [
    puts(roex, "reference", "nobody"),
    "reference reference-exists",
  ],
});

it("a malformed identifier is reported first", () => {
  const problems = brokenBy(puts(referencesPath, "[ali-blood-2016].PMID", "PMC1"));
  expect(problems[0]).toMatch(/\.PMID schema$/);
});

const toOpen: DocumentToOpen = {
  ...{ name: "A made-up paper", doi: null, address: null, free: null, look: "made up" },
  ...{ cohorts: [sampleTrial, "nobody"], outcomes: ["orr", "nonsense"] },
};

const inSearches = (path: string, value: unknown) =>
  puts("data/searches.json", `sources.${path}`, value);

describeRules("of searches", {
  "a source that was not reached on no day": [
    inSearches("EMA[0].notReached", "in November"),
    "sources.EMA[0].notReached schema",
  ],
  "a source that nobody would look at any more": [inSearches("EMA", []), "sources.EMA schema"],
  "a look on no day, or without a decision": [
    inSearches("FDA[0].lastLook", { on: "2026-11" }),
    ...["sources.FDA[0].lastLook.on schema", "sources.FDA[0].lastLook.decided schema"],
  ],
  "an address that asks for what no query says": [
    inSearches("PubMed[1].query", null),
    "sources.PubMed[1].query search-address-agrees",
  ],
});

const unknownOutcome = (field: string): Cases[string] => [
  puts(outcomesPath, `[0].${field}`, "nonsense"),
  `[0].${field} outcome-exists`,
];

describeRules("of what is not known", {
  "a cohort and an outcome of a document to open": [
    puts("data/documents.json", "[0]", toOpen),
    ...["[0].cohorts[1] cohort-exists", "[0].outcomes[1] outcome-exists"],
  ],
  "an outcome in partOf": unknownOutcome("partOf"),
  "an outcome in preventedBy": unknownOutcome("preventedBy"),
  "an outcome in broader": unknownOutcome("broader"),
  "an outcome in narrower": unknownOutcome("narrower"),
  "an outcome with the label of another": [
    puts(
      outcomesPath,
      "[crs].label",
      (all: Outcome[]) => all.find(({ id }) => id === "hlh")?.label,
    ),
    expect.stringMatching(/^\[\d+\]\.label outcome-unique$/),
  ],
});

/** Returns the outcomes whose group of harms is reported, after that of one outcome was changed, or deleted. */
function harmGroupsAfter(id: string, harmGroup: string): string[] {
  let ids: readonly string[] = [];
  const broken = brokenBy((files) => {
    const outcomes = contentOf<Outcome[]>(files, outcomesPath);
    ids = outcomes.map((outcome) => outcome.id);
    if (harmGroup !== "") return puts(outcomesPath, `[${id}].harmGroup`, harmGroup)(files);
    delete outcomes.find((outcome) => outcome.id === id)?.harmGroup;
    return { file: outcomesPath, field: "" };
  });
  return broken.map((problem) =>
    problem.replace(/^\[(\d+)\]\.harmGroup harm-group$/, (_, index) => ids[index] ?? ""),
  );
}

describe("the group of a harm", () => {
  it.each<[string, string, string, ...string[]]>([
    ["is needed by every toxicity", "cranial-nerve-palsy", "", "cranial-nerve-palsy"],
    ["is not needed by a death", "nrm", ""],
    ["is none of a relapse", "relapse", "late", "relapse"],
    ["is none of a benefit", "os-12", "late", "os-12"],
    ["is that of the whole", "second-myeloid-neoplasm", "infection", "second-myeloid-neoplasm"],
    [
      "of the deaths of an event is that of deaths",
      "death-infection",
      "late",
      ...["infection-3", "death-infection"],
    ],
    ["stands in the order of the groups", "hlh", "deaths", "iec-hs"],
  ])("%s", (_, id, harmGroup, ...reported) => {
    expect(harmGroupsAfter(id, harmGroup)).toEqual(reported);
  });
});
