import { sheetStyles } from "#generated/sheet-styles.ts";
import { adoptStyles } from "../page/adopt-styles.ts";

/** To be used as `ref` of the elements that are drawn with the first sheet. */
export const adoptSheetStyles = (node: Element | null) => adoptStyles(node, sheetStyles);
