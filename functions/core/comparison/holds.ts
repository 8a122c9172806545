/**
 * Whether a difference between the classes whose interval excludes 0 also does so among products
 * approved in the US, in the EU, and at recommended doses. Only such a difference is emphasised on
 * screen. So it is part of every answer, although such a row needs up to three more fits.
 */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { reference } from "../evidence/classes.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Poolable } from "../evidence/gather.ts";
import { byClass } from "../evidence/grouping.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { select } from "../evidence/select.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Contrast } from "./answer.ts";
import { contrasts } from "./contrast.ts";
import type { Model } from "./fit.ts";
import type { Kind } from "./kinds.ts";
import { measure } from "./measure.ts";
import { findingOf } from "./verdict.ts";

export type Holds = NonNullable<Contrast["holds"]>;
type HoldsIn = Holds[keyof Holds];

/** What a row has when its contrast is known. */
type OfRow<T> = <F extends Poolable>(
  outcome: Outcome,
  contrast: Contrast<string>,
  kind: Kind<F>,
) => T;

/** `null` if the interval of the contrast does not exclude 0. */
export type RowHolds = OfRow<Holds | null>;

/** `null` for a comparison of other groups. */
export function holdsFor(
  query: Query,
  groups: readonly GroupOfRegimen[],
  dataset: Dataset,
  model: Model,
): RowHolds | null {
  if (query.compare !== usualDimension) return null;
  const us = asking({ availability: "us" });
  const eu = asking({ availability: "eu" });
  const recommended = asking({ doses: "recommended" });
  return (outcome, contrast, kind) =>
    findingOf(contrast)
      ? {
          us: us(outcome, contrast, kind),
          eu: eu(outcome, contrast, kind),
          recommended: recommended(outcome, contrast, kind),
        }
      : null;

  function asking(change: Partial<Query>): OfRow<HoldsIn> {
    const asked = { ...query, ...change };
    // Selected with the first row that needs it; most answers have none.
    let selected: readonly GroupOfRegimen<TherapyClass>[] | undefined;
    return (outcome, contrast, kind) => {
      // The same regimen as in the row, or other drugs would be what is checked.
      selected ??= byClass(select(asked, dataset).included).groups.map((group) => ({
        ...group,
        regimen: groups.find(({ id }) => id === group.id)?.regimen ?? null,
      }));
      const measured = measure(outcome, selected, asked, kind);
      const refit = model.compare(measured, reference, "contrast");
      const [there] = contrasts(outcome, refit, reference);
      return {
        kept: there !== undefined && findingOf(there) === findingOf(contrast),
        differencePer100: there?.differencePer100 ?? null,
        differenceInterval: there?.differenceInterval ?? null,
      };
    };
  }
}
