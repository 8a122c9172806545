/**
 * For pages of other sites: the styles are part of the script, and so is what makes the view of the
 * first answer.
 */

import { styles } from "#generated/styles.ts";
import { viewMaker } from "../answers/view-maker.ts";
import { setSurroundings } from "./surroundings.ts";

setSurroundings({ styles, viewMaker: async () => viewMaker });
