/** The words of the forest plot, in English. */

import type { Query } from "#core/question/query.ts";
import type { FigureWords } from "../contract/figure.ts";
import { counted } from "./counted.ts";
import { en } from "./screen.ts";

const models: Readonly<Record<Query["model"], string>> = {
  bayes: "Bayesian random-effects model",
  glmm: "Random-effects model by maximum likelihood (GLMM)",
  reml: "Two-step random-effects model (REML)",
  pm: "Two-step random-effects model (Paule–Mandel)",
  dl: "Two-step random-effects model (DerSimonian–Laird)",
  fixed: "Two-step fixed-effect model",
};

const scales = { logit: "logit", landmark: "log cumulative hazard" } as const;

const short = { credible: "CrI", confidence: "CI" } as const;

const combinationMark = "†";

/** Uses no-break spaces, so that the text is not broken over two lines. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

export const enFigure: FigureWords = {
  className: { "car-t": "CAR-T", bsab: "Bispecific antibodies" },
  heads: {
    cohort: "Cohort",
    product: "Product",
    events: "Events/n",
    patients: "Patients",
    weight: "Weight",
  },
  rateHead: (pooled) => {
    const kinds = pooled.map((kind) => short[kind]);
    const other = kinds.includes("CrI") ? `; pooled ${kinds.join(" or ")}` : "";
    return `% (95 % CI${other})`;
  },
  axisTitle: "Patients, %",
  cutOff: "An arrow: it goes on beyond the axis.",
  evidence: (k, n, noun) =>
    [counted(k, noun), ...(n === null ? [] : [counted(n, "patient")])].join(", "),
  pooled: (noun, model) =>
    model === "fixed" ? "Pooled, one common rate" : `Pooled, typical ${noun}`,
  notEstimated: "No pooled rate can be estimated.",
  notRepresented: (why = "too few patients or trials for the class") => `Not pooled: ${why}.`,
  prediction: (noun) => `Prediction interval, new ${noun}`,
  combinationMark,
  combinationNote: `${combinationMark} Together with other myeloma drugs.`,
  contrastHeading: (carT, bsab) => `${carT ?? "CAR-T"} against ${bsab ?? "bispecific antibodies"}`,
  model: (model, scale) => `${models[model]}, ${scales[scale]} scale`,
  usualQuestion: "default question",
  asked: (parameters) => `asked: ${parameters.join("; ")}`,
  notPooled: (count, group) =>
    `${counted(count, `selected ${en.classAdjective[group]} cohort`)} without a figure that can be pooled.`,
  difference: (amount, range, phrase, withWhat) =>
    amount === null
      ? `No difference ${withWhat} (${unbroken(`${range} ${en.of100}`)})`
      : `${amount} ${en.of100} ${phrase} ${withWhat} (${unbroken(range)})`,
  andLighter: (count, weight) =>
    `and ${count} of less weight, together ${Math.round(weight)} %, not drawn`,
  notEstimable: (reason) => `Not estimable: ${reason}.`,
  otherModels: "the classes were pooled by different models",
  cautions: (labels) => `Cautions: ${labels.join("; ")}.`,
  legend: ({ intervals, predicted, landmark }) => {
    const own = landmark
      ? "95 % interval (CI) as printed or from the number at risk"
      : "exact 95 % confidence interval (CI)";
    return [
      `Square: rate of a cohort, area by its weight within the class, with ${own}.`,
      ...(intervals.length === 0
        ? []
        : [
            `Diamond and dotted line: pooled rate with 95 % ${intervals.map((kind) => `${kind} interval (${short[kind]})`).join(" or ")}.`,
          ]),
      ...(predicted ? ["Dashed line: 95 % prediction interval."] : []),
    ].join(" ");
  },
  versions: (dataVersion, answerVersion) => `Data ${dataVersion}, answer ${answerVersion}.`,
  source: (address) => `Source: Myeloma Compare, ${address}`,
  description: {
    opening: (title) => `Forest plot: ${title}.`,
    prediction: (range) => `Prediction interval ${range}.`,
  },
};
