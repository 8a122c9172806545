import * as v from "valibot";
import { clopperPearson } from "#core/statistics/interval.ts";
import { counts } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

/** Intervals of one proportion. */
export const single = oracleModel(
  v.strictObject({ ...counts, events: v.tuple([v.number()]), n: v.tuple([v.number()]) }),
  v.strictObject({ model: v.literal("single") }),
  ({ events: [events], n: [n], level }) => ({
    proportion: events / n,
    clopperPearson: clopperPearson(events, n, level),
  }),
);
