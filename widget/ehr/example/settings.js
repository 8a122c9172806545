/** Holds what a hospital changes. */
export const settings = {
  /** The installation of Myeloma Compare; its EHR_ANCESTORS names the origin of these pages. */
  comparison: "https://compare.example.org",
  /** Holds the id by which these pages are registered with the record system. It is no secret: the pages are public. */
  clientId: "myeloma-compare",
  /** Lists what is read. A record system may grant less: the page says what it could not read. */
  scope: [
    "launch",
    ...["Patient", "Condition", "Procedure", "Medication", "MedicationRequest"],
    ...["MedicationAdministration", "MedicationDispense", "MedicationStatement"],
  ]
    .map((name) => (name === "launch" ? name : `patient/${name}.read`))
    .join(" "),
};
