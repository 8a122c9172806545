/**
 * The studies that report subgroups: what each is called here, and which of our cohorts has the
 * same patients. Two collected labels with one id are two reports of one study.
 */
import type { Adjustment, SubgroupVariable } from "../collection-vocabulary.ts";
import type { SubgroupStudyFile } from "../schema.ts";

interface Plan {
  id: string;
  label: string;
  cohort: SubgroupStudyFile["cohort"];
  products: string[];
  /** How effects between levels were adjusted, where the collected label says so. */
  adjustment?: Adjustment;
}

const same = (id: string, reason: string): SubgroupStudyFile["cohort"] => ({ id, reason });
const named = "the trial of that name";

const cartitude2c: Plan = {
  id: "cartitude-2-cohort-c",
  label: "CARTITUDE-2 cohort C",
  cohort: same("cartitude-2-cohort-c", named),
  products: ["cilta-cel"],
};

const majestec1c: Plan = {
  id: "majestec-1-cohort-c",
  label: "MajesTEC-1 cohort C",
  cohort: same("majestec-1-cohort-c", named),
  products: ["teclistamab"],
};

export const subgroupStudies: Readonly<Record<string, Plan>> = {
  "US consortium teclistamab (Pasvolsky)": {
    id: "us-consortium-teclistamab-age",
    label: "US consortium teclistamab, by age (Pasvolsky)",
    cohort: same(
      "dima-teclistamab-us-2025",
      "the same consortium; its 83 and 302 patients are the 385 of the cohort",
    ),
    products: ["teclistamab"],
  },
  "US ide-cel 5 centers": {
    id: "us-ide-cel-five-centres",
    label: "US ide-cel, five centres",
    cohort: same("ide-cel-age65-us-2024", "the cohort is the 75 patients of 65 years or more"),
    products: ["ide-cel"],
  },
  "IMS 2024 single institution (n=257)": {
    id: "single-institution-age-2024",
    label: "Single institution, 257 patients (IMS 2024)",
    cohort: null,
    products: [],
  },
  "TriNetX CAR-T matched 466+466": {
    id: "trinetx-car-t-age-2025",
    label: "TriNetX CAR-T, 466 and 466 matched by age group",
    cohort: null,
    products: ["ide-cel", "cilta-cel"],
    adjustment: "matched",
  },
  "CARTITUDE-1": {
    id: "cartitude-1",
    label: "CARTITUDE-1",
    cohort: same("cartitude-1", named),
    products: ["cilta-cel"],
  },
  KarMMa: {
    id: "karmma",
    label: "KarMMa",
    cohort: same("karmma", named),
    products: ["ide-cel"],
  },
  "KarMMa-3 (ide-cel arm)": {
    id: "karmma-3-ide-cel",
    label: "KarMMa-3 (ide-cel arm)",
    cohort: same("karmma-3-ide-cel", named),
    products: ["ide-cel"],
  },
  "MajesTEC-1": {
    id: "majestec-1",
    label: "MajesTEC-1",
    cohort: same("majestec-1", named),
    products: ["teclistamab"],
  },
  "MajesTEC-1 cohort C (prior BCMA)": majestec1c,
  "MajesTEC-1 cohort C": majestec1c,
  "US consortium ide-cel": {
    id: "us-consortium-ide-cel-emd-2024",
    label: "US consortium ide-cel, by extramedullary disease",
    cohort: same(
      "us-consortium-ide-cel-emd-2024",
      "the same paper; 84 and 267 patients are its 351",
    ),
    products: ["ide-cel"],
  },
  "3 US institutions SOC CAR-T (Dima)": {
    id: "dima-car-t-emd-2024",
    label: "CAR-T at three US institutions (Dima)",
    cohort: null,
    products: ["ide-cel", "cilta-cel"],
  },
  "single institution ide-cel 32 + cilta-cel 76": {
    id: "single-institution-emd-toxicity",
    label: "Single institution, 32 ide-cel and 76 cilta-cel",
    cohort: null,
    products: ["ide-cel", "cilta-cel"],
  },
  "single center 134 (PMID 40319194)": {
    id: "single-centre-emd-2025",
    label: "Single centre, 134 patients (2025)",
    cohort: null,
    products: [],
  },
  "IMS 2023 China EMD (n=55)": {
    id: "china-emd-2023",
    label: "BCMA CAR-T in 55 patients with extramedullary disease, China (IMS 2023)",
    cohort: null,
    products: [],
  },
  "CARTITUDE-4 (cilta-cel)": {
    id: "cartitude-4-cilta-cel",
    label: "CARTITUDE-4 (cilta-cel arm)",
    cohort: same("cartitude-4-cilta-cel", named),
    products: ["cilta-cel"],
  },
  "CARTITUDE-4 (cilta-cel, ITT)": {
    id: "cartitude-4-cilta-cel-randomised",
    label: "CARTITUDE-4 (cilta-cel arm, all randomised)",
    cohort: same("cartitude-4-cilta-cel", named),
    products: ["cilta-cel"],
  },
  "US consortium cilta-cel (Sidana)": {
    id: "sidana-cilta-cel-us-2025",
    label: "US consortium cilta-cel (Sidana)",
    cohort: same("sidana-cilta-cel-us-2025", "the same paper"),
    products: ["cilta-cel"],
  },
  "multicenter ide-cel/cilta-cel (Habib, n=223)": {
    id: "habib-car-t-renal-2026",
    label: "Multicentre ide-cel and cilta-cel, 223 patients (Habib)",
    cohort: null,
    products: ["ide-cel", "cilta-cel"],
  },
  "TriNetX cilta-cel": {
    id: "filippatos-cilta-cel-trinetx-2026",
    label: "TriNetX cilta-cel (Filippatos)",
    cohort: same("filippatos-cilta-cel-trinetx-2026", "the same paper"),
    products: ["cilta-cel"],
  },
  "TriNetX ide-cel": {
    id: "filippatos-ide-cel-trinetx-2026",
    label: "TriNetX ide-cel (Filippatos)",
    cohort: same("filippatos-ide-cel-trinetx-2026", "the same paper"),
    products: ["ide-cel"],
  },
  "IMWG teclistamab": {
    id: "tan-teclistamab-imwg-2025",
    label: "IMWG teclistamab",
    cohort: same("tan-teclistamab-imwg-2025", "the same paper"),
    products: ["teclistamab"],
  },
  "US consortium teclistamab (Dima)": {
    id: "dima-teclistamab-us-2025",
    label: "US consortium teclistamab, by earlier BCMA therapy (Dima)",
    cohort: same("dima-teclistamab-us-2025", "the same paper"),
    products: ["teclistamab"],
  },
  "US consortium teclistamab (Razzo)": {
    id: "razzo-teclistamab-us-2025",
    label: "US consortium teclistamab (Razzo)",
    cohort: same("razzo-teclistamab-us-2025", "the same paper"),
    products: ["teclistamab"],
  },
  "MagnetisMM-1": {
    id: "magnetismm-1",
    label: "MagnetisMM-1",
    cohort: same("magnetismm-1", "the trial of that name; 13 of its 55 patients"),
    products: ["elranatamab"],
  },
  "CARTITUDE-2 cohort C": cartitude2c,
};

/** A printed variable in our words; one that names several gives one figure each. */
export const subgroupVariablesOf: Readonly<Record<string, readonly SubgroupVariable[]>> = {
  age: ["age"],
  "prior lines": ["prior-lines"],
  refractoriness: ["refractoriness"],
  "cytogenetic risk": ["cytogenetic-risk"],
  "cytogenetic risk / EMD / ferritin": ["cytogenetic-risk", "extramedullary-disease", "ferritin"],
  "extramedullary disease": ["extramedullary-disease"],
  "extramedullary tumor burden": ["extramedullary-burden"],
  "disease compartment": ["disease-compartment"],
  "renal function": ["renal-function"],
  "prior BCMA therapy": ["prior-bcma"],
  "prior BCMA therapy (non-cellular)": ["prior-bcma"],
  "prior BCMA therapy (ADC 13, BsAb 7)": ["prior-bcma"],
  "BCMA CAR-T within previous 9 months": ["prior-bcma"],
};
