import type { Query } from "#core/question/query.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { IntervalKind } from "./arguments.ts";
import { classAdjective, classInFull } from "./class-names.ts";
import { counted } from "./counts.ts";

const models: Readonly<Record<Query["model"], string>> = {
  bayes: "Bayesian random-effects model",
  glmm: "Random-effects model by maximum likelihood (GLMM)",
  reml: "Two-step random-effects model (REML)",
  dl: "Two-step random-effects model (DerSimonian–Laird)",
};

const scales = { logit: "logit", landmark: "log cumulative hazard" } as const;

const short = { credible: "CrI", confidence: "CI" } as const;

const combinationMark = "†";

export const figure = {
  className: classInFull,
  heads: {
    cohort: "Study",
    product: "Product",
    events: "Events/n",
    patients: "Patients",
    weight: "Weight",
  },
  /** Names the intervals of the cohorts and, if they are of another kind, those of the pools. */
  rateHead: (pooled: readonly IntervalKind[]) => {
    const kinds = pooled.map((kind) => short[kind]);
    const other = kinds.includes("CrI") ? `; pooled ${kinds.join(" or ")}` : "";
    return `% (95 % CI${other})`;
  },
  axisTitle: "Patients, %",
  cutOff: "An arrow: it goes on beyond the axis.",
  notEstimated: "No pooled rate can be estimated.",
  byTrial: "Not pooled: survival at a month stands by trial.",
  combinationMark,
  combinationNote: `${combinationMark} Together with other myeloma drugs.`,
  /** Names of classes where they stand against each other. */
  inContrast: { "car-t": "CAR-T", bsab: "bispecific antibodies" },
  contrastHeading: (carT: string, bsab: string) => `${carT} against ${bsab}`,
  model: (model: Query["model"], scale: "logit" | "landmark") =>
    `${models[model]}, ${scales[scale]} scale`,
  notPooled: (count: number, group: TherapyClass) =>
    `${counted(count, `selected ${classAdjective[group]} study`)} without a figure that can be pooled.`,
  notes: (labels: readonly string[]) => `Keep in mind: ${labels.join("; ")}.`,
  /** @param shown The intervals without repeats and sorted by name. */
  legend: ({
    intervals,
    predicted,
    landmark,
    weighted,
  }: {
    readonly intervals: readonly IntervalKind[];
    readonly predicted: boolean;
    readonly landmark: boolean;
    /** Whether the area of a square is a weight. */
    readonly weighted: boolean;
  }) => {
    const own = landmark
      ? "95 % interval (CI) as reported or from the number at risk"
      : "exact 95 % confidence interval (CI)";
    return [
      `Square: rate of a study${weighted ? ", area by its weight within the class" : ""}, with ${own}.`,
      ...(intervals.length === 0
        ? []
        : [
            `Diamond and dotted line: pooled rate with 95 % ${intervals.map((kind) => `${kind} interval (${short[kind]})`).join(" or ")}.`,
          ]),
      ...(predicted ? ["Dashed line: 95 % prediction interval."] : []),
    ].join(" ");
  },
  versions: (dataVersion: string, answerVersion: string) =>
    `Data ${dataVersion}, answer ${answerVersion}.`,
  source: (address: string) => `Source: Myeloma Compare, ${address}`,
  /** Text for screen readers. */
  description: {
    opening: (title: string) => `Forest plot: ${title}.`,
    prediction: (range: string) => `Prediction interval ${range}.`,
  },
};
