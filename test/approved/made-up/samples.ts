/** What no approved answer shows, because no data bring it: each value by the name of what it decides. */
export type Samples = Readonly<Record<string, unknown>>;
