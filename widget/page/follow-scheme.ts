/**
 * The colours of the page around. `color-scheme` is inherited by the element unless its theme says
 * otherwise, so its own value is that of its place. (In CSS only `light-dark()` can read it, which is
 * too new.)
 */
export function followScheme(element: Element): () => void {
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
