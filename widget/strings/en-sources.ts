/** What is said of sources that are not there yet. Comes with the opened row. */
export const enSources = {
  loading: "Loading the sources",
  missing: "The sources need a connection.",
} as const;
