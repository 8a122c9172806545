/** The feed of the history of the data, as pages name it. */
import { english } from "#presentation/words/catalogue.ts";

export const feed = { href: "/v1/changes.atom", title: english.pages.changes.title };
