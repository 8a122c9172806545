/**
 * Identifies the Worker code and the files that pages are made from, in addition to the answer. A page names scripts
 * and contains styles, so a change of any of them changes the page.
 */
import { serverVersion } from "#data/generated/version.ts";
import { assets } from "#generated/assets.ts";
import { styleHashes } from "#generated/styles.ts";

const scripts = Object.values(assets).map(({ integrity }) => integrity);
const parts = [...scripts, ...styleHashes];

export const release = [serverVersion, ...parts.map((hash) => hash.slice(-8))].join("");
