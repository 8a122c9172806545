/** For pages of other sites: the styles are part of the script. */
import { styles } from "../generated/styles.ts";
import { setSurroundings } from "./surroundings.ts";

setSurroundings({ styles });
