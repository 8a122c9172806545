/** On a page of another site the script brings the styles along. */
import { styles } from "../generated/styles.ts";
import { setSurroundings } from "./surroundings.ts";

setSurroundings({ styles });
