import { releases } from "#data/generated/changes.ts";

const last = releases.findIndex(({ effect }) => effect.some(({ preset }) => preset === "default"));

/** The last release of the data that changed the default answer, and the one before it. */
const [changing, before] = releases.slice(last);

export const earlier = before;

/** What it did to the outcomes of the default question. */
export const effects = changing?.effect.filter(({ preset }) => preset === "default") ?? [];
