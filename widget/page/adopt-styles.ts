/**
 * Constructed style sheets, because no content security policy of a host blocks them. All elements
 * of a page share one sheet.
 */
const sheets = new Map<string, CSSStyleSheet>();

/**
 * Adds styles to the shadow root around a node, once. Used as `ref` of an element, it runs before
 * that element is painted.
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
