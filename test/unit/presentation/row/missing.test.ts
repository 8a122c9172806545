import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { missingText } from "#presentation/row/missing.ts";
import {
  comparison,
  median,
  noPool,
  notPooled,
  pool,
  row,
  study,
} from "../../../support/answers.ts";
import { queryOf } from "../../../support/queries.ts";

const without = (over: Parameters<typeof pool>[0], more: Partial<Row> = {}) =>
  row({ pools: { "car-t": pool(), bsab: { ...noPool, ...over } }, ...more });
const silent = { of: 3, notPooled: [notPooled()] };
const held = notPooled({ reason: { code: "held", hold: "unverified" } });
const byTrial = { status: "by-trial", k: 1, trials: 1, studies: [study()] } as const;
const beside = {
  ...({ regimen: "monotherapy", k: 1, trials: 1, products: ["a"], studies: [] } as const),
  ...({ events: 5, n: 10, estimate: 0.5, interval: [0.2, 0.8] } as const),
};
const carT = { appliesTo: ["car-t"], notFor: "given once" } as const;
const { selection } = comparison();
const none = { ...selection, cohorts: { "car-t": 3, bsab: 0 } };
const ofCarT = queryOf("therapy-class=car-t", dataset);

/** Each before those beneath, where several are true. */
const reasons: [string | null, Row, Parameters<typeof comparison>[0]?][] = [
  [null, row()],
  ["given once", without(silent, carT), { selection: none, query: ofCarT }],
  ["bispecific not asked for", without(silent), { selection: none, query: ofCarT }],
  ["no bispecific trial in this selection", without({ ...silent, beside }), { selection: none }],
  ["by trial only", without({ ...byTrial, beside })],
  ["other regimen only", without({ ...silent, beside })],
  // Known by its median, although no trial reports the month.
  ["by trial only", without({ ...silent, medians: [median()] }, { outcome: "pfs-18" })],
  ["not reported for bispecifics in 3 trials", without(silent)],
  ["no bispecific count to pool", without({ notPooled: [notPooled(), held] })],
];

describe("why a class has no number", () => {
  it.each(reasons)("is %s", (why, of, over) => {
    expect(missingText("bsab", of, comparison(over))).toBe(why);
  });
});
