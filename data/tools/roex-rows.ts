/** Where each row of Table 1 of Roex 2020 belongs. */
import type { Cohort } from "../schema.ts";

/** Rows of studies that have a file of their own, found by registry number. */
export const roexLinks: Readonly<Record<string, string>> = {
  R01: "cd19-bcma-combined-2022",
  R02: "crb-401-raje-2019",
  R03: "crb-402-bb21217",
  R06: "nci-car-bcma-brudno-2018",
  R07: "bm38-li-2019",
  R08: "upenn-cart-bcma-cohen-2019",
  R09: "ct053-phase-1",
  R10: "jcarh125-evolve",
  R12: "ct103a-wang-2021",
  R14: "fcarh143-tuazon-2025",
  R15: "fcarh143-gsi-cowan-2023",
  R18: "mcarh171-mailankody-2018",
  R24: "cartitude-1",
  R27: "gc012f",
};

export interface RoexCohort {
  id: string;
  label: string;
  product: string;
  /** As printed in the column "T-cell dosage". */
  dose: string | null;
  doses: Cohort["doses"];
  targets?: Cohort["targets"];
  regimen?: Cohort["regimen"];
  region?: Cohort["region"];
  setting?: Cohort["setting"];
  settingBasis?: string;
  /** As in the collected files: another cohort, and how it shares patients in brackets. */
  overlapsWith?: readonly string[];
  note?: string;
}

const secondTarget =
  "The discussion of the meta-analysis names this trial among those that target BCMA and CD19 together; the reference it gives there is another trial's, so this may be a slip.";
const partOfLegend2 = {
  setting: "mixed",
  settingBasis: "as the whole of LEGEND-2",
  region: "cn",
  overlapsWith: ["legend-2-lcar-b38m (contained: sites of the same trial)"],
} as const;

/** The discussion of the meta-analysis says so of the two trials. */
const earlier = {
  setting: "mixed",
  settingBasis: "named by the meta-analysis among trials earlier in the course of the disease",
} as const;

/** Rows of studies that nothing else in the collected evidence describes. */
export const roexCohorts: Readonly<Record<string, RoexCohort>> = {
  R04: {
    id: "bcma-car-t-chictr-opc16009113",
    label: "BCMA CAR-T, ChiCTR-OPC16009113",
    product: "bcma-car-t-opc16009113",
    dose: "5.4–25 × 10^6/kg",
    doses: "escalation",
  },
  R05: {
    id: "nci-car-bcma-lower-doses",
    label: "NCI CAR-BCMA, lower doses",
    product: "nci-car-bcma",
    dose: "0.3–3 × 10^6/kg",
    doses: "escalation",
    note: "Doses below the active one of the same trial; other patients than the 16 at 9 × 10^6/kg.",
  },
  R11: {
    id: "c-car088-nct03815383",
    label: "C-CAR088, first patients",
    product: "c-car088",
    dose: "1–3 × 10^6/kg",
    doses: "escalation",
  },
  R13: {
    id: "cart-bcma-ctl119-nct03549442",
    label: "CART-BCMA with CTL119",
    product: "cart-bcma-ctl119",
    dose: "500 × 10^6",
    doses: "recommended",
    ...earlier,
    note: "Given together with CTL119 cells, whose target the table does not name.",
  },
  R16: {
    id: "sz-mm-cart01-nct03196414",
    label: "SZ-MM-CART01",
    product: "sz-mm-cart01",
    dose: "20–82 × 10^6/kg",
    doses: "escalation",
    targets: ["bcma", "cd19"],
    note: secondTarget,
  },
  R17: {
    id: "sz-mm-cart02-nct03455972",
    label: "SZ-MM-CART02 with transplant",
    product: "sz-mm-cart02",
    dose: "50 × 10^6/kg",
    doses: "recommended",
    targets: ["bcma", "cd19"],
    regimen: "combination",
    ...earlier,
    note: `${secondTarget} Given after high-dose chemotherapy with autologous transplant.`,
  },
  R19: {
    id: "fhvh33-nct03602612",
    label: "FHVH33",
    product: "fhvh33",
    dose: null,
    doses: "escalation",
  },
  R20: {
    id: "p-bcma-101-nct03288493",
    label: "P-BCMA-101",
    product: "p-bcma-101",
    dose: "51–1143 × 10^6",
    doses: "escalation",
    note: "(s)CR and VGPR are printed together (26 % of 19), so (s)CR alone cannot be counted.",
  },
  R21: {
    id: "bcma-nanoantibody-nct03661554",
    label: "BCMA nanoantibody CAR-T",
    product: "bcma-nanoantibody",
    dose: "250–900 × 10^6",
    doses: "escalation",
  },
  R22: {
    id: "legend-2-other-sites",
    label: "LEGEND-2, sites other than Xi'an",
    product: "cilta-cel",
    dose: "0.21–1.52 × 10^6/kg",
    doses: "escalation",
    ...partOfLegend2,
  },
  R23: {
    id: "legend-2-xian",
    label: "LEGEND-2, Xi'an site",
    product: "cilta-cel",
    dose: "0.07–2.1 × 10^6/kg",
    doses: "escalation",
    ...partOfLegend2,
  },
  R25: {
    id: "bcma-car-t-chictr-1800017404",
    label: "BCMA CAR-T, ChiCTR-1800017404",
    product: "bcma-car-t-1800017404",
    dose: "1–6 × 10^6/kg",
    doses: "escalation",
  },
  R26: {
    id: "hrain-bcma-cart-nct03093168",
    label: "HRAIN BCMA-CART",
    product: "hrain-bcma-cart",
    dose: "9 × 10^6/kg",
    doses: "recommended",
  },
};
