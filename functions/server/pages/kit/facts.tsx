/** Facts: name and value, a line each; then the names of what our sources do not report. */
import type { ComponentChildren } from "preact";
import { notInSources } from "#presentation/words/not-in-sources.ts";
import { capitalised } from "#presentation/words/sentences.ts";

/** The value is `null` where our sources report none. */
export type Fact = readonly [name: ComponentChildren, value: ComponentChildren];

/** What is not known is listed together at the end: many gaps in between would hide what is. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => value !== null);
  const gaps = facts.filter(([, value]) => value === null);
  return (
    <>
      {known.length > 0 && (
        <dl>
          {known.map(([name, value], index) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {gaps.length > 0 && (
        <p class="quiet">
          {capitalised(notInSources)}: {gaps.map(([name], index) => [index > 0 && " · ", name])}.
        </p>
      )}
    </>
  );
}
