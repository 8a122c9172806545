/** For pages of other sites: with the styles, and with what makes the view of an answer. */
import { styles } from "#generated/styles.ts";
import { viewMaker } from "../answers/view-maker.ts";
import { setSurroundings } from "./surroundings.ts";

setSurroundings({ styles, viewMaker: async () => viewMaker });
