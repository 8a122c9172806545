export const siteName = "Myeloma Compare";
