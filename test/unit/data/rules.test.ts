import { describe, expect, it } from "vitest";
import { dataFile } from "#data/build/read-files.ts";
import { check } from "#data/build/validate.ts";
import { type DataFile, type Problem, type RuleName, ruleNames } from "#data/evidence.ts";
import type {
  Approvals,
  Changes,
  Cohort,
  ComparisonStudyFile,
  KnownDiscrepancy,
  Outcome,
  OwnReview,
  Preset,
  Product,
  PublishedFile,
  PublishedResult,
  RecognitionFile,
  Reference,
  Review,
  SubgroupStudyFile,
} from "#data/schema.ts";
import {
  cohortIn,
  cohortPath,
  contentOf,
  dataFiles,
  figureOf,
  found,
  landmarkOf,
  nothingStated,
  rating,
  referenceNamed,
  referencesPath,
} from "./files.ts";
import {
  filesWithSamples,
  otherSeries,
  sampleReference,
  sampleSeries,
  sampleTrial,
} from "./samples.ts";

describe("the committed data files", () => {
  it("break no rule", () => {
    expect(check(dataFiles()).problems).toEqual([]);
  });

  it("break none with the made-up cohorts of these tests", () => {
    expect(check(filesWithSamples()).problems).toEqual([]);
  });
});

type ReviewFile = Review & { reviews: OwnReview[] };

const reviewPath = "data/review.json";
const approvalsPath = "data/approvals.json";
const aReview: OwnReview = {
  cohort: null,
  when: "2026-11-21",
  role: "made-up role",
  version: "2026-11-20-00000000",
  checked: ["made up"],
  content: "0123456789abcdef",
};

/** Violates one rule in a copy of the files and returns where that should be reported. */
type Breakage = (files: DataFile[]) => Pick<Problem, "file" | "field">;

/** The path of an item in its list, so that no index is written by hand. */
function at(list: readonly object[], item: object, name: string, field = ""): string {
  const index = list.indexOf(item);
  return `${name}[${index}]${field === "" ? "" : `.${field}`}`;
}

/** In the first time of the made-up trial. */
function inTiming(field: string, change: (timing: Cohort["timing"][number]) => void): Breakage {
  return (files) => {
    change(found(cohortIn(files, sampleTrial).timing[0], "a time"));
    return { file: cohortPath(sampleTrial), field: `timing[0].${field}` };
  };
}

/** In the made-up trial. */
function inFigure(
  outcome: string,
  field: string,
  change: (figure: Cohort["figures"][number]) => void,
): Breakage {
  return (files) => {
    const cohort = cohortIn(files, sampleTrial);
    const figure = figureOf(cohort, outcome);
    change(figure);
    return { file: cohortPath(sampleTrial), field: at(cohort.figures, figure, "figures", field) };
  };
}

function inProduct(slug: string, field: string, change: (product: Product) => void): Breakage {
  return (files) => {
    const file = `data/products/${slug}.json`;
    change(contentOf<Product>(files, file));
    return { file, field };
  };
}

/** Has both classes, and single products of one of them. */
const publishedPath = "data/published/liu-2024.json";

/** In its first result. */
function inScope(field: string, change: (result: PublishedResult) => void): Breakage {
  return (files) => {
    change(found(contentOf<PublishedFile>(files, publishedPath).results[0], "a result"));
    return { file: publishedPath, field: `results[0].scope.${field}` };
  };
}

/** Releases and rows of the test in the history of the data. */
function inChanges(field: string, change: (changes: Changes) => void): Breakage {
  return (files) => {
    const file = "data/changes.json";
    const changes = contentOf<Changes>(files, file);
    changes.releases = [
      { date: "2026-12-01", version: "2026-12-01-0123abcd", what: ["Two."], effect: [] },
      { date: "2026-11-20", version: "2026-11-20-0123abcd", what: ["One."], effect: [] },
    ];
    changes.minimumDataVersion = "2026-11-20-0123abcd";
    change(changes);
    return { file, field };
  };
}

const noNumbers = { "car-t": null, bsab: null, difference: null };

