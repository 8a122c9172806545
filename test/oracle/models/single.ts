import * as v from "valibot";
import {
  agrestiCoull,
  agrestiCoullTruncated,
} from "#core/statistics/single-proportion/agresti-coull.ts";
import { clopperPearson } from "#core/statistics/single-proportion/clopper-pearson.ts";
import { jeffreys } from "#core/statistics/single-proportion/jeffreys.ts";
import { wilson } from "#core/statistics/single-proportion/wilson.ts";
import { counts } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

/** Intervals of one proportion. */
export const single = oracleModel(
  v.strictObject({ ...counts, events: v.tuple([v.number()]), n: v.tuple([v.number()]) }),
  v.strictObject({ model: v.literal("single") }),
  ({ events: [events], n: [n], level }) => ({
    proportion: events / n,
    clopperPearson: clopperPearson(events, n, level),
    wilson: wilson(events, n, level),
    agrestiCoull: agrestiCoull(events, n, level),
    agrestiCoullTruncated: agrestiCoullTruncated(events, n, level),
    jeffreys: jeffreys(events, n, level),
  }),
);
