/** What a person types or says beside the record. */
import { codeSystems } from "../code-systems.ts";
import {
  administered,
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
  resource,
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
  {
    ...record(
      "a drug that a person denied",
      [patient, procedure({ text: "Carvykti" })],
      only(null),
      "therapy-not-counted ciltacabtagene autoleucel denied",
      "therapy-none",
    ),
    said: { denied: ["ciltacabtagene autoleucel"] },
  },
  {
    ...record(
      "one drug denied, another not",
      [patient, procedure({ text: "Carvykti" }), administered(inWords("Tecvayli"))],
      only(bispecific),
      "therapy-not-counted ciltacabtagene autoleucel denied",
      "therapy teclistamab",
    ),
    said: { denied: ["ciltacabtagene autoleucel"] },
  },
  {
    ...record(
      "a drug both confirmed and denied",
      [patient, administered(inWords("Tecvayli"))],
      only(null),
      "therapy-not-counted teclistamab contradicted",
      "therapy-none",
    ),
    said: { confirmed: ["teclistamab"], denied: ["teclistamab"] },
  },
  {
    ...record(
      "a contradiction that a person settled",
      [
        patient,
        administered(inWords("Tecvayli")),
        resource("MedicationStatement", "not-taken", inWords("Tecvayli")),
      ],
      only(bispecific),
      "therapy teclistamab",
    ),
    said: { confirmed: ["teclistamab"] },
  },
];
