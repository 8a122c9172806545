/** The note on a page that was asked for with the version of the data that its link was made with. */
import { releases } from "#data/generated/changes.ts";
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { Items } from "../html/parts.tsx";
import { type HistoricRows, type Since, sinceVersion } from "./since.ts";

type Words = Pick<Catalogue, "pages" | "screen">;

/** The address of the history of the data. */
const historyPath = "/changes";

interface Props {
  comparison: HistoricRows;
  asOf: string;
  words: Words;
  /** Opens the history in a new tab: a frame cannot show it. */
  newTab?: boolean;
}

export function AsOfNote({ comparison, asOf, words, newTab = false }: Props) {
  const said = saidOf(sinceVersion(comparison, asOf, releases, words), words);
  const { changes } = words.pages;
  const target = newTab ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return (
    <div role="note" class="newer-data">
      <p>
        {said.warning && (
          <>
            <strong>{said.warning}</strong>{" "}
          </>
        )}
        {said.sentences.join(" ")}{" "}
        <a href={historyPath} {...target}>
          {changes.title}
        </a>
      </p>
      {said.items.length > 0 && (
        <details>
          <summary>
            {said.lead}: {said.names}
          </summary>
          <Items items={said.items} />
        </details>
      )}
    </div>
  );
}

interface Said {
  /** The data of the link were withdrawn. */
  warning: string | null;
  sentences: string[];
  /** Introduces the items, one for each outcome. */
  lead: string;
  names: string;
  items: string[];
}

function saidOf(since: Since, { pages: { asOf, changes }, screen }: Words): Said {
  const { version, released, withdrawn, changed, unrecorded, recorded } = since;
  const date = screen.date(released);
  const isWithdrawn = withdrawn.length > 0;
  return {
    warning: isWithdrawn ? asOf.withdrawn : null,
    sentences: [
      isWithdrawn ? asOf.reason(version, date, withdrawn.join(" ")) : asOf.earlier(version, date),
      ...(recorded ? [] : [asOf.unrecorded]),
      ...(recorded && changed.length === 0 ? [asOf.unchanged] : []),
      ...(recorded && unrecorded.length > 0
        ? [asOf.unrecordedOutcomes(unrecorded.join(", "))]
        : []),
    ],
    lead: asOf.changed,
    names: changed.map(({ label }) => label).join(", "),
    items: changed.map(({ outcome, lines }) =>
      asOf.outcome(
        outcome,
        lines.map(({ name, before, after }) => asOf.part(name, changes.fromTo(before, after))),
      ),
    ),
  };
}
