/** A summary with one line per outcome, in English. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Level } from "../../told.ts";
import { counted } from "../counted.ts";
import { screen } from "../screen.ts";
import { className } from "./parts.ts";

interface RateTold {
  readonly group: TherapyClass;
  /** The product, if all cohorts of the class have the same. */
  readonly product: string | null;
  readonly regimen: keyof typeof screen.headline.combination;
  readonly rate: string;
  readonly range: string;
  readonly cohorts: number;
}

export const summary = {
  heading: "In short",
  lead: "Patients of 100, pooled for a typical cohort or counted in the only one, with 95 % intervals, or events of patients by product where a class has no number of its own; separate cohorts of different patients; more or fewer is CAR-T against bispecific antibodies",
  noPool: (outcome: string) => `${outcome}: no number can be pooled.`,
  noNumber: (group: TherapyClass) => `${className[group]} no number`,
  rate: ({ group, product, regimen, rate, range, cohorts }: RateTold) => {
    const name = `${className[group]}${product === null ? "" : ` (${product} only)`}`;
    return `${name}${screen.headline.combination[regimen]} ${rate} ${range} from ${counted(cohorts, "cohort")}`;
  },
  notRepresentative: (why = "too few patients or trials") => `not compared, ${why}`,
  certainty: (level: Level) => `certainty ${screen.certainty[level]}`,
};
