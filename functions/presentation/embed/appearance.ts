/** Themes and loading of an element or a page, whatever the question is. */

/**
 * `auto` is the colour scheme of the page around: a light page has a light widget, whatever the
 * reader's system. `system` follows the reader's system.
 */
export const themes = ["auto", "light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/**
 * Attributes of the element that are not part of the question, with the allowed values: how it
 * looks, and when it loads.
 */
export const appearance = { theme: themes, loading: ["eager", "lazy"] } as const;
