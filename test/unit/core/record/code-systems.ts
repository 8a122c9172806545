/** The names of coding systems that the tests of the record use. */
export const codeSystems = {
  icd10cm: "http://hl7.org/fhir/sid/icd-10-cm",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  ndc: "http://hl7.org/fhir/sid/ndc",
  hcpcs: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
} as const;