const breakages: Record<RuleName, Breakage> = {
  schema: inFigure("orr", "events", (figure) => {
    figure.events = -1;
  }),
  json: (files) => {
    const file = found(
      files.find(({ path }) => path === "data/subgroups/majestec-1.json"),
      "a file",
    );
    Object.assign(file, dataFile(file.path, '{ "id": '));
    return { file: file.path, field: "" };
  },
  "known-file": (files) => {
    files.push({ path: "data/other.json", content: {} });
    return { file: "data/other.json", field: "" };
  },
  "file-present": (files) => {
    const path = "data/review.json";
    files.splice(
      files.findIndex((file) => file.path === path),
      1,
    );
    return { file: path, field: "" };
  },
  "id-matches-file-name": (files) => {
    const file = found(
      files.find(({ path }) => path === cohortPath(sampleTrial)),
      sampleTrial,
    );
    file.path = cohortPath("another-name");
    return { file: file.path, field: "id" };
  },
  "outcome-unique": (files) => {
    const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
    const hlh = found(
      outcomes.find(({ id }) => id === "hlh"),
      "hlh",
    );
    outcomes.push({ ...hlh });
    return { file: "data/outcomes.json", field: `[${outcomes.length - 1}].id` };
  },
  "outcome-exists": inFigure("death-crs", "outcome", (figure) => {
    figure.outcome = "nonsense";
  }),
  "outcome-applies": (files) => {
    const cohort = cohortIn(files, sampleTrial);
    const template = figureOf(cohort, "crs-3");
    cohort.figures.push({
      ...template,
      outcome: "infused",
      population: "leukapheresed",
    });
    return {
      file: cohortPath(sampleTrial),
      field: `figures[${cohort.figures.length - 1}].outcome`,
    };
  },
  "landmark-id": (files) => {
    const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
    const index = outcomes.findIndex(({ id }) => id === "pfs-9");
    found(outcomes[index], "pfs-9").kind = "count";
    return { file: "data/outcomes.json", field: `[${index}].kind` };
  },
  "not-for-reason": (files) => {
    const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
    const index = outcomes.findIndex(({ id }) => id === "iec-hs");
    found(outcomes[index], "iec-hs").notFor = null;
    return { file: "data/outcomes.json", field: `[${index}].notFor` };
  },
  "summary-position-unique": (files) => {
    const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
    const index = outcomes.findIndex(({ id }) => id === "scr");
    found(outcomes[index], "scr").summary = 1;
    return { file: "data/outcomes.json", field: `[${index}].summary` };
  },
  "product-exists": (files) => {
    cohortIn(files, sampleTrial).product = "nobody";
    return { file: cohortPath(sampleTrial), field: "product" };
  },
  "product-class-agrees": (files) => {
    const cohort = cohortIn(files, sampleTrial);
    cohort.product = "cilta-cel";
    return { file: cohortPath(sampleTrial), field: "therapyClass" };
  },
  "source-exists": inFigure("orr", "source", (figure) => {
    figure.source = 99;
  }),
  "figure-says-something": inFigure("death-crs", "", (figure) => {
    figure.events = null;
  }),
  "figure-unique": (files) => {
    const cohort = cohortIn(files, sampleTrial);
    cohort.figures.push({ ...figureOf(cohort, "death-crs") });
    return { file: cohortPath(sampleTrial), field: `figures[${cohort.figures.length - 1}]` };
  },
  "events-not-above-n": inFigure("death-crs", "events", (figure) => {
    figure.events = 81;
  }),
  "percent-fits-count": inFigure("anemia-3", "percentPrinted", (figure) => {
    figure.percentPrinted = 37.9;
  }),
  "known-discrepancy-applies": (files) => {
    const path = "data/known-discrepancies.json";
    const known = contentOf<KnownDiscrepancy[]>(files, path);
    known.push({ cohort: sampleTrial, outcome: "orr", cut: "primary", reason: "none" });
    return { file: path, field: `[${known.length - 1}]` };
  },
  "derived-range-holds-events": inFigure("neutropenia-3", "derivedRange", (figure) => {
    figure.derivedRange = [41, 42];
  }),
  "n-matches-population": inFigure("death-crs", "n", (figure) => {
    figure.n = 79;
  }),
  "exposure-is-time-on-treatment": inFigure("death-crs", "exposureMonths", (figure) => {
    figure.exposureMonths = 8;
  }),
  "prior-bcma-agrees": (files) => {
    const path = cohortPath(sampleTrial);
    const one = { kind: "adc", directed: true, n: 1, of: 9, percentPrinted: null } as const;
    contentOf<Cohort>(files, path).priorBcmaKinds = [
      { ...one, responders: null, source: 0, locator: "made up" },
    ];
    return { file: path, field: "priorBcmaKinds[0].directed" };
  },
  "follow-up-within-trial": inFigure("orr", "followUpMonths", (figure) => {
    figure.followUpMonths = 124;
  }),
  "part-not-above-whole": inFigure("icans-3", "events", (figure) => {
    figure.events = 5;
  }),
  "landmark-within-interval": (files) => {
    const cohort = cohortIn(files, sampleTrial);
    const landmark = landmarkOf(cohort, "pfs", 12);
    landmark.survival = 0.69;
    return {
      file: cohortPath(sampleTrial),
      field: at(cohort.landmarks, landmark, "landmarks", "interval"),
    };
  },
  "landmark-unique": (files) => {
    const cohort = cohortIn(files, sampleTrial);
    cohort.landmarks.push({ ...landmarkOf(cohort, "pfs", 12) });
    return {
      file: cohortPath(sampleTrial),
      field: `landmarks[${cohort.landmarks.length - 1}]`,
    };
  },
  "survival-never-rises": (files) => {
    const cohort = cohortIn(files, sampleTrial);
    const landmark = landmarkOf(cohort, "pfs", 12);
    Object.assign(landmark, { survival: 0.8, interval: null });
    return {
      file: cohortPath(sampleTrial),
      field: at(cohort.landmarks, landmark, "landmarks", "survival"),
    };
  },
  "timing-holds-median": inTiming("range", (timing) => {
    timing.range = [3, 9];
  }),
  "timing-belongs": inTiming("outcome", (timing) => {
    timing.outcome = null;
  }),
  "timing-unique": (files) => {
    const { timing } = cohortIn(files, sampleTrial);
    timing.push({ ...found(timing[0], "a time") });
    return { file: cohortPath(sampleTrial), field: "timing[1]" };
  },
  "publication-identified": (files) => {
    const own = referenceNamed(files, sampleReference);
    delete own.DOI;
    delete own.PMID;
    for (const id of [sampleSeries, otherSeries]) cohortIn(files, id).publication = null;
    return { file: cohortPath(sampleTrial), field: "publication" };
  },
  "overlap-exists": (files) => {
    cohortIn(files, sampleTrial).overlaps.push({
      with: "nobody",
      kind: "partial",
      reason: "none",
    });
    return { file: cohortPath(sampleTrial), field: "overlaps[0].with" };
  },
  "overlap-unique": (files) => {
    const { overlaps } = cohortIn(files, sampleSeries);
    overlaps.push({ ...found(overlaps[0], "an overlap") });
    return { file: cohortPath(sampleSeries), field: "overlaps[1]" };
  },
  "overlap-symmetric": (files) => {
    cohortIn(files, sampleSeries).overlaps = [];
    return { file: cohortPath(otherSeries), field: "overlaps[0]" };
  },
  "label-pool-has-parts": (files) => {
    cohortIn(files, sampleTrial).labelPool = true;
    return { file: cohortPath(sampleTrial), field: "overlaps" };
  },
  "set-cohort-unique": (files) => {
    const path = "data/published/vandenboom-2025.json";
    const rows = found(contentOf<PublishedFile>(files, path).set?.rows ?? undefined, "its cohorts");
    const [first, second] = rows;
    found(second, "a second cohort").cohort = found(first, "a cohort").cohort;
    return { file: path, field: "set.rows[1].cohort" };
  },
  "scope-agrees": inScope("group", (result) => {
    result.scope.group = "class";
    result.ask = { age: "60-" };
  }),
  "scope-class-unique": (files) => {
    const { results } = contentOf<PublishedFile>(files, publishedPath);
    const product = results.findIndex(({ scope }) => scope.group === "product");
    found(results[product], "a product").scope.group = "class";
    return { file: publishedPath, field: `results[${product}].scope.group` };
  },
  "search-before-publication": (files) => {
    contentOf<PublishedFile>(files, publishedPath).searchedTo = "2030-01";
    return { file: publishedPath, field: "searchedTo" };
  },
  "pinned-to-search": (files) => {
    const path = "data/published/annals-2025.json";
    found(contentOf<PublishedFile>(files, path).set ?? undefined, "its set").pins.year = "-2025";
    return { file: path, field: "set.pins.year" };
  },
  "region-collected-or-not": (files) => {
    contentOf<Approvals>(files, approvalsPath).notCollected.pop();
    return { file: approvalsPath, field: "" };
  },
  "region-decisions-complete": (files) => {
    found(contentOf<Approvals>(files, approvalsPath).collected[2], "a region").notHeld.pop();
    return { file: approvalsPath, field: "collected[2].notHeld" };
  },
  "rob-2-is-randomised": (files) => {
    const karmma = cohortIn(files, "karmma");
    karmma.riskOfBias = { ratings: [rating], stated: nothingStated };
    return { file: cohortPath("karmma"), field: "riskOfBias.ratings[0].tool" };
  },
  "preset-unique": (files) => {
    const presets = contentOf<Preset[]>(files, "data/presets.json");
    presets.push({ ...found(presets[0], "a preset") });
    return { file: "data/presets.json", field: `[${presets.length - 1}].id` };
  },
  "lymphodepletion-known": (files) => {
    const { lymphodepletion } = contentOf<RecognitionFile>(files, "data/recognition.json");
    lymphodepletion.names.push("water");
    return { file: "data/recognition.json", field: "lymphodepletion" };
  },
  "review-unique": (files) => {
    const { reviews } = contentOf<ReviewFile>(files, reviewPath);
    reviews.push({ ...aReview, cohort: null }, { ...aReview, cohort: null });
    return { file: reviewPath, field: "reviews[1].cohort" };
  },
  "review-complete": (files) => {
    contentOf<ReviewFile>(files, reviewPath).status = "reviewed";
    return { file: reviewPath, field: "status" };
  },
  "reference-exists": (files) => {
    const { sources } = cohortIn(files, sampleTrial);
    found(sources[0], "a source").reference = "nobody-2020";
    return { file: cohortPath(sampleTrial), field: "sources[0].reference" };
  },
  "reference-unique": (files) => {
    const references = contentOf<Reference[]>(files, referencesPath);
    references.push({ ...referenceNamed(files, "roex-j-hematol-oncol-2020") });
    return { file: referencesPath, field: `[${references.length - 1}].id` };
  },
  "reference-used": (files) => {
    const references = contentOf<Reference[]>(files, referencesPath);
    references.push({ id: "nobody-2020", type: "document", title: "Read by nobody" });
    return { file: referencesPath, field: `[${references.length - 1}].id` };
  },
  "reference-identifies": (files) => {
    const { sources } = cohortIn(files, sampleTrial);
    found(sources[0], "the paper").pmid = "1";
    return { file: cohortPath(sampleTrial), field: "sources[0].pmid" };
  },
  "fact-sourced": inProduct("ide-cel", "boxedWarnings[0].sources", ({ boxedWarnings }) => {
    found(boxedWarnings[0], "a boxed warning").sources = [];
  }),
  "approval-not-in-future": inProduct("ide-cel", "approvals[1].date", ({ approvals }) => {
    found(approvals[1], "an approval").date = "2026-12";
  }),
  "superseded-has-successor": inProduct("cilta-cel", "approvals[2].status", ({ approvals }) => {
    found(approvals[3], "an approval").status = "pending";
  }),
  "required-class-known": inProduct("ide-cel", "approvals[1].requiredClasses", ({ approvals }) => {
    found(approvals[1], "an approval").requiredClasses.push("steroid");
  }),
  "step-up-ascending": inProduct(
    "teclistamab",
    "dosing.stepUp[0].value.steps[1].day",
    ({ dosing }) => {
      found(dosing.stepUp[0]?.value.steps[1], "a step").day = 1;
    },
  ),
  "contained-product-exists": inProduct("teclistamab-or-elranatamab", "contains[0]", (product) => {
    product.contains = ["nobody", "elranatamab"];
  }),
  "cohort-exists": (files) => {
    const path = "data/subgroups/habib-car-t-renal-2026.json";
    contentOf<SubgroupStudyFile>(files, path).cohort = { id: "nobody", reason: "none" };
    return { file: path, field: "cohort.id" };
  },
  "cohort-product-agrees": (files) => {
    const path = "data/subgroups/karmma.json";
    contentOf<SubgroupStudyFile>(files, path).products = ["cilta-cel"];
    return { file: path, field: "cohort.id" };
  },
  "cohort-evidence-agrees": (files) => {
    const path = "data/subgroups/karmma.json";
    contentOf<SubgroupStudyFile>(files, path).evidence = "real-world";
    return { file: path, field: "evidence" };
  },
  "side-exists": (files) => {
    const path = "data/comparisons/krishnan-teclistamab-physicians-choice.json";
    found(contentOf<ComparisonStudyFile>(files, path).figures[0], "a figure").against = "nobody";
    return { file: path, field: "figures[0].against" };
  },
  "reported-says-something": (files) => {
    const path = "data/subgroups/sidana-cilta-cel-us-2025.json";
    found(contentOf<SubgroupStudyFile>(files, path).figures[0], "a figure").note = null;
    return { file: path, field: "figures[0]" };
  },
  "reported-unique": (files) => {
    const path = "data/subgroups/karmma.json";
    const { figures } = contentOf<SubgroupStudyFile>(files, path);
    figures.push({ ...found(figures[0], "a figure") });
    return { file: path, field: `figures[${figures.length - 1}]` };
  },
  "interval-holds-estimate": (files) => {
    const path = "data/comparisons/maic-cilta-cel-ide-cel-2026.json";
    const { effect } = found(contentOf<ComparisonStudyFile>(files, path).figures[0], "a figure");
    found(effect ?? undefined, "an effect").value = 0.2;
    return { file: path, field: "figures[0].effect.interval" };
  },
  "release-unique": inChanges("releases[1].version", (changes) => {
    const [newer, older] = changes.releases;
    found(older, "a release").version = found(newer, "a release").version;
    changes.minimumDataVersion = found(newer, "a release").version;
  }),
  "release-order": inChanges("releases[1].date", ({ releases: [, older] }) => {
    found(older, "a release").date = "2026-12-02";
  }),
  "effect-unique": inChanges("shown[1]", (changes) => {
    const row = { preset: "default", outcome: "orr", numbers: noNumbers };
    changes.shown = [row, { ...row }];
  }),
  recall: inChanges("minimumDataVersion", (changes) => {
    changes.minimumDataVersion = found(changes.releases[0], "a release").version;
  }),
  "effect-changes": inChanges("releases[0].effect[0]", ({ releases: [newer] }) => {
    const row = { preset: "default", outcome: "orr" };
    found(newer, "a release").effect = [{ ...row, before: noNumbers, after: noNumbers }];
  }),
};

describe("each rule, broken once, is reported alone and in its place", () => {
  it.each(ruleNames)("%s", (rule) => {
    const files = filesWithSamples();
    const expected = breakages[rule](files);
    const { problems } = check(files);
    expect(problems.map(({ file, field, rule: name }) => ({ file, field, rule: name }))).toEqual([
      { ...expected, rule },
    ]);
    expect(problems[0]?.message).not.toBe("");
  });
});
