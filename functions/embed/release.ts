/** A page names its script and pictures and carries its styles: it is another page when they are others. */
import { assets } from "../../widget/generated/assets.ts";
import { picturesVersion } from "../../widget/generated/pictures.ts";
import { styleHashes } from "../../widget/generated/styles.ts";

const parts = [assets.widget.integrity, assets.home.integrity, ...styleHashes];

export const release = [...parts.map((hash) => hash.slice(-8)), picturesVersion].join("");
