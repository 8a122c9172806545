/**
 * Focuses an element of a view whose focus went with what was drawn before. A focus that is elsewhere,
 * or in the page around, stays there.
 *
 * @param root the shadow root of the view
 */
export function takeLostFocus(root: Node | undefined, selector: string): void {
  if (!(root instanceof ShadowRoot) || root.activeElement) return;
  if (![document.body, root.host].some((one) => one === document.activeElement)) return;
  const element = root.querySelector<HTMLElement>(selector);
  if (element && !element.matches("a, button")) element.setAttribute("tabindex", "-1");
  element?.focus();
}
