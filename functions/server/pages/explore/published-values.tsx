/** Draws the values that meta-analyses reported for the outcome, each above the number here for the same question. */
import type { Agreement, PublishedFigure } from "#core/others/published-values.ts";
import {
  publishedSources as sources,
  publishedValues as values,
} from "#data/generated/published-values.ts";
import { familyOf } from "#data/landmarks.ts";
import type { Outcome } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { barOf, of100 } from "#presentation/row/plotted.ts";
import { className } from "#presentation/words/class-names.ts";
import { withNoun } from "#presentation/words/counts.ts";
import {
  agreementText,
  extentText,
  hereText,
  inThreeDigits,
  isComparedHere,
  isInsideOurs,
  publishedDetails,
  publishedText,
} from "#presentation/words/published-value.ts";
import { joinedClauses } from "#presentation/words/sentences.ts";
import { Fold, Links, Section } from "../kit/kit.tsx";
import { type DrawnLine, Lines } from "../lines.tsx";

export function PublishedValues({ outcome }: { outcome: Outcome }) {
  const all = publishedOf(outcome);
  const here = all.filter(isComparedHere);
  const elsewhere = all.filter((value) => !isComparedHere(value));
  const sets = sources.filter(
    ({ id, isSet }) => isSet && here.some(({ published }) => published === id),
  );
  return (
    <Section id="published" title="Published pools">
      {all.length === 0 ? (
        <p>No meta-analysis in our data reported a value of this outcome.</p>
      ) : (
        <p>
          What meta-analyses reported (hollow), and below it the same question here (filled) with
          their trials and rules, as far as these are known. Nothing was adjusted to agree.
        </p>
      )}
      <ByClass values={here} />
      <Fold title="Without a number here" count={elsewhere.length}>
        <p>
          Their trials are not known, or not who was in the group; medians do not follow from
          counts.
        </p>
        <ByClass values={elsewhere} />
      </Fold>
      {sets.length > 0 && (
        <nav aria-label="With the trials and rules of one analysis">
          <p class="quiet">This page with the trials and rules of one analysis:</p>
          <Links
            links={sets.map(({ id, name }) => ({
              href: `/explore?set=${id}&outcome=${outcome.id}`,
              text: name,
            }))}
          />
        </nav>
      )}
    </Section>
  );
}

/**
 * Returns the published values of an outcome. Survival at any month includes the medians and the comparisons of the
 * whole curve.
 */
function publishedOf({ id }: Outcome): readonly Agreement[] {
  const family = familyOf(id);
  return values.filter((value) =>
    value.outcome === null ? value.family === family : value.outcome === id,
  );
}

/** Draws the values by class. A reason that several values share is stated once below, and referred to by number. */
function ByClass({ values: all }: { values: readonly Agreement[] }) {
  const reasons = all.filter(isComparedHere).flatMap(({ reason }) => reason ?? []);
  const shared = [...new Set(reasons)].filter(
    (reason) => reasons.filter((text) => text === reason).length > 1,
  );
  return (
    <>
      {[...therapyClasses, null].map((group) => {
        const ofGroup = all.filter(({ therapyClass }) => therapyClass === group);
        if (ofGroup.length === 0) return null;
        return (
          <>
            <h3>{group === null ? "Between groups, as the papers made them" : className[group]}</h3>
            <Lines lines={ofGroup.flatMap((value) => linesOf(value, shared))} />
          </>
        );
      })}
      {shared.map((reason, index) => (
        <p key={reason} class="quiet">
          ({index + 1}) {reason}.
        </p>
      ))}
    </>
  );
}

/** Draws the line of the published value and the line of the value here. */
function linesOf(value: Agreement, shared: readonly string[]): DrawnLine[] {
  const { theirs, ours, measure, reason } = value;
  const source = sources.find(({ id }) => id === value.published);
  const group = value.therapyClass ?? "car-t";
  const draw = (figure: PublishedFigure | null, filled: boolean) =>
    measure === "rate" && figure ? sideOf(figure, filled) : null;
  const [published, here] = [draw(theirs, false), draw(ours, true)];
  const sign = reason === null ? 0 : shared.indexOf(reason) + 1;
  // The drawing already shows that a rate lies inside.
  const isSeen = here !== null && isInsideOurs(value) && value.status !== "reproduced";
  return [
    {
      ...{ name: source?.name ?? value.published, group, side: published },
      text: published ? "" : publishedText(value),
      beneath: joinedClauses([
        value.group,
        ...(source ? sizeOf(source) : []),
        ...publishedDetails(value),
      ]),
    },
    ...(isComparedHere(value)
      ? [
          {
            ...{ name: sign > 0 ? `here (${sign})` : "here", group, side: here, goesOn: true },
            text: here ? "" : hereText(value),
            beneath: joinedClauses([
              isSeen ? "" : agreementText(value),
              sign > 0 ? "" : (reason ?? extentText(value)),
            ]),
          },
        ]
      : []),
  ];
}

/** States the size of a meta-analysis, as in "23 studies", "350 patients in all". */
function sizeOf({ studies, patients }: (typeof sources)[number]): string[] {
  return [
    studies === null ? "" : withNoun(studies, "study"),
    patients === null ? "" : `${patients} patients in all`,
  ];
}

function sideOf({ value, interval }: PublishedFigure, filled: boolean): DrawnLine["side"] {
  if (value === null) return null;
  const bar = interval && barOf([interval[0] / 100, interval[1] / 100]);
  return {
    number: inThreeDigits(value),
    under: interval ? interval.map(inThreeDigits).join("–") : "",
    ...(bar && { bar }),
    marks: [{ at: of100(value / 100), kind: filled ? "estimate" : "figure" }],
    filled,
  };
}
