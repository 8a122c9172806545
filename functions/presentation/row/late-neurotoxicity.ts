/**
 * Parkinsonism, palsies of cranial nerves and other late neurotoxicity: they begin weeks or months after treatment,
 * and are another thing than ICANS. They are rare, and most trials are silent on them.
 */
export const lateNeurotoxicity = [
  "movement-disorder",
  "cranial-nerve-palsy",
  "delayed-neurotoxicity",
] as const;
