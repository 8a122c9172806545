/** Rates over time in a brief, in English. */
import type { OverTimeWords } from "../../contract/over-time.ts";
import { counted } from "../counted.ts";
import { en } from "../screen.ts";
import { className, interval, joined } from "./parts.ts";

const unit = en.aYear;

export const overTime: OverTimeWords = {
  rate: ({ group, single, rate, patients, phrase, kind, range }) => {
    const said = `${rate} per 100 ${patients} a year ${phrase}`;
    return single
      ? `By the model ${said} with ${className[group]} (${interval(kind)} ${range}).`
      : `In a typical ${en.classAdjective[group]} cohort ${said} (${interval(kind)} ${range}).`;
  },
  instead: ({ group, rate, range, cohorts }) =>
    `As a rate over time, if the hazard is constant: ${rate} ${unit} with ${className[group]} (95 % interval ${range}; ${counted(cohorts, "cohort")}).`,
  spread: (tau, range) =>
    `Heterogeneity: τ ${tau} on the log hazard scale${range === null ? "" : `; 95 % prediction interval for another such cohort ${range} ${unit}`}.`,
  products: (kind, products) => {
    const parts = products.map(
      ({ product, rate, range, cohorts }) =>
        `${product} ${rate} (${range}; ${counted(cohorts, "cohort")})`,
    );
    return `By product, ${unit} with ${interval(kind)}: ${joined(parts)}.`;
  },
  study: ({ events, n, years, rate, range }) => {
    const count = `${events} of ${n} in ${years.toFixed(1)} years`;
    return rate === null || range === null ? count : `${count}, ${rate} ${unit} (${range})`;
  },
  difference: ({ amount, phrase, kind, range }) =>
    `Difference: ${amount ?? "as many"} ${unit} ${phrase} with CAR-T ${amount === null ? "as" : "than"} with bispecific antibodies (${interval(kind)} ${range}).`,
  ratio: ({ value, kind, low, high }) =>
    `Rate ratio, CAR-T against bispecific antibodies: ${value} (${interval(kind)} ${low} to ${high}); above 1 means more events a year with CAR-T.`,
  chance: (probability) =>
    `Probability of a higher rate with CAR-T, if the cohorts were comparable: ${probability}.`,
  plain: ({ group, rate, patients, phrase, range, cohorts }) =>
    `With ${className[group]}, ${rate.startsWith("<") ? `fewer than ${rate.slice(1)}` : `about ${rate}`} per 100 ${patients} a year ${phrase} (range ${range}; ${counted(cohorts, "cohort")}).`,
  summary: ({ group, product, regimen, rate, range, cohorts }) =>
    `${className[group]}${product === null ? "" : ` (${product} only)`}${en.headline.combination[regimen]} ${rate} ${unit} ${range} from ${counted(cohorts, "cohort")}`,
};
