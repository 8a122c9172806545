/** Draws what was left out, how the numbers are computed, and how to cite them. */
import type { Answer, Excluded } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { makeCountingRules } from "#presentation/views/counting-rules.ts";
import { describeCodedReason } from "#presentation/words/codes.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import {
  describeExclusionWithoutValues,
  exclusions,
  groupItemsByReason,
} from "#presentation/words/exclusions.ts";
import { chooseStudyWord, className } from "#presentation/words/names.ts";
import { describeWholeReview } from "#presentation/words/review.ts";
import { formatCountWithNoun, joinBySpaces } from "#presentation/words/sentences.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { Fold, Links, Section } from "../kit/kit.tsx";
import type { ReportLinks } from "./report-links.ts";
import type { ReportView } from "./report-view.ts";

interface LeftOutProps {
  answer: ClassAnswer;
  links: ReportLinks;
}

export function LeftOutStudies({ answer, links }: LeftOutProps) {
  const { excluded } = answer.selection;
  const reasons = groupItemsByReason(excluded, describeExclusionReason);
  return (
    <Section id="left-out" title="Studies left out">
      <p>
        {excluded.length === 0
          ? "No study was left out by the question."
          : `${formatCountWithNoun(excluded.length, "study")} of those in our data ${excluded.length === 1 ? "does" : "do"} not fit the question: ${reasons.map(describeReasonWithCounts).join("; ")}.`}
      </p>
      {excluded.length > 0 && (
        <Fold id="left-out-each" title="Each of them" look="folded">
          {reasons.map(([reason, cohorts]) => (
            <Reason key={reason} reason={reason} cohorts={cohorts} links={links} />
          ))}
        </Fold>
      )}
    </Section>
  );
}

interface ReasonProps extends Pick<LeftOutProps, "links"> {
  reason: string;
  cohorts: readonly Excluded[];
}

function Reason({ reason, cohorts, links }: ReasonProps) {
  const wider = cohorts[0] ? links.without(cohorts[0].parameter) : null;
  const names = cohorts.map(({ label, parameter, reason: code }) => {
    const text = describeCodedReason(code, exclusions);
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

/** Returns the reason for leaving a cohort out, without the values of this cohort. */
function describeExclusionReason({ parameter, reason }: Excluded): string {
  return parameter === "therapy-class"
    ? "not of the class asked for"
    : describeExclusionWithoutValues(reason);
}

function describeReasonWithCounts([reason, cohorts]: readonly [
  string,
  readonly Excluded[],
]): string {
  const counts = therapyClasses.flatMap((group) => {
    const count = cohorts.filter(({ therapyClass }) => therapyClass === group).length;
    return count > 0 ? `${className[group]} ${count}` : [];
  });
  return `${reason} (${counts.join(", ")})`;
}

export function Method({ report: { answer } }: { report: ReportView }) {
  const { published, lookedFor, counts, rules, model } = makeCountingRules(answer);
  const paragraphs = [
    `The numbers are patients of 100 in a typical ${chooseStudyWord(answer.query)}. The range under a number is its 95 % interval: how far off the number may be, as far as the data tell.`,
    ...rules,
    ...model,
  ];
  return (
    <Section id="method" title="Methods and review">
      <Fold id="method-each" title="What was looked for, the model, who reviewed it">
        <p>{joinBySpaces([published, lookedFor, counts])}</p>
        <p>{paragraphs.join(" ")}</p>
        <p>{describeWholeReview()}</p>
      </Fold>
    </Section>
  );
}

interface CitationProps {
  citation: string;
  answer: Pick<Answer<string>, "dataDate" | "answerVersion">;
  files: ReportLinks["files"];
  /** Lists other pages about the same question. */
  pages: readonly { text: string; href: string }[];
  /** It is true if there is a citation for a citation manager. */
  hasRis?: boolean;
}

export function HowToCite({ citation, answer, files, pages, hasRis }: CitationProps) {
  const links = [
    ...pages,
    { text: "All numbers as a table (CSV)", href: files.csv },
    { text: "The answer as data (JSON)", href: files.json },
    { text: "Fit again (R script)", href: files.r },
    { text: "Report an error", href: files.error },
  ];
  return (
    <Section id="take" title="How to cite">
      <p>
        {citation}{" "}
        {hasRis && (
          <a class="screen" href={files.ris}>
            for a citation manager (RIS)
          </a>
        )}
      </p>
      <Links links={links} look="files" />
      <p class="printed">
        Data of {formatDate(answer.dataDate)}, version {answer.answerVersion}.
      </p>
    </Section>
  );
}
