import { sheetStyles } from "../generated/sheet-styles.ts";
import { adoptStyles } from "../page/adopt-styles.ts";

/** As the `ref` of what comes with the first sheet. */
export const adoptSheetStyles = (node: Element | null) => adoptStyles(node, sheetStyles);
