import { describe, expect, it } from "vitest";
import { validate } from "#data/build/validate.ts";
import { type DataFile, type Problem, type RuleName, ruleNames } from "#data/evidence.ts";
import type {
  Cohort,
  ComparisonStudyFile,
  KnownDiscrepancy,
  Outcome,
  Preset,
  Product,
  PublishedFile,
  Reference,
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

describe("the committed data files", () => {
  it("break no rule", () => {
    expect(validate(dataFiles())).toEqual([]);
  });
});

/** Violates one rule in a copy of the files and returns where that should be reported. */
type Breakage = (files: DataFile[]) => Pick<Problem, "file" | "field">;

/** The path of an item in its list, so that no index is written by hand. */
function at(list: readonly object[], item: object, name: string, field = ""): string {
  const index = list.indexOf(item);
  return `${name}[${index}]${field === "" ? "" : `.${field}`}`;
}

function inFigure(
  id: string,
  outcome: string,
  field: string,
  change: (figure: Cohort["figures"][number]) => void,
): Breakage {
  return (files) => {
    const cohort = cohortIn(files, id);
    const figure = figureOf(cohort, outcome);
    change(figure);
    return { file: cohortPath(id), field: at(cohort.figures, figure, "figures", field) };
  };
}

function inProduct(slug: string, field: string, change: (product: Product) => void): Breakage {
  return (files) => {
    const file = `data/products/${slug}.json`;
    change(contentOf<Product>(files, file));
    return { file, field };
  };
}

const breakages: Record<RuleName, Breakage> = {
  schema: inFigure("cartitude-2-cohort-a", "orr", "events", (figure) => {
    figure.events = -1;
  }),
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
      files.find(({ path }) => path === cohortPath("cartitude-2-cohort-a")),
      "cartitude-2-cohort-a",
    );
    file.path = cohortPath("cartitude-2");
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
  "outcome-exists": inFigure("karmma", "death-crs", "outcome", (figure) => {
    figure.outcome = "nonsense";
  }),
  "outcome-applies": (files) => {
    const cohort = cohortIn(files, "majestec-1");
    const template = figureOf(cohort, "crs-3");
    cohort.figures.push({
      ...template,
      outcome: "infused",
      population: "leukapheresed",
    });
    return {
      file: cohortPath("majestec-1"),
      field: `figures[${cohort.figures.length - 1}].outcome`,
    };
  },
  "landmark-id": (files) => {
    const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
    const index = outcomes.findIndex(({ id }) => id === "pfs-9");
    found(outcomes[index], "pfs-9").kind = "count";
    return { file: "data/outcomes.json", field: `[${index}].kind` };
  },
  "summary-position-unique": (files) => {
    const outcomes = contentOf<Outcome[]>(files, "data/outcomes.json");
    const index = outcomes.findIndex(({ id }) => id === "scr");
    found(outcomes[index], "scr").summary = 1;
    return { file: "data/outcomes.json", field: `[${index}].summary` };
  },
  "product-exists": (files) => {
    cohortIn(files, "cartitude-1").product = "nobody";
    return { file: cohortPath("cartitude-1"), field: "product" };
  },
  "product-class-agrees": (files) => {
    contentOf<Product>(files, "data/products/hbi0101.json").therapyClass = "bsab";
    return { file: cohortPath("hbi0101-asherie-2023"), field: "therapyClass" };
  },
  "source-exists": inFigure("cartitude-1", "orr", "source", (figure) => {
    figure.source = 99;
  }),
  "figure-says-something": inFigure("karmma", "death-crs", "", (figure) => {
    figure.events = null;
  }),
  "figure-unique": (files) => {
    const cohort = cohortIn(files, "karmma");
    cohort.figures.push({ ...figureOf(cohort, "death-crs") });
    return { file: cohortPath("karmma"), field: `figures[${cohort.figures.length - 1}]` };
  },
  "events-not-above-n": inFigure("karmma", "death-crs", "events", (figure) => {
    figure.events = 129;
  }),
  "percent-fits-count": inFigure("majestec-1", "anemia-3", "percentPrinted", (figure) => {
    figure.percentPrinted = 37.1;
  }),
  "known-discrepancy-applies": (files) => {
    const path = "data/known-discrepancies.json";
    const known = contentOf<KnownDiscrepancy[]>(files, path);
    known.push({ cohort: "cartitude-1", outcome: "orr", cut: "primary", reason: "none" });
    return { file: path, field: `[${known.length - 1}]` };
  },
  "derived-range-holds-events": inFigure(
    "monumental-1-0.4mgkg-qw",
    "neutropenia-3",
    "derivedRange",
    (figure) => {
      figure.derivedRange = [46, 47];
    },
  ),
  "n-matches-population": inFigure("karmma", "death-crs", "n", (figure) => {
    figure.n = 96;
  }),
  "part-not-above-whole": inFigure("cartitude-2-cohort-c", "icans-3", "events", (figure) => {
    figure.events = 5;
  }),
  "landmark-within-interval": (files) => {
    const cohort = cohortIn(files, "cartitude-4-cilta-cel");
    const landmark = landmarkOf(cohort, "pfs", 12);
    landmark.survival = 0.9;
    return {
      file: cohortPath("cartitude-4-cilta-cel"),
      field: at(cohort.landmarks, landmark, "landmarks", "interval"),
    };
  },
  "landmark-unique": (files) => {
    const cohort = cohortIn(files, "cartitude-4-cilta-cel");
    cohort.landmarks.push({ ...landmarkOf(cohort, "pfs", 12) });
    return {
      file: cohortPath("cartitude-4-cilta-cel"),
      field: `landmarks[${cohort.landmarks.length - 1}]`,
    };
  },
  "survival-never-rises": (files) => {
    const cohort = cohortIn(files, "karmma-3-ide-cel");
    const landmark = landmarkOf(cohort, "pfs", 12);
    landmark.survival = 0.8;
    return {
      file: cohortPath("karmma-3-ide-cel"),
      field: at(cohort.landmarks, landmark, "landmarks", "survival"),
    };
  },
  "overlap-exists": (files) => {
    cohortIn(files, "cartitude-1").overlaps.push({
      with: "nobody",
      kind: "partial",
      reason: "none",
    });
    return { file: cohortPath("cartitude-1"), field: "overlaps[0].with" };
  },
  "overlap-unique": (files) => {
    const { overlaps } = cohortIn(files, "majestec-1");
    overlaps.push({ ...found(overlaps[0], "an overlap of majestec-1") });
    return { file: cohortPath("majestec-1"), field: "overlaps[1]" };
  },
  "overlap-symmetric": (files) => {
    cohortIn(files, "majestec-1").overlaps = [];
    return { file: cohortPath("usmani-teclistamab-2021"), field: "overlaps[0]" };
  },
  "set-cohort-unique": (files) => {
    const path = "data/published/vandenboom-2025.json";
    const rows = found(contentOf<PublishedFile>(files, path).set?.rows ?? undefined, "its cohorts");
    const [first, second] = rows;
    found(second, "a second cohort").cohort = found(first, "a cohort").cohort;
    return { file: path, field: "set.rows[1].cohort" };
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
  "reference-exists": (files) => {
    const { sources } = cohortIn(files, "bm38-li-2019");
    found(sources[0], "a source").reference = "nobody-2020";
    return { file: cohortPath("bm38-li-2019"), field: "sources[0].reference" };
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
    const { sources } = cohortIn(files, "majestec-1");
    const index = sources.findIndex(({ reference }) => reference === "moreau-n-engl-j-med-2022");
    found(sources[index], "the paper").pmid = "1";
    return { file: cohortPath("majestec-1"), field: `sources[${index}].pmid` };
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
};

describe("each rule, broken once, is reported alone and in its place", () => {
  it.each(ruleNames)("%s", (rule) => {
    const files = dataFiles();
    const expected = breakages[rule](files);
    const problems = validate(files);
    expect(problems.map(({ file, field, rule: name }) => ({ file, field, rule: name }))).toEqual([
      { ...expected, rule },
    ]);
    expect(problems[0]?.message).not.toBe("");
  });
});
