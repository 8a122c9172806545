/** Cohorts that the question left out, by reason, each with the question that counts them. */

import type { Excluded } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { className } from "#presentation/words/class-names.ts";
import { sayReason } from "#presentation/words/codes.ts";
import { counted } from "#presentation/words/counts.ts";
import { byReason, exclusions, sharedReason } from "#presentation/words/exclusions.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { Fold } from "../kit/kit.tsx";
import type { ReportLinks } from "./report-links.ts";

interface Props {
  answer: ClassAnswer;
  links: ReportLinks;
}

export function LeftOut({ answer, links }: Props) {
  const { excluded } = answer.selection;
  const reasons = byReason(excluded, reasonOf);
  return (
    <section id="left-out">
      <h2>Studies left out</h2>
      <p>
        {excluded.length === 0
          ? "No study was left out by the question."
          : `${counted(excluded.length, "study")} of those known here ${excluded.length === 1 ? "does" : "do"} not fit the question: ${reasons.map(countsOf).join("; ")}.`}
      </p>
      {excluded.length > 0 && (
        <Fold id="left-out-each" title="Each of them" look="folded">
          {reasons.map(([reason, cohorts]) => (
            <Reason key={reason} reason={reason} cohorts={cohorts} links={links} />
          ))}
        </Fold>
      )}
    </section>
  );
}

interface ReasonProps extends Pick<Props, "links"> {
  reason: string;
  cohorts: readonly Excluded[];
}

function Reason({ reason, cohorts, links }: ReasonProps) {
  const wider = cohorts[0] ? links.without(cohorts[0].parameter) : null;
  const names = cohorts.map(({ label, parameter, reason: code }) => {
    const text = sayReason(code, exclusions);
    return text === reason || parameter === "therapy-class" ? label : `${label}: ${text}`;
  });
  return (
    <div>
      <h3>
        {reason} {wider !== null && <a href={wider}>without this filter</a>}
      </h3>
      <p>{names.join("; ")}</p>
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
    return count > 0 ? `${className[group]} ${count}` : [];
  });
  return `${reason} (${counts.join(", ")})`;
}
