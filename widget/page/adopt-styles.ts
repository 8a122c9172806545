/** Constructed style sheets, which no policy of a host blocks; one for all elements of a page. */
const sheets = new Map<string, CSSStyleSheet>();

/** Adds styles to the shadow root around a node, once; as a `ref` before it is painted. */
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
