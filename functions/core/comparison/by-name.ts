/** Differences of the counts of products, where a class has no number of its own. */
import type { Outcome } from "#data/schema.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import { areContrasted, isByRule } from "../evidence/cuts.ts";
import type { Entry } from "../evidence/gather.ts";
import { byProduct, productsTold } from "../evidence/products.ts";
import type { Query } from "../question/query.ts";
import type { Counted } from "./answer.ts";
import { populationsMixed } from "./certainty.ts";
import { knownFollowUp } from "./certainty-rules.ts";
import type { CodedByName } from "./coded-answer.ts";
import { betweenCounts } from "./contrast.ts";
import { countedIn } from "./counted.ts";
import { counts } from "./kinds.ts";
import { followUpOf } from "./patients.ts";
import { definitionMixed, regimensDiffer } from "./shared-remarks.ts";

/** Of each product: fewer would be one trial, or too few patients to tell rates apart. */
const least = { trials: 2, patients: 100 } as const;

interface Named {
  readonly id: string;
  readonly counted: Counted & { readonly events: number; readonly n: number };
  readonly entries: readonly Entry<CountedFigure>[];
}

/**
 * Every product of one class against every product of the other that counted the same: of one
 * definition, one kind of patients and of regimen, over follow-ups that may be contrasted.
 *
 * @param entries The pooled figures of each class.
 */
export function contrastsByName(
  outcome: Outcome,
  entries: readonly (readonly Entry<CountedFigure>[])[],
  query: Pick<Query, "cut">,
): CodedByName[] {
  const [first = [], second = []] = entries.map(named);
  return first.flatMap((one) =>
    second
      .filter((other) => areAlike(outcome, [one, other], query))
      .map((other) => between(one, other)),
  );
}

function named(entries: readonly Entry<CountedFigure>[]): Named[] {
  return byProduct(entries).flatMap(({ product: id, own }) => {
    const counted = countedIn(own, counts);
    if (counted?.events == null || counted.n === null || productsTold(id).length > 1) return [];
    const { events, n } = counted;
    const enough = own.length >= least.trials && n >= least.patients;
    return enough ? [{ id, counted: { ...counted, events, n }, entries: own }] : [];
  });
}

function areAlike(outcome: Outcome, pair: readonly Named[], query: Pick<Query, "cut">): boolean {
  const all = pair.flatMap(({ entries }) => entries);
  const mixed = [
    ...definitionMixed(outcome, all),
    ...populationsMixed(all),
    ...regimensDiffer(pair),
  ];
  if (mixed.length > 0) return false;
  const followUps = pair.map(({ entries }) => knownFollowUp({ followUp: followUpOf(entries) }));
  return !outcome.timeDependent || !isByRule(query) || areContrasted(followUps);
}

/** Without an interval where the trials of one of them differ. */
function between(one: Named, other: Named): CodedByName {
  const [a, b] = [withInterval(one), withInterval(other)];
  return {
    product: one.id,
    against: other.id,
    counts: [countOf(one), countOf(other)],
    ...(a && b
      ? betweenCounts(a, b)
      : {
          differencePer100: 100 * (one.counted.estimate - other.counted.estimate),
          differenceInterval: null,
        }),
  };
}

function withInterval({ counted }: Named) {
  return counted.interval && { ...counted, interval: counted.interval };
}

function countOf({ counted: { events, n } }: Named) {
  return { events, n };
}
