/** Each rule, violated once. */
import { dataFile } from "#data/build/read-files.ts";
import type { RuleName } from "#data/evidence.ts";
import type {
  Approvals,
  Cohort,
  ComparisonStudyFile,
  KnownDiscrepancy,
  Outcome,
  Preset,
  PublishedFile,
  Reference,
  SubgroupStudyFile,
} from "#data/schema.ts";
import {
  approvalsPath,
  aReview,
  at,
  type Breakage,
  inChanges,
  inFigure,
  inProduct,
  inScope,
  inTiming,
  publishedPath,
  type ReviewFile,
  reviewPath,
} from "./breaking.ts";
import {
  cohortIn,
  cohortPath,
  contentOf,
  figureOf,
  found,
  landmarkOf,
  nothingStated,
  rating,
  referenceNamed,
  referencesPath,
} from "./files.ts";
import { otherSeries, sampleReference, sampleSeries, sampleTrial } from "./samples.ts";

export const breakages: Record<RuleName, Breakage> = {
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
    const index = outcomes.findIndex(({ id }) => id === "pfs-6");
    found(outcomes[index], "pfs-6").kind = "count";
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
  "review-unique": (files) => {
    const { reviews } = contentOf<ReviewFile>(files, reviewPath);
    reviews.push({ ...aReview, cohort: null }, { ...aReview, cohort: null });
    return { file: reviewPath, field: "reviews[1].cohort" };
  },
  "review-statement": (files) => {
    contentOf<ReviewFile>(files, reviewPath).statement = "All is well.";
    return { file: reviewPath, field: "statement" };
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
  "kind-is-of-approval": inProduct("teclistamab", "approvals[4].kind", ({ approvals }) => {
    found(approvals[4], "what is pending").kind = "full";
  }),
  "drug-known": inProduct("teclistamab", "approvals[1].partners[0]", ({ approvals }) => {
    found(approvals[1], "a combination").partners = ["Darzalex"];
  }),
  "regimen-has-partners": inProduct("teclistamab", "approvals[1].partners", ({ approvals }) => {
    found(approvals[1], "a combination").partners = [];
  }),
  "prior-lines-ascending": inProduct("ide-cel", "approvals[1].priorLines", ({ approvals }) => {
    found(approvals[1], "an approval").priorLines.max = 1;
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
  "slug-joins-contained": inProduct("teclistamab-or-elranatamab", "contains", (product) => {
    product.contains.reverse();
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
  "level-of-variable": (files) => {
    const path = "data/subgroups/karmma.json";
    const { figures } = contentOf<SubgroupStudyFile>(files, path);
    const index = figures.findIndex(({ patients }) => typeof patients === "boolean");
    found(figures[index], "a level").patients = { min: 70, max: null };
    return { file: path, field: `figures[${index}].patients` };
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
  "ratio-of-first-side": (files) => {
    const path = "data/comparisons/frerichs-primary-ivig.json";
    const { figures } = contentOf<ComparisonStudyFile>(files, path);
    const index = figures.findIndex(({ effect }) => effect !== null);
    Object.assign(found(figures[index], "a ratio"), { of: "primary-ivig", against: "observation" });
    return { file: path, field: `figures[${index}].effect` };
  },
  "said-to-readers": (files) => {
    found(cohortIn(files, sampleTrial).figures[0], "a figure").locator = "Table 1, see source 2";
    return { file: cohortPath(sampleTrial), field: "locator" };
  },
  "release-unique": inChanges("releases[1].version", (changes) => {
    const [newer, older] = changes.releases;
    found(older, "a release").version = found(newer, "a release").version;
    changes.minimumDataVersion = found(newer, "a release").version;
  }),
  "release-order": inChanges("releases[1].date", ({ releases: [, older] }) => {
    found(older, "a release").date = "2026-12-02";
  }),
  recall: inChanges("minimumDataVersion", (changes) => {
    changes.minimumDataVersion = found(changes.releases[0], "a release").version;
  }),
};
