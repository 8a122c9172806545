/** What a person types or says beside the record. */
import { codeSystems } from "../code-systems.ts";
import {
  bispecific,
  carT,
  coded,
  inWords,
  type MadeRecord,
  only,
  ordered,
  patient,
  procedure,
  record,
} from "../made-records.ts";

const { cpt } = codeSystems;

export const typed: readonly MadeRecord[] = [
  {
    ...record("lines typed", [patient], { ...only(null), priorLines: 3 }, "prior-lines"),
    said: { priorLines: 3 },
  },
  {
    ...record("lines that nobody has", [patient], only(null), "lines-not-typed"),
    said: { priorLines: 31 },
  },
  {
    ...record(
      "CAR-T cells that a person confirmed",
      [patient, procedure(coded(cpt, "38228"))],
      only(carT),
      "therapy CAR-T cells",
    ),
    said: { confirmed: ["CAR-T cells"] },
  },
  {
    ...record(
      "an order that a person confirmed",
      [patient, ordered(inWords("Tecvayli"))],
      only(bispecific),
      "therapy teclistamab",
    ),
    said: { confirmed: ["teclistamab"] },
  },
];
