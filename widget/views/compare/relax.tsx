/**
 * Filters to remove when a class is empty. Not part of the first view, because few questions need
 * it.
 */
import { therapyClasses } from "#data/vocabulary.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { relaxed } from "#words/relaxed.ts";

/** Maximum number of suggestions, to keep the list short. */
const offers = 3;

interface RelaxProps {
  view: Statement;
  strings: DrawnWords;
  onChoose?: ((query: string) => void) | undefined;
}

/** Names the empty class and offers the filters that would bring it back, one tap each. */
export function Relax({ view: { cohorts, relax }, strings, onChoose }: RelaxProps) {
  const { classAdjective } = strings;
  const empty = therapyClasses.filter((group) => cohorts[group] === 0);
  const [only] = empty;
  if (only === undefined) return null;
  return (
    <div class="notice">
      <p>
        {empty.length === therapyClasses.length
          ? relaxed.empty
          : relaxed.emptyClass(classAdjective[only])}
      </p>
      <ul class="relax">
        {relax.slice(0, offers).map(({ parameter, query, cohorts: then }) => (
          <li key={parameter}>
            <button
              type="button"
              disabled={!onChoose}
              onClick={onChoose && (() => onChoose(query))}
            >
              <strong>{relaxed.names[parameter] ?? parameter}</strong>{" "}
              <small>{relaxed.leadsTo(then["car-t"], then.bsab)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
