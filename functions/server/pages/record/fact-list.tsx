/** Facts of a record, and the names of those that our sources do not report. */
import { notInSources } from "#presentation/words/not-in-sources.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { Facts } from "../kit/facts.tsx";
import type { Facts as RecordFacts } from "./facts.ts";

/** What is not known is listed together at the end: many gaps in between would hide what is. */
export function FactList({ facts }: { facts: RecordFacts }) {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  const gaps = Object.keys(facts).filter((name) => facts[name] === null);
  const together = gaps.length > 0 ? [[capitalised(notInSources), gaps.join(" · ")] as const] : [];
  return <Facts facts={[...known, ...together]} />;
}
