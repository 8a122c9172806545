/** The patients that a figure is counted over. */
import type { Population } from "#data/vocabulary.ts";

export const populations: Readonly<Record<Population, string>> = {
  randomised: "all randomised patients",
  leukapheresed: "all patients with cells collected",
  treated: "treated patients",
  "efficacy-evaluable": "patients evaluable for efficacy",
  safety: "the safety set",
  responders: "responders",
  "mrd-evaluable": "patients evaluable for MRD",
  subset: "some of the patients",
};
