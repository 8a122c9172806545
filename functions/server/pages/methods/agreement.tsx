/** Where published pooled values stand beside what the same question gives here, and why some do not. */
import type { AgreementStatus } from "#core/comparison/agreement.ts";
import { agreement } from "#data/generated/agreement.ts";
import { collections } from "#data/generated/collections.ts";
import { outcomeName } from "../../answers/outcome-names.ts";
import { Fold, Items } from "../html/parts.tsx";

/** Rows that were computed here. */
const compared = agreement.filter(({ ours }) => ours !== null && ours.value !== null);
const others = agreement.filter((row) => !compared.includes(row));

/** Sums of patients, which are no rates: the page that explores an outcome draws none. */
const sums = compared.filter(({ measure }) => measure === "events");
const drawn = compared.filter((row) => !sums.includes(row));

/** Where the row has no reason of its own, or one for each of its measures. */
const shared: Partial<Readonly<Record<AgreementStatus, string>>> = {
  "needs individual data":
    "it does not follow from counts: a pooled median, a share of deaths, an outcome not kept here",
  "cohorts missing": "some of their studies are not here",
};

function counted<T>(items: readonly T[], nameOf: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const reasons = counted(others, ({ status, reason }) =>
  status === "needs individual data" ? `${shared[status]}` : (reason ?? shared[status] ?? status),
);

export function PublishedPools() {
  return (
    <>
      <p>
        {agreement.length} pooled values of {collections.published.length} publications are in the
        data. For {compared.length} of them the same question could be asked here; nothing was
        adjusted to agree. Theirs and ours, side by side:
      </p>
      <ul class="columns">
        {counted(drawn, ({ outcome }) => outcome).map(([outcome, count]) => (
          <li key={outcome}>
            <a href={`/explore?outcome=${outcome}#published`}>{outcomeName(outcome)}</a> {count}
          </li>
        ))}
        {sums.map(({ published, outcome, group, theirs, ours, reason }) => (
          <li key={`${published} ${outcome} ${group}`}>
            {outcomeName(outcome)}, {group}: {theirs.value} patients published, {ours?.value} here
            {reason && ` (${reason})`}
          </li>
        ))}
      </ul>
      <Fold title="Why the others were not compared" count={others.length}>
        <Items items={reasons.map(([reason, count]) => `${reason} (${count})`)} />
      </Fold>
      <p>
        All values (JSON): <a href="/v1/published">/v1/published</a>
      </p>
    </>
  );
}
