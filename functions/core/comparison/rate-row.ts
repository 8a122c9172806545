/**
 * A row asked for with `measure=rate`. It has the form of any row, but its numbers are in `rate`;
 * those of a proportion are `null`, so that nothing can show one for the other.
 */
import type { Outcome } from "#data/schema.ts";
import type { Entry } from "../evidence/gather.ts";
import { byGroup } from "../evidence/grouping.ts";
import { accumulates, type RatedFigure } from "../evidence/rated.ts";
import type { Contrast } from "./answer.ts";
import { rowCautions } from "./cautions.ts";
import { appraise } from "./certainty.ts";
import type { CodedCertainty, CodedPool } from "./coded-answer.ts";
import type { RowCaution, SharedRemark } from "./coded-remarks.ts";
import { type Asked, type Row, rowFrom } from "./compare.ts";
import type { Model } from "./fit.ts";
import { noFit } from "./no-fit.ts";
import { contrastOfRates, ratedCounts, rateGroups } from "./rate-groups.ts";
import type { RateSummary } from "./rate-pool.ts";
import { productPools, productsDiffer } from "./summarise.ts";

/** `null` if the row is one of proportions. */
export function rateRow<G extends string>(outcome: Outcome, asked: Asked<G>): Row<G> | null {
  const { groups, query, dataset } = asked;
  if (query.measure !== "rate" || !accumulates(outcome)) return null;
  const { answer, evidence } = rowFrom(outcome, { ...asked, model: noProportion }, ratedCounts);
  const sides = rateGroups(outcome, groups, query, asked.beyond.fitRates);
  const sideOf = (id: string) => sides.find((side) => side.id === id);
  const pools = byGroup(sides, ({ id, fit, rate: own, represented, entries }) => {
    // What does not stand for its class is no rate of the class: its products have their counts.
    const isApart = own !== null && !represented;
    const rate = isApart ? null : own;
    return {
      ...answer.pools[id],
      products: isApart ? productsOf(entries, asked.model) : answer.pools[id].products,
      status: isApart ? ("not-represented" as const) : fit.status,
      crude: null,
      tau: rate?.tau ?? null,
      i2: null,
      studies: answer.pools[id].studies.map((study) => ({
        ...study,
        weight: rate?.studies.find(({ cohort }) => cohort === study.cohort)?.weight ?? 0,
      })),
      rate,
    };
  });
  const contrasts = answer.contrasts.map((contrast): Contrast<G> => {
    const rate = contrastOfRates(sides, contrast, query);
    if (rate !== null) return { ...contrast, status: "ok", rate };
    const pair = [contrast.group, contrast.against].map(sideOf);
    // A class without any rate is missing, whatever it would stand for.
    const apart = pair.every((side) => side?.rate) && pair.some((side) => !side?.represented);
    return apart ? { ...contrast, status: "not-representative" } : contrast;
  });
  const poolOf = new Map<string, CodedPool>(Object.entries(pools));
  const of = evidence.groups.map((group) => ({
    ...group,
    pool: poolOf.get(group.id) ?? group.pool,
    because: sideOf(group.id)?.fit.because ?? null,
  }));
  const assumption = assumptions(of.flatMap(({ entries }) => entries));
  // Different times of observation are what a rate is for.
  const atAnyTime = { ...outcome, timeDependent: false };
  return {
    evidence: { ...evidence, groups: of },
    answer: {
      ...answer,
      measure: "rate",
      pools,
      contrasts,
      certainty: withReasons(assumption, appraise(atAnyTime, of, contrasts, dataset)),
      cautions: [
        ...assumption,
        ...sides.flatMap(differing),
        ...rowCautions({ outcome: atAnyTime, groups: of }).map((caution) =>
          ofRate(caution, sideOf),
        ),
      ],
    },
  };
}

function productsOf(entries: readonly Entry<RatedFigure>[], model: Model): CodedPool["products"] {
  const together = model.pool(ratedCounts.figures(entries));
  return productPools(entries, ratedCounts, together, model).map(({ pool }) => pool);
}

/** The row is gathered like any other, but not pooled as a proportion. */
const noProportion: Model = {
  pool: () => noFit,
  compare: (groups) => groups.map((group) => ({ ...group, fit: noFit, contrast: null })),
};

/** What every rate assumes. It fits CAR-T least, whose harms come early. */
function assumptions(entries: readonly Entry[]): SharedRemark[] {
  if (entries.length === 0) return [];
  const early = entries.some(({ cohort }) => cohort.therapyClass === "car-t");
  return [{ code: "constant-hazard", early }];
}

function withReasons(
  more: readonly SharedRemark[],
  { level, reasons }: CodedCertainty,
): CodedCertainty {
  if (level === "not-rated") return { level, reasons };
  return { level: "very-low", reasons: [...more, ...reasons] };
}

/** A caution that speaks of the numbers of a proportion speaks of those of the rate. */
function ofRate(caution: RowCaution, sideOf: (id: string) => RateSummary | undefined): RowCaution {
  if (caution.code === "not-representative") {
    const { products = [] } = sideOf(caution.group) ?? {};
    return { ...caution, products: products.map(({ pool: { product } }) => product) };
  }
  // If all had an event, the time they took is not known, and the model's rate is shown.
  return caution.code === "all-events" ? { ...caution, single: false } : caution;
}

function differing({ id: group, products, fit }: RateSummary & { readonly id: string }) {
  const differ = productsDiffer(products, fit.k > 1 ? fit.tau : null);
  return differ === null ? [] : [{ code: "products-differ", group, range: null } as const];
}
