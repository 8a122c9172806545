import { describe, expect, it } from "vitest";
import { type DataFile, type Problem, type RuleName, ruleNames } from "../../../data/evidence.ts";
import type { Cohort, KnownDiscrepancy, Outcome, Preset, Product } from "../../../data/schema.ts";
import { validate } from "../../../data/validate.ts";
import { contentOf, dataFiles, figureOf, found, landmarkOf } from "./files.ts";

describe("the committed data files", () => {
  it("break no rule", () => {
    expect(validate(dataFiles())).toEqual([]);
  });
});

/** Breaks one rule in a fresh copy of the files and says where that should be reported. */
type Breakage = (files: DataFile[]) => Pick<Problem, "file" | "field">;

const cohortPath = (id: string) => `data/cohorts/${id}.json`;
const cohortIn = (files: DataFile[], id: string) => contentOf<Cohort>(files, cohortPath(id));

/** Where a figure stands, so that the expected field is not a number typed by hand. */
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

const breakages: Record<RuleName, Breakage> = {
  schema: inFigure("cartitude-1", "orr", "events", (figure) => {
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
      files.find(({ path }) => path === cohortPath("cartitude-1")),
      "cartitude-1",
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
  "preset-unique": (files) => {
    const presets = contentOf<Preset[]>(files, "data/presets.json");
    presets.push({ ...found(presets[0], "a preset") });
    return { file: "data/presets.json", field: `[${presets.length - 1}].id` };
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

describe("finer points of the rules", () => {
  const broken = (change: (files: DataFile[]) => void): string[] => {
    const files = dataFiles();
    change(files);
    return validate(files).map(({ field, rule }) => `${field} ${rule}`);
  };

  it("accepts a half rounded up or down", () => {
    // 2 of 16 is 12.5 %, printed as 13 in one table; another might print 12.
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
    // A stringent complete response is a response, even where VGPR is not reported in that cut.
    expect(
      broken((files) => {
        const cohort = cohortIn(files, "cartitude-1");
        Object.assign(figureOf(cohort, "scr", "27.7mo"), { events: 96, percentPrinted: null });
      }),
    ).toEqual([expect.stringMatching(/\.events part-not-above-whole$/)]);
  });

  it("reports a source that a product does not have", () => {
    expect(
      broken((files) => {
        const product = contentOf<Product>(files, "data/products/ide-cel.json");
        found(product.approvals[0], "an approval").sources = [99];
      }),
    ).toEqual(["approvals[0].sources source-exists"]);
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
