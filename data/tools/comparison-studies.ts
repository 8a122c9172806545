/**
 * The studies that set treatments against each other: kind, sides, and which side a collected row
 * speaks of. A row names its side by its level (and its variable, where one level has two).
 */
import type { ComparisonKind } from "../collection-vocabulary.ts";
import type { Side } from "../schema.ts";

export interface ComparisonPlan {
  id: string;
  label: string;
  kind: ComparisonKind;
  method: string | null;
  sides: Side[];
  /** `against` holds where the row prints an effect or a P value. */
  rows: readonly { level: string; variable?: string; of: string; against?: string }[];
  /** Added to the collected remarks, with the rows it is about. */
  oddity?: { outcomes: readonly string[]; text: string };
  notes?: string;
}

const side = (
  id: string,
  label: string,
  { what, ...more }: Partial<Side> & Pick<Side, "what">,
): Side => ({
  id,
  label,
  what,
  therapyClass: null,
  products: [],
  after: null,
  cohorts: [],
  n: null,
  effectiveSampleSize: null,
  ...more,
});

const product = (
  slug: string,
  therapyClass: Side["therapyClass"],
  more: Partial<Side> = {},
): Side => side(slug, slug, { what: "product", therapyClass, products: [slug], ...more });

const carT = (id: string, label: string, more: Partial<Side> = {}): Side =>
  side(id, label, { what: "class", therapyClass: "car-t", ...more });
const bsab = (id: string, label: string, more: Partial<Side> = {}): Side =>
  side(id, label, { what: "class", therapyClass: "bsab", ...more });

const ciltaAgainstIde = { of: "cilta-cel", against: "ide-cel" };

