/** What a hospital changes. */
export const settings = {
  /** The installation of Myeloma Compare; its EHR_ANCESTORS names the origin of these pages. */
  comparison: "https://compare.example.org",
  /** As these pages are registered with the record system. No secret: they are public. */
  clientId: "myeloma-compare",
  /** What is read. A record system may grant less: the page says what it could not read. */
  scope: [
    "launch",
    ...["Patient", "Condition", "Procedure", "Medication", "MedicationRequest"],
    ...["MedicationAdministration", "MedicationDispense", "MedicationStatement"],
  ]
    .map((name) => (name === "launch" ? name : `patient/${name}.read`))
    .join(" "),
};
