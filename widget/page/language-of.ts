/**
 * The language of the page around an element: the element's own `lang`, otherwise that of the
 * nearest ancestor (also across shadow roots), otherwise that of the browser.
 */
export function languageOf(element: Element): string {
  for (let place: Element | undefined = element; place; place = hostOf(place)) {
    const named = place.closest("[lang]")?.getAttribute("lang");
    if (named) return named;
  }
  return navigator.language;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
