/** Replaced by the address of the installation when the page is served. */
export const originPlaceholder = "https://installation.invalid";
