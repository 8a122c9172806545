/** Records that name a drug by words alone, which are those of a label or are about something else. */
import { codeSystems } from "../code-systems.ts";
import {
  administered,
  beside,
  carT,
  coded,
  inWords,
  type MadeRecord,
  notCounted,
  procedure,
} from "../made-records.ts";

const { atc, cpt, hcpcs, ndc, rxnorm, snomed } = codeSystems;

const cilta = "ciltacabtagene autoleucel";
const ide = "idecabtagene vicleucel";

/** Texts with which a drug does not count, and why. */
const about: readonly (readonly [text: string, drug: string])[] = [
  ["Carvykti – abgelehnt durch Kostenträger", cilta],
  ["Dexamethason (Prämed. Tecvayli)", "teclistamab"],
  ["consider cilta-cel", cilta],
  ["Teclistamab nicht gegeben", "teclistamab"],
  ["TECVAYLI step-up", "teclistamab"],
  ["on waiting list for Carvykti", cilta],
  ["Abecma geplant", ide],
  ["Tecvayli?", "teclistamab"],
  ["Carvykti x", cilta],
  ["Carvykti (-)", cilta],
  ["Carvykti: Ø", cilta],
  ["Tecvayli 0 mg", "teclistamab"],
  ["Tecvayli 0,0 mg", "teclistamab"],
  ["Carvykti 12.03.2027", cilta],
  ["Carvykti 3/4/27", cilta],
  ["Abecma 2027", ide],
  ["infusion for Carvykti", cilta],
  ["refus de Carvykti", cilta],
  ["Tecvayli / Talvey", "teclistamab"],
  ["Tecvayli or Talvey", "talquetamab"],
  ["Talvey sospeso", "talquetamab"],
  ["Tecvayli rechazado", "teclistamab"],
  ["テクベイリ中止", "teclistamab"],
  // Of a study the product may be a placebo, or what others got.
  ["INV_IRB_2020-1234_TECLISTAMAB", "teclistamab"],
  ["CAR-T consultation", "CAR-T cells"],
  ["CAR-T cell collection", "CAR-T cells"],
];

/** Labels of products, as systems and packages print them. */
const labels: readonly (readonly [text: string, drug: string])[] = [
  ["TECVAYLI 153 MG/1.7 ML SC SOLN", "teclistamab"],
  ["teclistamab-cqyv 90 mg/mL subcutaneous solution", "teclistamab"],
  ["Tecvayli 10 mg/mL solution for injection", "teclistamab"],
  ["TECVAYLI 10 mg/ml Injektionslösung", "teclistamab"],
  ["Tecvayli 90 mg/ml solution injectable", "teclistamab"],
  ["Tecvayli 90 mg/mL soluzione iniettabile", "teclistamab"],
  ["Tecvayli 90 mg/ml solución inyectable", "teclistamab"],
  ["Tecvayli 90 mg/ml solução injetável", "teclistamab"],
  ["テクベイリ皮下注153mg", "teclistamab"],
  ["Talvey 40 mg/mL s.c.", "talquetamab"],
  ["Blenrep 100 mg powder for concentrate for solution for infusion", "belantamab mafodotin"],
  ["Carvykti 3.2 x 10^6 – 1.0 x 10^8 cells dispersion for infusion", cilta],
  ["CARVYKTI Infusionsdispersion", cilta],
  ["TECVAYLI 10 mg/ml Inj.-Lsg. Dsfl.", "teclistamab"],
  ["Carvykti Inf.-Disp.", cilta],
  ["Abecma 4.5E8 cells, bag", ide],
  ["Talvey solution for injection, for subcutaneous use", "talquetamab"],
  ["Abecma dispersion pour perfusion", ide],
];

/** A code without words, beside a text that is a label. */
const codedOtherwise = (system: string, code: string, display?: string) =>
  administered({
    medicationCodeableConcept: { ...coded(system, code, display), text: "TECVAYLI 153 mg" },
  });

export const words: readonly MadeRecord[] = [
  ...about.map(([text, drug]) =>
    beside(text, administered(inWords(text)), null, notCounted("mentioned", drug), "therapy-none"),
  ),
  ...labels.map(([text, drug]) => {
    const kinds =
      { talquetamab: ["gprc5d"], teclistamab: ["bispecific"], "belantamab mafodotin": ["adc"] }[
        drug
      ] ?? carT;
    return beside(text, administered(inWords(text)), kinds, `therapy ${drug}`);
  }),
  beside(
    "a refusal beside the name",
    administered({
      medicationCodeableConcept: { ...coded("urn:local", "1", "Tecvayli"), text: "abgelehnt" },
    }),
    null,
    notCounted("mentioned"),
    "therapy-none",
  ),
  ...[
    [rxnorm, "3264"],
    [atc, "H02AB02"],
    [ndc, "0054-8175-25"],
    [hcpcs, "J1100"],
    [snomed, "372584003"],
  ].map(([system = "", code = ""]) =>
    beside(
      `the code ${code} of another drug`,
      codedOtherwise(system, code),
      null,
      notCounted("mentioned"),
      "therapy-none",
    ),
  ),
  beside(
    "a code that is not known, of a drug that its display names",
    codedOtherwise(rxnorm, "2619446", "teclistamab-cqyv 10 MG/ML [Tecvayli]"),
    ["bispecific"],
    "therapy teclistamab",
  ),
  beside(
    "collection of cells, by CPT",
    procedure({ ...coded(cpt, "38225"), text: "Carvykti" }),
    null,
    notCounted("mentioned", cilta),
    "therapy-none",
  ),
];
