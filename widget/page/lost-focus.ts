/**
 * Focuses the heading of the answer where the focus went with what had it. A focus that is elsewhere, or in
 * the page around, stays there.
 *
 * @param root the shadow root of the view
 * @param preventScroll the page stays where it is
 */
export function restoreLostFocus(root: Node, preventScroll = false): void {
  if (!(root instanceof ShadowRoot) || root.activeElement) return;
  if (![document.body, root.host].some((element) => element === document.activeElement)) return;
  const heading = root.querySelector<HTMLElement>(".verdict");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll });
}
