/** What a judgement about a figure may say, and those that several figures share. */
import type { Figure } from "../schema.ts";
import type { Hold, Population } from "../vocabulary.ts";

export interface FigureJudgement {
  reason: string;
  population?: Population;
  /** `null` lifts a hold that the cut's name would set. */
  hold?: Hold | null;
  cut?: string;
  followUpMonths?: number | null;
  timeOrigin?: Figure["timeOrigin"];
  /** Words appended to the collected definition. */
  definition?: string;
  /** `null`: other printed facts leave only one count. */
  derivedRange?: null;
  /** The key of the same figure, collected twice; this one is left out. */
  duplicateOf?: string;
}

export const infusedAsStudyTreatment: FigureJudgement = {
  reason: "The 176 who received the planned infusion, not the 208 randomised",
  population: "treated",
};

export const denominatorUnclear: FigureJudgement = {
  reason:
    "Patients with an earlier event are left out outcome by outcome; the denominator is unknown",
  population: "subset",
};

export const evaluableNotPrinted: FigureJudgement = {
  reason: "Evaluable patients of unknown number",
  population: "efficacy-evaluable",
};

export const safetyNotPrinted: FigureJudgement = {
  reason: "Safety population of unknown number",
  population: "safety",
};

export const evaluable: FigureJudgement = {
  reason: "Response-evaluable patients, fewer than all treated",
  population: "efficacy-evaluable",
};

export const evaluableForToxicity: FigureJudgement = {
  reason: "10 of 11 were evaluable for dose-limiting toxicity",
  population: "safety",
};

export const restsOnAbsence: FigureJudgement = {
  reason: "A sum in which a category that the table does not list counts as none",
  hold: "inferred",
};

export const ofPatientsOrEvents: FigureJudgement = {
  reason: "Whether of all patients or of those with an event is unclear",
  population: "subset",
};

export const mrdWithinCr: FigureJudgement = {
  reason: "Only with a complete response; other cohorts count MRD whatever the response",
  hold: "different-definition",
};

export const at33Months: FigureJudgement = {
  reason: "Only in the table at 33.4 months",
  cut: "33.4mo",
};

export const at12Months: FigureJudgement = {
  reason: "Printed in the table at 33.4 months and alike in the primary publication",
  followUpMonths: 12.4,
};

export const absentFromTable: FigureJudgement = {
  reason: "None, because the table lists no entry; not printed as zero",
  hold: "inferred",
};

export const phase2Only: FigureJudgement = {
  reason: "ICANS was recorded in phase 2 only",
  population: "subset",
};

export const stepUpOnly: FigureJudgement = {
  reason: "Counted during step-up dosing only; later events are not in it",
  hold: "time-limited",
};

export const broadNeurotoxicity: FigureJudgement = {
  reason: "FDA-broad neurologic toxicity or FDA-adjudicated ICANS in the label population",
  population: "safety",
  hold: "different-definition",
};

export const labelPopulation: FigureJudgement = {
  reason: "Label safety population: the same patients but one",
  population: "safety",
};

export const labelCrs: FigureJudgement = {
  reason: "Label safety population; the FDA regraded CRS (KarMMa: grade 3 or more 9 %, not 5 %)",
  population: "safety",
  hold: "different-definition",
};

export const aged65: FigureJudgement = {
  reason: "The 75 patients of 65 years or more among 156 infused; a subgroup, not a cohort",
  population: "subset",
};

export const namedCut2019: FigureJudgement = {
  reason: "From the 2020 meta-analysis, which saw the cut of June 2019",
  cut: "2019",
};

export const safetyAmongRandomised: FigureJudgement = {
  reason: "Counted among about 250 who began treatment, but the printed n is the 254 randomised",
  definition:
    "adverse events are probably counted among the 249 or 250 who began study treatment, not all 254 randomised",
};

export const oneZeroForTwo: FigureJudgement = {
  reason: 'One phrase, "no fatal events" after CRS and ICANS, read as two zeros',
  hold: "inferred",
};

export const companyStatement: FigureJudgement = {
  reason: "Company statement on an interim cut, not seen in the paper",
  hold: "unverified",
};

export const statementOf2021: FigureJudgement = {
  reason: "Company statement of August 2021, not seen in a paper; later deaths are not in it",
  cut: "2021",
  hold: "unverified",
};

export const responderFollowUp = (months: number): FigureJudgement => ({
  reason: `${months} months is the follow-up among responders`,
  followUpMonths: null,
});
