import * as v from "valibot";
import { combescure as summarise } from "../../../functions/statistics/survival/combescure.ts";
import type { SurvivalPoint } from "../../../functions/statistics/survival/survival-curve.ts";
import { counts, rows } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const table = v.strictObject({
  study: v.array(v.number()),
  time: v.array(v.number()),
  atRisk: v.array(v.number()),
  survival: v.array(v.number()),
});

const input = v.strictObject({ ...table.entries, level: counts.level });

const options = v.strictObject({
  model: v.literal("combescure"),
  method: v.literal(
    "multivariate DerSimonian-Laird (moment matrix truncated to positive semi-definite)",
  ),
  transform: v.literal("arcsine of conditional survival"),
  correction: v.literal("(n q + 0.25)/(n + 0.5)"),
});

/** Distribution-free summary survival curves. */
export const combescure = oracleModel(input, options, ({ level, ...given }) => {
  const summary = summarise(curves(given), { level });
  if (summary.status !== "ok") return summary;
  const { betweenStudyCov, momentMatrix, q, df, h2, i2, ...curve } = summary;
  return {
    ...curve,
    betweenStudyCov: betweenStudyCov.flat(),
    momentMatrix: momentMatrix.flat(),
    Q: q,
    dfQ: df,
    H2: h2,
    I2: i2,
  };
});

/** One curve per study, from a row for each study and time. */
function curves({ study, ...point }: v.InferOutput<typeof table>): SurvivalPoint[][] {
  const points = rows(rows(point.time, point.atRisk), point.survival).map(
    ([[time, atRisk], survival]): SurvivalPoint => ({ time, atRisk, survival }),
  );
  const owned = rows(study, points);
  return [...new Set(study)].map((id) =>
    owned.flatMap(([owner, value]) => (owner === id ? [value] : [])),
  );
}
