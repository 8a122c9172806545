/** Where each number of a row was reported, and which trials have none that can be pooled. */
import type { ComponentProps } from "preact";
import { Mark } from "#presentation/svg/marks.tsx";
import { noNumber } from "#presentation/words/opened-row.ts";
import { RecordLink } from "../record-link.tsx";
import { NewTab } from "../views/links.tsx";
import type { PartProps } from "./opened-row.tsx";

type OfSources = PartProps["row"]["sources"];

export function Sources({ row }: PartProps) {
  const { cited, notPooled } = row.sources;
  return (
    <>
      {cited.length === 0 ? (
        <p>{noNumber}</p>
      ) : (
        <ul class="sources">
          {cited.map((source) => (
            <li key={`${source.cohort} ${source.number}`}>
              <OneSource {...source} />
            </li>
          ))}
        </ul>
      )}
      {notPooled.count > 0 && (
        <TrialTexts
          title="Not pooled, and why"
          isOpen={cited.length === 0}
          trials={notPooled.said}
          last={notPooled.silent}
        />
      )}
    </>
  );
}

interface TrialTextsProps {
  title: string;
  isOpen?: boolean;
  trials: readonly (ComponentProps<typeof RecordLink> & { text: string })[];
  /** What is to be said of other trials. */
  last: string | null | undefined;
}

/** Folded: what there is to say of each trial. */
export function TrialTexts({ title, isOpen = false, trials, last }: TrialTextsProps) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {trials.map(({ text, ...trial }) => (
          <li key={trial.cohort}>
            <RecordLink {...trial} />: {text}
          </li>
        ))}
        {last && <li>{last}</li>}
      </ul>
    </details>
  );
}

/** One line, which opens on the whole citation. */
function OneSource({
  group,
  cohort,
  label,
  number,
  locator,
  citation,
}: OfSources["cited"][number]) {
  return (
    <details>
      <summary>
        <Mark group={group} /> <strong>{number}</strong> {label}{" "}
        <span class="muted">{locator}</span>
      </summary>
      <p>
        <RecordLink cohort={cohort} label={label} />
        {citation && (
          <>
            {": "}
            {citation.lead}
            <NewTab href={citation.href}>{citation.text}</NewTab>
            {citation.tail}
          </>
        )}
      </p>
    </details>
  );
}
