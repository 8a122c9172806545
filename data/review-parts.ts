/** Names what a clinician signs: a cohort by its id, the labels of a region, and a rule; and the states of a review. */

/** `changed`: what was checked has changed since, all of it. */
export const reviewStatuses = ["not-reviewed", "changed", "partly-reviewed", "reviewed"] as const;

/** Returns the name of the labels of a region, as in `labels us`. */
export const nameLabelPart = (region: string) => `labels ${region}`;

/** Returns the name of a rule, as in `rule which-trials`. */
export const nameRulePart = (rule: string) => `rule ${rule.toLowerCase().replaceAll(" ", "-")}`;

export interface Rule {
  /** `name` stands in bold at its start, as in "Which trials". */
  readonly name: string;
  /** `says` is the whole rule in Markdown. */
  readonly says: string;
}

/** Returns the rules of `functions/server/pages/review/rules.md`, each an item of its list. */
export function parseRules(markdown: string): Rule[] {
  const items = markdown.split(/^- /m).slice(1);
  return items.map((item) => {
    const says = item.trim();
    return { name: /^\*\*(.+?)\.\*\*/.exec(says)?.[1] ?? says, says };
  });
}
