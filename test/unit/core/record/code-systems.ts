/** The names of coding systems that the tests of the record use. */
export const codeSystems = {
  icd10cm: "http://hl7.org/fhir/sid/icd-10-cm",
  icd10gm: "http://fhir.de/CodeSystem/bfarm/icd-10-gm",
  icd9cm: "http://hl7.org/fhir/sid/icd-9-cm",
  snomed: "http://snomed.info/sct",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  ndc: "http://hl7.org/fhir/sid/ndc",
  hcpcs: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
  atc: "http://www.whocc.no/atc",
  icd10pcs: "http://www.cms.gov/Medicare/Coding/ICD10",
  cpt: "http://www.ama-assn.org/go/cpt",
} as const;
