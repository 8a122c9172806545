/** Lists the themes and loading modes of an element or a page. Neither depends on the question. */

/**
 * `auto` takes the colour scheme of the host page: a light page has a light widget, whatever the reader's system
 * prefers. `system` takes the scheme that the reader's system prefers.
 */
export const themes = ["auto", "light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/**
 * Lists the attributes of the element that are not part of the question, with their allowed values: how the element
 * looks, and when it loads.
 */
export const appearance = { theme: themes, loading: ["eager", "lazy"] } as const;