/** Keyed by the collected label of a row's study, or by the citation of a report. */
export const comparisonStudies: Readonly<Record<string, ComparisonPlan>> = {
  "salvage after BCMA CAR-T, 2 centers": {
    id: "salvage-after-bcma-car-t-two-centres",
    label: "Salvage after BCMA CAR-T, two centres",
    kind: "sequencing",
    method: null,
    sides: [
      side("first-salvage", "First salvage after BCMA CAR-T, any", {
        what: "strategy",
        after: "car-t",
      }),
      side("all-after-relapse", "All patients after relapse from BCMA CAR-T", {
        what: "strategy",
        after: "car-t",
        n: 79,
      }),
      side("t-cell-engaging", "Bispecific or CAR-T of any target, after relapse from BCMA CAR-T", {
        what: "strategy",
        after: "car-t",
        n: 35,
      }),
    ],
    rows: [
      { level: "all", variable: "first salvage after BCMA CAR-T", of: "first-salvage" },
      { level: "all", variable: "after BCMA CAR-T relapse", of: "all-after-relapse" },
      { level: "T-cell-engaging therapy", of: "t-cell-engaging" },
    ],
  },
  "salvage after BCMA CAR-T (n=68)": {
    id: "salvage-after-bcma-car-t-68",
    label: "Salvage after BCMA CAR-T, 68 patients",
    kind: "sequencing",
    method: null,
    sides: [
      side("first-salvage", "First salvage after BCMA CAR-T, any", {
        what: "strategy",
        after: "car-t",
        n: 58,
      }),
      bsab("bcma-bsab", "BCMA bispecific after BCMA CAR-T, any line", { after: "car-t" }),
      carT("second-bcma-car-t", "Second BCMA CAR-T, any line", { after: "car-t" }),
    ],
    rows: [
      { level: "58 treated", of: "first-salvage" },
      { level: "BCMA BsAb", of: "bcma-bsab" },
      { level: "second BCMA CAR-T", of: "second-bcma-car-t" },
    ],
  },
  "one center, trial patients (n=73)": {
    id: "one-centre-t-cell-redirection",
    label: "One centre, 73 trial patients",
    kind: "sequencing",
    method: null,
    sides: [
      carT("car-t-first", "CAR-T as the first T-cell-redirecting therapy", { n: 36 }),
      bsab("bsab-first", "Bispecific as the first T-cell-redirecting therapy", { n: 37 }),
      bsab("bsab-after-car-t", "Bispecific after CAR-T", { after: "car-t" }),
      side("other-after-car-t", "Other therapy after CAR-T", { what: "strategy", after: "car-t" }),
      bsab("bsab-after-bsab", "Bispecific after a bispecific", { after: "bsab" }),
      side("other-after-bsab", "Other therapy after a bispecific", {
        what: "strategy",
        after: "bsab",
      }),
    ],
    rows: [
      { level: "CAR-T (36)", of: "car-t-first", against: "bsab-first" },
      { level: "BsAb (37)", of: "bsab-first", against: "car-t-first" },
      { level: "BsAb after CAR-T", of: "bsab-after-car-t" },
      { level: "non-redirecting after CAR-T", of: "other-after-car-t" },
      { level: "BsAb after BsAb", of: "bsab-after-bsab" },
      { level: "non-redirecting after BsAb", of: "other-after-bsab" },
    ],
  },
  "US consortium (Hansen)": {
    id: "hansen-cilta-cel-ide-cel",
    label: "US consortium, cilta-cel and ide-cel (Hansen)",
    kind: "weighted",
    method: "IPTW",
    sides: [
      product("cilta-cel", "car-t", { n: 236, cohorts: ["sidana-cilta-cel-us-2025"] }),
      product("ide-cel", "car-t", { n: 350, cohorts: ["hansen-ide-cel-us-comparison"] }),
    ],
    rows: [{ level: "cilta-cel vs ide-cel (236 vs 350)", ...ciltaAgainstIde }],
  },
  "German registry": {
    id: "germany-cilta-cel-ide-cel",
    label: "German registry, cilta-cel and ide-cel",
    kind: "weighted",
    method: "PSM-weighted multivariable",
    sides: [
      product("cilta-cel", "car-t", { n: 77, cohorts: ["germany-cilta-cel-2025"] }),
      product("ide-cel", "car-t", { n: 266, cohorts: ["germany-ide-cel-2025"] }),
    ],
    rows: [{ level: "cilta-cel vs ide-cel (77 vs 266)", ...ciltaAgainstIde }],
  },
  "TriNetX CAR-T vs bispecific, 696+696": {
    id: "trinetx-car-t-bsab",
    label: "TriNetX, CAR-T and bispecifics, 696 and 696 matched",
    kind: "propensity-matched",
    method: "propensity-matched",
    sides: [
      carT("car-t", "BCMA CAR-T", { n: 696 }),
      bsab("bsab", "Bispecific antibody", {
        n: 696,
        products: ["talquetamab", "teclistamab", "elranatamab"],
      }),
    ],
    rows: [
      { level: "CAR-T", of: "car-t", against: "bsab" },
      { level: "BsAb", of: "bsab", against: "car-t" },
    ],
  },
  "Cilta-cel versus ide-cel in triple-class-exposed RRMM, 2-4 prior lines: updated MAIC. Adv Ther 2026;43(3):1327-1340":
    {
      id: "maic-cilta-cel-ide-cel-2026",
      label: "Updated MAIC, cilta-cel and ide-cel after 2 to 4 lines (2026)",
      kind: "matching-adjusted",
      method: "unanchored matching-adjusted indirect comparison",
      sides: [
        product("cilta-cel", "car-t", {
          n: 85,
          effectiveSampleSize: 39,
          cohorts: ["cartitude-4-cilta-cel", "cartitude-1"],
        }),
        product("ide-cel", "car-t", { cohorts: ["karmma-3-ide-cel"] }),
      ],
      rows: [{ level: "cilta-cel vs ide-cel", ...ciltaAgainstIde }],
    },
  "Systematic review of indirect treatment comparisons of approved CAR-T and bsAbs in triple-class exposed RRMM (2026 listing)":
    {
      id: "review-of-indirect-comparisons-2026",
      label: "Review of 11 indirect comparisons of approved products (2026)",
      kind: "indirect-review",
      method: "qualitative synthesis",
      sides: [
        product("linvoseltamab", "bsab"),
        product("teclistamab", "bsab"),
        product("elranatamab", "bsab"),
        product("cilta-cel", "car-t"),
        product("ide-cel", "car-t"),
      ],
      rows: [
        { level: "linvoseltamab vs ide-cel", of: "linvoseltamab", against: "ide-cel" },
        { level: "linvoseltamab vs cilta-cel", of: "linvoseltamab", against: "cilta-cel" },
        { level: "cilta-cel vs linvoseltamab", of: "cilta-cel", against: "linvoseltamab" },
        { level: "cilta-cel vs ide-cel", ...ciltaAgainstIde },
        { level: "ide-cel vs teclistamab", of: "ide-cel", against: "teclistamab" },
        { level: "ide-cel vs elranatamab", of: "ide-cel", against: "elranatamab" },
      ],
      notes:
        "11 matching-adjusted comparisons: 6 of two bispecifics, 4 of a bispecific and a CAR-T, 1 of two CAR-T products. Only the direction of significant results is printed.",
    },
  "TriNetX US: CAR-T vs teclistamab in RRMM (congress abstract; publisher page not identified in the search result)":
    {
      id: "trinetx-car-t-teclistamab",
      label: "TriNetX, CAR-T and teclistamab, 695 and 695 matched",
      kind: "propensity-matched",
      method: "1:1 propensity score matching",
      sides: [carT("car-t", "CAR-T", { n: 695 }), product("teclistamab", "bsab", { n: 695 })],
      rows: [
        { level: "CAR-T", of: "car-t", against: "teclistamab" },
        { level: "teclistamab", of: "teclistamab" },
      ],
      oddity: {
        outcomes: ["death-5-years", "survival-at-end"],
        text: "deaths are fewer with CAR-T, yet survival at the end of follow-up is lower",
      },
    },
  "Costa LJ et al. Meta-analysis of cilta-cel versus physician's choice therapy in RRMM (Mayo Clinic Pure record)":
    {
      id: "costa-cilta-cel-physicians-choice",
      label: "Meta-analysis of indirect comparisons, cilta-cel and physician's choice (Costa)",
      kind: "indirect-meta-analysis",
      method: "meta-analysis of ITCs, robust variance estimator",
      sides: [
        product("cilta-cel", "car-t", { cohorts: ["cartitude-1"] }),
        side("physicians-choice", "Physician's choice", { what: "strategy" }),
      ],
      rows: [
        { level: "cilta-cel vs PCT (treated)", of: "cilta-cel", against: "physicians-choice" },
        { level: "cilta-cel vs PCT", of: "cilta-cel", against: "physicians-choice" },
      ],
    },
  "Krishnan A et al. J Comp Eff Res 2023;12(6):e220186": {
    id: "krishnan-teclistamab-physicians-choice",
    label: "Teclistamab and real-world physician's choice (Krishnan)",
    kind: "weighted",
    method: "IPTW",
    sides: [
      product("teclistamab", "bsab", { n: 165, cohorts: ["majestec-1"] }),
      side("physicians-choice", "Real-world physician's choice", { what: "strategy", n: 364 }),
    ],
    rows: [{ level: "teclistamab vs RWPC", of: "teclistamab", against: "physicians-choice" }],
    notes:
      "The 364 patients of the comparator give 766 observations, one for each line of therapy.",
  },
};

/** Which side a row speaks of, and which one it was tested against. */
export function sidesOf(
  plan: ComparisonPlan,
  level: string,
  variable: string | null,
): { of: string; against: string | null } {
  const row = plan.rows.find(
    (candidate) =>
      candidate.level === level &&
      (candidate.variable === undefined || candidate.variable === variable),
  );
  if (!row) throw new Error(`${plan.id}: no side is named for "${level}"`);
  return { of: row.of, against: row.against ?? null };
}
