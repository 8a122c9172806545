/** From the words for a CAR-T construct to the closed lists by which constructs are compared. */
import type { Cohort } from "../schema.ts";
import type { CollectedCohort } from "./handover.ts";
import type { RoexRow } from "./roex.ts";

type Construct = NonNullable<Cohort["construct"]>;

/** The cohort's own file first; what it leaves open, the row of the meta-analysis may say. */
export function constructOf(
  collected: CollectedCohort["construct"],
  row: RoexRow | undefined,
): Construct | null {
  if (!collected && !row) return null;
  const printed = collected?.lymphodepletion ?? row?.lymphodepletion ?? null;
  return {
    bindingDomain: word(bindingDomains, collected?.bindingDomain ?? row?.bindingDomain),
    vector: word(vectors, collected?.vector ?? row?.vector),
    costimulation: word(costimulations, collected?.costimulation ?? row?.costimulationPrinted),
    source: word(cellSources, collected?.source),
    expansion: word(expansions, row?.expansion),
    lymphodepletion: word(lymphodepletions, printed),
    detail: detailOf(printed, row),
  };
}

/** Roex 2020: all products were autologous (legend of its figure 1). */
export function roexConstruct(row: RoexRow): Construct {
  const construct = constructOf(null, row);
  if (construct === null) throw new Error(`${row.id}: no construct`);
  return { ...construct, source: "autologous" };
}

function detailOf(lymphodepletion: string | null, row: RoexRow | undefined): string | null {
  const parts = [
    lymphodepletion !== null && !(lymphodepletion in plain) ? lymphodepletion : null,
    row && /\+ (?:EGFRt|rimiducid)/.test(row.costimulationPrinted)
      ? row.costimulationPrinted
      : null,
    row && /inhibitor|IL-2/.test(row.expansionPrinted) ? row.expansionPrinted : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join("; ") : null;
}

/** What was not disclosed is not reported; a word that nobody has placed yet stops the import. */
function word<W extends string>(
  known: Readonly<Record<string, W>>,
  printed: string | null | undefined,
): W | null {
  if (printed === null || printed === undefined || printed === "ND") return null;
  const found = known[printed];
  if (found === undefined) throw new Error(`no construct word for "${printed}"`);
  return found;
}

const bindingDomains = {
  camelid: "camelid",
  human: "human",
  humanized: "humanized",
  murine: "murine",
  other: "other",
  "murine scFv": "murine",
  "human scFv": "human",
  "humanized scFv": "humanized",
  "human VH": "human",
  "human centyrin": "other",
  "alpaca VHH": "camelid",
  "llama VHH": "camelid",
} as const;

const vectors = {
  lentiviral: "lentiviral",
  retroviral: "retroviral",
  transposon: "transposon",
} as const;

const costimulations = {
  "4-1BB": "4-1bb",
  "4-1BB + EGFRt": "4-1bb",
  "4-1BB + rimiducid SS": "4-1bb",
  CD28: "cd28",
  "CD28/4-1BB": "cd28-4-1bb",
  "CD28/OX40": "cd28-ox40",
} as const;

const cellSources = { autologous: "autologous", allogeneic: "allogeneic" } as const;

const expansions = { aCD3: "anti-cd3", "aCD3+CD28": "anti-cd3-cd28" } as const;

/** Words that say nothing beyond the closed list. */
const plain = { "CP/Flu": "cy-flu", CP: "cy" } as const;

const lymphodepletions = {
  ...plain,
  "Flu 30 mg/m2 + Cy 500 mg/m2 x3": "cy-flu",
  "CP/Flu (Cy 300 mg/m2/d + Flu 30 mg/m2/d x3)": "cy-flu",
  "CP/Flu or CP": "mixed",
  "CP/Flu or none": "mixed",
  "CP or none": "mixed",
  "CP 3 g/m2 or CP/Flu": "mixed",
  "Cy 300 mg/m2 (n=66) or Cy 250 + Flu 25 mg/m2 (n=8)": "mixed",
  "none (cohort 1, n=9) or Cy 1.5 g/m2 (cohorts 2-3, n=16)": "mixed",
  "ALLO-647 (anti-CD52)-containing; FCA = Flu + Cy + ALLO-647 in the 320x10^6 subset (n=24)":
    "other",
  "BUCY or Mel + autoHSCT": "other",
} as const;
