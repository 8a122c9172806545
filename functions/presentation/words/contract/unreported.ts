/** The words of the line with the outcomes that have no number. */

/** Why there is none: nobody reports the outcome, or no figure of it can be pooled. */
export type Numberless = "silent" | "unpooled";

/** What stands before the outcomes. */
export type UnreportedWords = Readonly<Record<Numberless, string>>;
