export const siteName = "Myeloma Compare";

/** Under what the code and the figures may be used, and what a visit leaves behind. */
export const siteTerms =
  "source code under Apache-2.0; the figures belong to their publications. No cookies, no analytics, nothing from other sites.";
