import * as v from "valibot";
import { clopperPearson } from "#core/statistics/interval.ts";
import { incompleteBeta } from "#core/statistics/special/beta.ts";
import { chiSquaredQuantile, chiSquaredTail } from "#core/statistics/special/chi-squared.ts";
import { logBeta, logGamma } from "#core/statistics/special/gamma.ts";
import { normalCdf, normalQuantile, normalTwoSidedTail } from "#core/statistics/special/normal.ts";
import {
  studentTQuantile,
  studentTTwoSidedTail,
} from "#core/statistics/special/reference-distribution.ts";
import { counts, oracleModel } from "../input.ts";

/** The functions by name, with their arguments in the order of the fixtures. */
const functions = {
  "normal-quantile": [normalQuantile, "p"],
  "normal-cdf": [normalCdf, "x"],
  "normal-two-sided-tail": [normalTwoSidedTail, "x"],
  "log-gamma": [logGamma, "x"],
  "log-beta": [logBeta, "a", "b"],
  "incomplete-beta": [incompleteBeta, "a", "b", "x"],
  "chi-squared-tail": [chiSquaredTail, "x", "df"],
  "chi-squared-quantile": [chiSquaredQuantile, "p", "df"],
  "student-t-tail": [studentTTwoSidedTail, "t", "df"],
  "student-t-quantile": [studentTQuantile, "p", "df"],
} as const;

const names = Object.keys(functions) as (keyof typeof functions)[];

/** Computes a special function for each row of arguments. */
export const specialFunction = oracleModel(
  v.record(v.string(), v.array(v.number())),
  v.strictObject({ model: v.literal("special-function"), function: v.picklist(names) }),
  (columns, { function: name }) => {
    const [of, ...args] = functions[name];
    const length = columns[args[0] ?? ""]?.length ?? 0;
    return {
      values: Array.from({ length }, (_, i) =>
        (of as (...values: number[]) => number)(
          ...args.map((arg) => columns[arg]?.[i] ?? Number.NaN),
        ),
      ),
    };
  },
);

/** Intervals of one proportion. */
export const single = oracleModel(
  v.strictObject({ ...counts, events: v.tuple([v.number()]), n: v.tuple([v.number()]) }),
  v.strictObject({ model: v.literal("single") }),
  ({ events: [events], n: [n], level }) => ({
    proportion: events / n,
    clopperPearson: clopperPearson(events, n, level),
  }),
);
