/** Stands for the address of the installation until the page is served. */
export const originPlaceholder = "https://installation.invalid";
