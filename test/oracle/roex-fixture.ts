import * as v from "valibot";
import type { OracleCase } from "./within-tolerance.ts";

const percentages = v.object({
  estimate: v.number(),
  lower: v.number(),
  upper: v.number(),
  I2: v.nullable(v.number()),
});

const pooled = v.object({
  id: v.string(),
  selection: v.string(),
  events: v.array(v.number()),
  n: v.array(v.number()),
  printed: percentages,
  computed: v.object({ ...percentages.entries, tau2: v.number(), Q: v.number() }),
  assertWithin: v.number(),
  assertI2Within: v.nullable(v.number()),
  exactGlmm: v.nullable(
    v.object({ estimate: v.number(), lower: v.number(), upper: v.number(), tau2: v.number() }),
  ),
});

const roexFixture = v.object({
  source: v.string(),
  bestModel: v.looseObject({
    method: v.string(),
    transform: v.string(),
    correction: v.unknown(),
    test: v.string(),
  }),
  pooled: v.array(pooled),
});

type RoexFixture = v.InferOutput<typeof roexFixture>;

export function isRoexFixture(content: unknown): content is RoexFixture {
  return v.is(roexFixture, content);
}

/**
 * One case per pooled result. `computed` must equal the reference's own calculation, `printed` the
 * paper within the stated tolerance (percentage points), and `exactGlmm` the binomial model.
 */
export function roexCases({ source, bestModel, pooled }: RoexFixture): OracleCase[] {
  const { method, transform, correction, test } = bestModel;
  return pooled.map(({ printed: { I2, ...printed }, ...one }) => ({
    id: one.id,
    description: one.selection,
    input: { events: one.events, n: one.n },
    options: { model: "roex-2020", method, transform, correction, test },
    expected: {
      computed: one.computed,
      printed: { ...printed, printedI2: I2 },
      exactGlmm: one.exactGlmm,
    },
    tolerance: {
      computed: { rel: 1e-6, abs: 1e-6 },
      tau2: { rel: 1e-5, abs: 1e-7 },
      printed: { abs: one.assertWithin },
      exactGlmm: { rel: 1e-5, abs: 1e-5 },
      ...(one.assertI2Within === null ? {} : { printedI2: { abs: one.assertI2Within } }),
    },
    source,
  }));
}
