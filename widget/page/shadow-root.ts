/**
 * Adds constructed style sheets to a shadow root, which no policy of a host blocks, and puts back a focus that was lost
 * in it.
 */

/** Maps each text of styles to its style sheet, which all elements of a page share. */
const sheets = new Map<string, CSSStyleSheet>();

/**
 * Adds styles to the shadow root around a node, unless it has them. As the `ref` of the node it does so before the node
 * is painted.
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

/**
 * Follows the colours of the page around, and returns the function that takes them again. `color-scheme` is
 * inherited by the element unless its theme says otherwise, so its own value is that of its place. (In CSS only
 * `light-dark()` can read it, which is too new.)
 */
export function followColourScheme(element: Element): () => void {
  const sheet = new CSSStyleSheet();
  element.shadowRoot?.adoptedStyleSheets.push(sheet);
  const follow = () => {
    const { colorScheme } = getComputedStyle(element);
    const dark = ":host{--mc-light: ;--mc-dark:initial}";
    const both = /light/.test(colorScheme) ? `@media (prefers-color-scheme:dark){${dark}}` : dark;
    sheet.replaceSync(/dark/.test(colorScheme) ? both : "");
  };
  follow();
  return follow;
}

/**
 * Focuses the heading of the answer if the element that had the focus is gone. A focus that is elsewhere, or in the
 * page around, stays there.
 *
 * @param root The shadow root of the view.
 * @param preventScroll True if the page stays where it is.
 */
export function focusVerdictIfFocusWasLost(root: Node, preventScroll = false): void {
  if (!(root instanceof ShadowRoot) || root.activeElement) return;
  if (![document.body, root.host].some((element) => element === document.activeElement)) return;
  const heading = root.querySelector<HTMLElement>(".verdict");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll });
}
