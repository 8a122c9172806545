/**
 * What a page is made by besides the answer: code of the Worker. It names its scripts and pictures and
 * carries its styles, too: with others it is another page.
 */
import { serverVersion } from "#data/generated/version.ts";
import { assets } from "#widget/generated/assets.ts";
import { picturesVersion } from "#widget/generated/pictures.ts";
import { styleHashes } from "#widget/generated/styles.ts";

const { widget, embed, home, frame } = assets;
const parts = [...[widget, embed, home, frame].map(({ integrity }) => integrity), ...styleHashes];

export const release = [
  serverVersion,
  ...parts.map((hash) => hash.slice(-8)),
  picturesVersion,
].join("");
