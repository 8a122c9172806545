/** The guides below `/docs`, in the order of its list, by the name of their file in this folder. */
export const guides = [
  "clinicians",
  "web-editors",
  "integrators",
  "record",
  "curators",
  "statisticians",
  "operators",
  "copy",
  "accessibility",
] as const;
