/** Lists the guides below `/docs`, in the order of the list of guides, by the name of their file in this folder. */
export const guides = [
  "clinicians",
  "web-editors",
  "integrators",
  "record",
  "curators",
  "statisticians",
  "operators",
  "accessibility",
] as const;
