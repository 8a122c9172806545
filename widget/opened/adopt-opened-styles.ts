import { openedStyles } from "#generated/opened-styles.ts";
import { adoptStyles } from "../page/adopt-styles.ts";

/** As `ref` of any element of this part of the script. Sheets have these styles, too. */
export const adoptOpenedStyles = (node: Element | null) => adoptStyles(node, openedStyles);
