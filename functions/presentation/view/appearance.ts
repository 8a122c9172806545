/** How a page or an element looks, whatever its question is. */

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** How the element looks and when it starts, no part of the question: each with what it may be. */
export const appearance = { theme: themes, loading: ["eager", "lazy"] } as const;
