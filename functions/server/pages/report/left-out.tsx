/** Cohorts that the question left out, each with the reason, and questions that would find more. */

import type { Excluded } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { sayReason } from "#presentation/words/codes.ts";
import { counted, joined } from "#presentation/words/counts.ts";
import { drawn } from "#presentation/words/element.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { byReason, sharedReason } from "#presentation/words/left-out-reasons.ts";
import { screen } from "#presentation/words/screen.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { Fold } from "../kit/fold.tsx";
import type { ReportView } from "./report-view.ts";

export function LeftOut({ report: { answer, links } }: { report: ReportView }) {
  const { excluded, wider } = answer.selection;
  const reasons = byReason(excluded, reasonOf);
  return (
    <section id="left-out">
      <h2>Studies left out</h2>
      <p>
        {excluded.length === 0
          ? "No study was left out by the question."
          : `${counted(excluded.length, "study")} of those known here ${excluded.length === 1 ? "does" : "do"} not fit the question: ${reasons.map(countsOf).join("; ")}.`}{" "}
        {excluded.length > 0 && (
          <a class="screen" href={links.files.csv}>
            As a table (CSV)
          </a>
        )}
      </p>
      {excluded.length > 0 && (
        <Fold id="left-out-each" title="Each of them" look="folded">
          {reasons.map(([shared, cohorts]) => (
            <Reason key={shared} shared={shared} cohorts={cohorts} links={links} />
          ))}
        </Fold>
      )}
      {wider.length > 0 && (
        <>
          <p>A question that would find more, one change at a time:</p>
          <ul>
            {wider.map(({ parameter, cohorts }) => (
              <li key={parameter}>
                {capitalised(widening.names[parameter] ?? parameter)}:{" "}
                {joined(
                  therapyClasses.map((group) =>
                    counted(cohorts[group], `${screen.classAdjective[group]} study`),
                  ),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ReasonProps extends Pick<ReportView, "links"> {
  shared: string;
  cohorts: readonly Excluded[];
}

/** The cohorts of one reason, with the question that counts them: of those left out by hand one by one. */
function Reason({ shared, cohorts, links }: ReasonProps) {
  const [first] = cohorts;
  const isByHand = first?.parameter === "exclude";
  const wider = first && !isByHand ? links.including(first.cohort, first.parameter) : null;
  return (
    <div>
      <h3>
        {shared} {wider !== null && <a href={wider}>without this filter</a>}
      </h3>
      <p>
        {cohorts.map(({ cohort, label, parameter, reason }, index) => {
          const text = sayReason(reason, exclusions);
          const href = isByHand ? links.including(cohort, parameter) : null;
          return [
            index > 0 && "; ",
            label,
            text !== shared && parameter !== "therapy-class" && `: ${text}`,
            href !== null && [
              " · ",
              <a key="include" href={href}>
                put it back
              </a>,
            ],
          ];
        })}
      </p>
    </div>
  );
}

/** The reason without the values of this cohort. */
function reasonOf({ parameter, reason }: Excluded): string {
  return parameter === "therapy-class" ? "not of the class asked for" : sharedReason(reason);
}

function countsOf([reason, cohorts]: readonly [string, readonly Excluded[]]): string {
  const counts = therapyClasses.flatMap((group) => {
    const count = cohorts.filter(({ therapyClass }) => therapyClass === group).length;
    return count > 0 ? `${drawn.className[group]} ${count}` : [];
  });
  return `${reason} (${counts.join(", ")})`;
}
