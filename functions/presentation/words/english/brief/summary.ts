/** A summary with one line per outcome, in English. */
import type { SummaryWords } from "../../contract/brief.ts";
import { counted } from "../counted.ts";
import { en } from "../screen.ts";
import { className } from "./parts.ts";

export const summary: SummaryWords = {
  heading: "In short",
  lead: "Patients of 100, pooled for a typical cohort or counted in the only one, with 95 % intervals, or events of patients by product where a class has no number of its own; separate cohorts of different patients; more or fewer is CAR-T against bispecific antibodies",
  noPool: (outcome) => `${outcome}: no number can be pooled.`,
  noNumber: (group) => `${className[group]} no number`,
  rate: ({ group, product, regimen, rate, range, cohorts }) => {
    const name = `${className[group]}${product === null ? "" : ` (${product} only)`}`;
    return `${name}${en.headline.combination[regimen]} ${rate} ${range} from ${counted(cohorts, "cohort")}`;
  },
  notRepresentative: (why = "too few patients or trials") => `not compared, ${why}`,
  certainty: (level) => `certainty ${en.certainty[level]}`,
};
