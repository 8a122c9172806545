/** Constructed sheets, which no policy of a host refuses; one serves all elements of a page. */
const sheets = new Map<string, CSSStyleSheet>();

/**
 * Gives the shadow root around a node these styles, once. As the `ref` of what a part draws it runs before
 * that is painted.
 */
export function adoptStyles(node: Node | null, styles: string): void {
  const shadow = node?.getRootNode();
  if (!(shadow instanceof ShadowRoot)) return;
  let sheet = sheets.get(styles);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(styles, sheet);
  }
  const { adoptedStyleSheets } = shadow;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
