/**
 * Outcomes of late neurotoxicity: parkinsonism, palsies of cranial nerves and others. They begin weeks or months after
 * treatment and are distinct from ICANS. They are rare, and most trials do not report them.
 */
export const lateNeurotoxicity = [
  "movement-disorder",
  "cranial-nerve-palsy",
  "delayed-neurotoxicity",
] as const;
