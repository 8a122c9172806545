/** What a collected row counts: one of our outcomes or of `otherOutcomes`, and what sets it apart. */
import type { otherOutcomes } from "../collection-vocabulary.ts";
import type { Outcome } from "../schema.ts";

export interface NamedOutcome {
  outcome: string;
  definition: string | null;
}

type OtherOutcome = keyof typeof otherOutcomes;

const other = (outcome: OtherOutcome, definition: string | null = null): NamedOutcome => ({
  outcome,
  definition,
});
const ours = (outcome: string, definition: string | null = null): NamedOutcome => ({
  outcome,
  definition,
});

/** Keys that are not an `evidenceKey` of `data/outcomes.json`. */
const keys: Readonly<Record<string, NamedOutcome>> = {
  "orr (day 90)": ours("orr", "at day 90"),
  grade3to4TEAE: ours("ae-3", "treatment-emergent, grade 3 or 4"),
  crsAbove2: ours("crs-3", "printed as above grade 2"),
  infectionAny6mo: ours("infection", "within 6 months"),
  nonRelapseMortality1yr: ours("nrm", "1-year estimate"),
  neurotoxicity: ours("neurotoxicity"),
  neutropenia: ours("neutropenia"),
  pfs6mo: ours("pfs-6"),
  pfs30mo: other("pfs-30"),
  pfsMedian: other("pfs"),
  osMedian: other("os"),
  pfs2Median: other("pfs2"),
  pfs: other("pfs"),
  PFS: other("pfs"),
  "PFS multivariable": other("pfs", "multivariable model"),
  os: other("os"),
  OS: other("os"),
  ttnt: other("ttnt"),
  anemia: other("anemia"),
  thrombocytopenia: other("thrombocytopenia"),
  septicShock: other("septic-shock"),
  bacteremia: other("bacteremia"),
  icansGrade2Plus: other("icans-2"),
  eICAHTGrade3Plus: other("early-icaht-3"),
  death: other("death"),
  deathWithin90d: other("death-90-days"),
  mortality5y: other("death-5-years"),
  survivalEndOfFollowUp: other("survival-at-end"),
  "MM remission (coded)": other("remission-coded"),
};

/** As reviews abbreviate them in a list. */
const abbreviations: Readonly<Record<string, NamedOutcome>> = {
  ORR: ours("orr"),
  ">=VGPR": ours("vgpr"),
  ">=CR": ours("cr"),
  DOR: other("dor"),
  PFS: other("pfs"),
  OS: other("os"),
};

export function outcomeOf(key: string, outcomes: readonly Outcome[]): NamedOutcome {
  const carried = outcomes.find(({ kind, evidenceKey }) => kind === "count" && evidenceKey === key);
  const named = carried ? ours(carried.id) : keys[key];
  if (!named) throw new Error(`outcome "${key}" is unknown; name it in collected-outcomes.ts`);
  return named;
}

/** `>=CR, DOR, PFS`, or `>=VGPR and PFS`. */
export function listedOutcomes(list: string): NamedOutcome[] {
  return list.split(/, | and /).map((word) => {
    const named = abbreviations[word];
    if (!named) throw new Error(`outcome "${word}" is unknown; name it in collected-outcomes.ts`);
    return named;
  });
}
