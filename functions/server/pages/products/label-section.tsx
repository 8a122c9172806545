/** The label of a product: the United States and the European Union at once, other regions folded. */
import { Fragment } from "preact";
import { partialDateText } from "#presentation/words/partial-date.ts";
import { shortRegion } from "#presentation/words/regions.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { type Fact, Facts, Fold, Section } from "../kit/kit.tsx";
import { Citations } from "./fact-lines.tsx";
import { lowConfidence, type ProductFacts } from "./facts.ts";
import { type Approval, type LabelLine, labelLines } from "./label.ts";

export function LabelSection({ product: { approvals } }: { product: ProductFacts }) {
  const isFirst = ({ region }: Approval) => region === "us" || region === "eu";
  const inFirst = labelLines(approvals.filter(isFirst));
  const inOthers = labelLines(approvals.filter((approval) => !isFirst(approval)));
  const regions = inOthers.flatMap((line) => line.approvals);
  return (
    <Section id="label" title="On the label">
      {inFirst.length + inOthers.length === 0 && (
        <p class="unknown">No label found in our sources.</p>
      )}
      <Facts
        facts={[
          ...inFirst.filter(isOfUs),
          ...inFirst.filter((line) => !isOfUs(line)),
          ...(inFirst.length === 0 ? inOthers : []),
        ].map(labelFact)}
      />
      {inFirst.length > 0 && inOthers.length > 0 && (
        <Fold title={regionsOf(regions)}>
          <Facts facts={inOthers.map(labelFact)} />
        </Fold>
      )}
    </Section>
  );
}

function isOfUs({ approvals }: LabelLine): boolean {
  return approvals.some(({ region }) => region === "us");
}

function regionsOf(approvals: readonly Approval[]): string {
  return [...new Set(approvals.map(({ region }) => shortRegion(region)))].join(", ");
}

function labelFact({ lines, asks, approvals }: LabelLine): Fact {
  return [
    regionsOf(approvals),
    <>
      {lines}
      <small>
        {asks !== "" && `${capitalised(asks)}. `}
        {approvals.map((approval, index) => (
          <Fragment key={approval.region}>
            {index > 0 && "; "}
            {sinceText(approval, approvals.length > 1)}
            <Citations sources={approval.sources.slice(0, 2)} />
          </Fragment>
        ))}
      </small>
    </>,
  ];
}

/** "EU since 22 Apr 2024"; without its region where the line has no other. */
function sinceText({ region, date, confidence, status }: Approval, isNamed: boolean): string {
  const since =
    date === null ? "" : `${status === "approved" ? "since " : ""}${partialDateText(date)}`;
  const parts = [
    isNamed && shortRegion(region),
    since,
    confidence === "low" && `(${lowConfidence})`,
  ];
  const text = parts.filter(Boolean).join(" ");
  return isNamed ? text : capitalised(text);
}
