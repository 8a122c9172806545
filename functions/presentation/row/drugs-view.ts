/** The drugs of a row, each on the axis of 0 to 100 with its number: a class is their average, a patient gets one. */
import type { ProductPool, Row } from "#core/answer/answer.ts";
import { standIns } from "#core/answer/evidence.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { displayedRate } from "../statement/figures.ts";
import { productGiven } from "../words/product-name.ts";
import { type EvidenceMark, evidenceMarks, numberOf } from "./evidence-marks.ts";
import { barOf, countOf } from "./places.ts";
import { type Plotted, plotted } from "./plotted.ts";

export interface DrugView extends Plotted {
  readonly group: TherapyClass;
  /** Its slug, for the address of its page. */
  readonly product: string;
  readonly name: string;
  /** "137 of 145"; what else its figures are of; empty for a percentage alone. */
  readonly count: string;
}

/** CAR-T first, in each class the drug with most patients first. Nothing is compared. */
export function drugsView({ pools }: Pick<Row, "pools">): readonly DrugView[] {
  return therapyClasses.flatMap((group) => {
    const pool = pools[group];
    return standIns(pool).flatMap(({ product, shown }): DrugView[] => {
      const named = { group, product, name: productGiven(product, pool.regimen) };
      const held = pool.products.find((one) => one.product === product);
      const counted = held && ofPool(held);
      if (counted) return [{ ...named, ...counted }];
      const figures = evidenceMarks(shown);
      return figures.length === 0 ? [] : [{ ...named, ...ofEntries(figures) }];
    });
  });
}

type Drawn = Omit<DrugView, "group" | "product" | "name">;

function ofPool(held: ProductPool): Drawn | null {
  const rate = displayedRate(held);
  return rate && { count: held.events === null ? "" : countOf(held), ...plotted(rate) };
}

function ofEntries(figures: readonly EvidenceMark[]): Drawn {
  const [only, another] = figures;
  const counts = figures.map(({ count }) => count).filter((count) => count !== "");
  const meanings = [...new Set(figures.map(({ of }) => of))].filter((of) => of !== "");
  const bar = only?.interval && another === undefined ? barOf(only.interval) : null;
  return {
    count: [meanings.join(", "), counts.join(", ")].filter((text) => text !== "").join(": "),
    ...numberOf(figures),
    ...(bar && { bar }),
    marks: figures.map(({ at, kind }) => ({ at, kind })),
    filled: false,
  };
}
