/**
 * Figures whose meaning the general rules cannot read from their key: who was counted,
 * which cut it was, and why it must not be pooled. One line of reason each; the reason
 * is for maintainers, `definition` is added to what readers see.
 */
import {
  absentFromTable,
  aged65,
  at12Months,
  at33Months,
  broadNeurotoxicity,
  companyStatement,
  denominatorUnclear,
  evaluable,
  evaluableForToxicity,
  evaluableNotPrinted,
  type FigureJudgement,
  infusedAsStudyTreatment,
  labelCrs,
  labelPopulation,
  mrdWithinCr,
  namedCut2019,
  ofPatientsOrEvents,
  oneZeroForTwo,
  phase2Only,
  responderFollowUp,
  restsOnAbsence,
  safetyAmongRandomised,
  safetyNotPrinted,
  statementOf2021,
  stepUpOnly,
} from "./common-judgements.ts";

export const figureJudgements: Readonly<Record<string, Readonly<Record<string, FigureJudgement>>>> =
  {
    "bcma-cd38-yangtze-2022": {
      crOrBetter: {
        reason: "13 sCR; that nobody had a CR other than that is read from its absence",
        hold: "inferred",
      },
      relapseAmongResponders: {
        reason: "Counted among the 13 with stringent complete response, not all 14 responders",
        population: "subset",
      },
    },
    "cartitude-1": {
      neutropeniaAny: at33Months,
      lymphopeniaGrade3Plus: at33Months,
      neutropeniaGrade3Plus: at12Months,
      anemiaGrade3Plus: at12Months,
      thrombocytopeniaGrade3Plus: at12Months,
      leukopeniaGrade3Plus: at12Months,
      deathCrs: {
        reason: "From the same mortality table as the other deaths, at 29.9 months",
        cut: "29.9mo",
        followUpMonths: 29.9,
      },
    },
    "cartitude-4-cilta-cel": {
      crsAny: infusedAsStudyTreatment,
      icansAny: infusedAsStudyTreatment,
      "treatmentRelatedDeath@33.6mo": {
        reason: "Printed as 6 (3 %), which fits the 176 infused as well as the 208 randomised",
        hold: "unverified",
      },
    },
    "cevostamab-phase1": { infectionAny: safetyNotPrinted },
    "crb-401-raje-2019": {
      "relapseAmongResponders@CRonly": {
        reason: "Complete responders are part of the responders",
        population: "subset",
      },
    },
    "ct053-phase-1": {
      vgprOrBetter: namedCut2019,
      neurotoxicityAny: namedCut2019,
      treatmentRelatedDeath: statementOf2021,
    },
    "dsouza-abbv383-2022": {
      orr: evaluable,
      vgprOrBetter: {
        reason: 'Printed as very good partial response; that it means "or better" is assumed',
        population: "efficacy-evaluable",
        hold: "unverified",
      },
    },
    "fcarh143-tuazon-2025": {
      "orr@itt": {
        reason: "Counted over all who had cells collected",
        population: "leukapheresed",
      },
    },
    "filippatos-cilta-cel-trinetx-2026": {
      crsAny: denominatorUnclear,
      icansAny: denominatorUnclear,
      neutropeniaGrade3Plus: denominatorUnclear,
    },
    "filippatos-ide-cel-trinetx-2026": {
      crsAny: denominatorUnclear,
      icansAny: denominatorUnclear,
      neutropeniaGrade3Plus: denominatorUnclear,
    },
    "fumanba-1-eque-cel": {
      orr: evaluable,
      crOrBetter: evaluable,
      mrdNegative: {
        ...evaluable,
        reason: "Counted over the response-evaluable set, not over MRD samples",
      },
    },
    gc012f: { crsAny: restsOnAbsence, crsGrade3Plus: absentFromTable },
    "germany-cilta-cel-2025": {
      crsAny: {
        reason: "85 % fits no count over 77; another, unknown denominator",
        population: "subset",
      },
      "nonRelapseDeath@10mo": {
        reason: "Cumulative incidence at 10 months; the horizon is not the follow-up",
        hold: "estimate-not-count",
        followUpMonths: null,
      },
    },
    "germany-ide-cel-2025": {
      "nonRelapseDeath@10mo": {
        reason: "Cumulative incidence at 10 months; the horizon is not the follow-up",
        hold: "estimate-not-count",
        followUpMonths: null,
      },
    },
    "hbi0101-asherie-2023": { icansAny: companyStatement, icansGrade3Plus: companyStatement },
    "ide-cel-age65-us-2024": { orr: aged65, crsGrade3Plus: aged65, icansGrade3Plus: aged65 },
    "ide-cel-cytopenias-us-2022": {
      infectionAny: { reason: "Counted within 100 days", hold: "time-limited" },
      infectionGrade3Plus: { reason: "Counted within 100 days", hold: "time-limited" },
    },
    "immagine-1": {
      orr: { ...evaluable, reason: "86 efficacy-evaluable of more who were infused" },
      crOrBetter: { ...evaluable, reason: "86 efficacy-evaluable of more who were infused" },
    },
    karmma: {
      mrdNegative: mrdWithinCr,
      "crsAny@fda127": labelCrs,
      "crsGrade3Plus@fda127": labelCrs,
      "hlhAny@fda127": labelPopulation,
      "hypogammaglobulinemia@fda127": labelPopulation,
      "neurotoxicityGrade3Plus@fda127": broadNeurotoxicity,
    },
    "karmma-3-ide-cel": {
      orr: {
        reason:
          "180 and 181 both print 71 %, only 181 gives the printed interval 66 to 77; printed alike at two cuts",
        derivedRange: null,
        followUpMonths: null,
      },
      mrdNegative: mrdWithinCr,
      infectionAny: safetyAmongRandomised,
      infectionGrade3Plus: safetyAmongRandomised,
      deathInfection: safetyAmongRandomised,
      "crsAny@fda": labelCrs,
      "crsGrade3Plus@fda": labelCrs,
      "neurotoxicityAny@fda": broadNeurotoxicity,
      "neurotoxicityGrade3Plus@fda": broadNeurotoxicity,
      "nonRelapseDeath@6mo": {
        reason: "Deaths of the first 6 months only; follow-up was 30.9",
        hold: "time-limited",
        followUpMonths: null,
        timeOrigin: "randomisation",
      },
    },
    "legend-2-lcar-b38m": {
      mrdNegative: mrdWithinCr,
      secondPrimaryMalignancy: {
        reason:
          "11.5 months is the time to the malignancies; haematological ones are not in the count",
        hold: "different-definition",
        followUpMonths: 47.8,
        timeOrigin: null,
      },
    },
    "linker-mm1-200mg": { "orr@fda": responderFollowUp(11.3) },
    "lummicar-1": {
      crsGrade3Plus: {
        reason: "Company statement of August 2021, not seen in a paper",
        hold: "unverified",
        definition: "company statement, August 2021",
      },
      treatmentRelatedDeath: statementOf2021,
      "mrdNegative@crOnly": {
        reason: "Complete responders only",
        population: "responders",
      },
    },
    "lummicar-2": {
      orr: {
        reason: "10 of 14, after 2.5 months; to be checked before any use",
        population: "efficacy-evaluable",
        hold: "unverified",
      },
      "crsGrade3Plus@press": {
        reason: "A company statement against a report of grade 1 or 3",
        hold: "conflicting-sources",
      },
    },
    "magnetismm-3": {
      vgprOrBetter: {
        reason: "Belongs to the approval-dossier cut, where ≥ CR was 34, not 43",
        cut: "approval-cut",
      },
      "orr@fda": responderFollowUp(11.1),
      "crOrBetter@fda": responderFollowUp(11.1),
      "crOrBetter@28mo": {
        reason: "The medians of the same cut print 28.4 months",
        followUpMonths: 28.4,
      },
      "secondPrimaryMalignancy@28mo": {
        reason: "Five patients of cohort A or of both cohorts; not said which",
        population: "safety",
        hold: "pooled-cohorts",
      },
    },
    "magnetismm-3-cohort-b": {
      orr: {
        reason: "Label efficacy set: 63 of the 64 patients of cohort B",
        population: "efficacy-evaluable",
      },
    },
    "majestec-1": {
      "neurotoxicityAny@fda": broadNeurotoxicity,
      "icansAny@fda": broadNeurotoxicity,
      "neurotoxicityGrade3Plus@fda": broadNeurotoxicity,
      "hypogammaglobulinemia@22.8mo": {
        reason:
          "Adverse events and laboratory values together; one more than the laboratory count alone",
        hold: "different-definition",
      },
      "nonRelapseDeath@label": {
        reason:
          "Fatal adverse reactions of an early label cut, the total rebuilt from its parts; 6 months is an exposure, not the follow-up",
        population: "safety",
        hold: "different-definition",
        followUpMonths: null,
      },
      "deathInfection@label": {
        reason: "A sum of printed components whose total is not printed; no follow-up",
        population: "safety",
        hold: "different-definition",
      },
      "deathNeurotoxicity@label": {
        reason: "One fatal Guillain-Barré syndrome during a longer follow-up that is not printed",
        population: "safety",
        hold: "different-definition",
      },
    },
    "majestec-3-tec-dara": { crsAny: safetyNotPrinted, crsGrade3Plus: safetyNotPrinted },
    "mcarh171-mailankody-2018": {
      orr: restsOnAbsence,
      vgprOrBetter: restsOnAbsence,
      crOrBetter: absentFromTable,
      crsAny: evaluableForToxicity,
      crsGrade3Plus: evaluableForToxicity,
      neurotoxicityAny: evaluableForToxicity,
    },
    "mohan-teclistamab-2024": {
      orr: evaluableNotPrinted,
      vgprOrBetter: evaluableNotPrinted,
      crOrBetter: evaluableNotPrinted,
    },
    "monumental-1-0.4mgkg-qw": {
      icansAny: phase2Only,
      icansGrade3Plus: phase2Only,
      infectionGrade3Plus: {
        reason: "The 18.8-month figure again, from the same abstract; its named cut says when",
        duplicateOf: "infectionGrade3Plus@18.8mo",
      },
    },
    "monumental-1-0.8mgkg-q2w": {
      icansAny: phase2Only,
      icansGrade3Plus: phase2Only,
      "vgprOrBetter@fda": responderFollowUp(6),
      "crOrBetter@fda": responderFollowUp(6),
    },
    "monumental-1-prior-tcr": { icansAny: phase2Only, icansGrade3Plus: phase2Only },
    "oricar-017-polaris": {
      mrdNegative: {
        reason: "3 months is when they were assessed, not the follow-up",
        followUpMonths: null,
      },
    },
    "razzo-teclistamab-us-2025": {
      deathInfection: {
        reason: "Deaths to which infection contributed, not deaths from it",
        hold: "different-definition",
      },
      deathCrs: oneZeroForTwo,
      deathNeurotoxicity: oneZeroForTwo,
    },
    "sidana-cilta-cel-us-2025": {
      secondPrimaryMalignancy: {
        reason:
          "Leaves out non-melanoma skin cancer; other cohorts count any malignancy or do not say",
        hold: "different-definition",
      },
      nonRelapseDeath: {
        reason: "May be a cumulative incidence; no time point printed",
        hold: "estimate-not-count",
      },
    },
    "sidana-ide-cel-cibmtr-2025": {
      infectionAny: {
        reason: "Clinically significant infections by the registry's definition",
        hold: "different-definition",
      },
      treatmentRelatedDeath: {
        reason: "May be a cumulative incidence; no time point printed",
        hold: "estimate-not-count",
      },
    },
    "tan-mskcc-teclistamab-2025": {
      orr: evaluable,
      vgprOrBetter: evaluable,
      crOrBetter: evaluable,
      scr: evaluable,
      crsAny: stepUpOnly,
      icansAny: stepUpOnly,
      crsGrade3Plus: { reason: "No severe event is listed, two were ungraded", hold: "inferred" },
      icansGrade3Plus: { ...stepUpOnly, definition: "during step-up dosing" },
    },
    "tan-teclistamab-imwg-2025": { orr: evaluable, vgprOrBetter: evaluable },
    "upenn-cart-bcma-cohen-2019": {
      "relapseAmongResponders@notOngoing": {
        reason: "Responses no longer ongoing, for whatever reason; not said to be relapses",
        hold: "different-definition",
      },
    },
    "zerbit-bcma-bsab": {
      crsGrade3Plus: ofPatientsOrEvents,
      neurotoxicityGrade3Plus: ofPatientsOrEvents,
    },
  };
