/** A page names its scripts and pictures and carries its styles: it is another page when they are others. */
import { assets } from "../../widget/generated/assets.ts";
import { picturesVersion } from "../../widget/generated/pictures.ts";
import { styleHashes } from "../../widget/generated/styles.ts";

const { widget, home, frame } = assets;
const parts = [...[widget, home, frame].map(({ integrity }) => integrity), ...styleHashes];

export const release = [...parts.map((hash) => hash.slice(-8)), picturesVersion].join("");
