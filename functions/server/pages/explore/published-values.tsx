/** What meta-analyses reported of the outcome, each value above the number here for the same question. */
import type { Agreement, Figure } from "#core/others/published-values.ts";
import {
  publishedSources as sources,
  publishedValues as values,
} from "#data/generated/published-values.ts";
import { familyOf } from "#data/landmarks.ts";
import type { Outcome } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { barOf, of100 } from "#presentation/row/plotted.ts";
import { className } from "#presentation/words/class-names.ts";
import { counted } from "#presentation/words/counts.ts";
import {
  agreementText,
  extentText,
  hereText,
  inThreeDigits,
  isAskedHere,
  isInsideOurs,
  publishedDetails,
  publishedText,
} from "#presentation/words/published-value.ts";
import { Fold } from "../kit/fold.tsx";
import { AxisLine, AxisTable, type DrawnSide } from "./axis-table.tsx";

export function PublishedValues({ outcome }: { outcome: Outcome }) {
  const all = publishedOf(outcome);
  const here = all.filter(isAskedHere);
  const others = all.filter((value) => !isAskedHere(value));
  const sets = sources.filter(
    ({ id, isSet }) => isSet && here.some(({ published }) => published === id),
  );
  return (
    <section id="published">
      <h2>Published values</h2>
      {all.length === 0 ? (
        <p>No meta-analysis that is known here reported a value of this outcome.</p>
      ) : (
        <p>
          What meta-analyses reported (upper line, hollow), and here the same question (lower line,
          filled) with their trials and rules, as far as these are known. Nothing was adjusted to
          agree.
        </p>
      )}
      <ByClass values={here} />
      {others.length > 0 && (
        <Fold title="Without a number here" aside={others.length}>
          <p>
            Their trials are not known, or not who was in the group; medians do not follow from
            counts.
          </p>
          <ByClass values={others} />
        </Fold>
      )}
      {sets.length > 0 && <p class="quiet">This page with the trials and rules of one analysis:</p>}
      <ul class="files">
        {sets.map(({ id, name }) => (
          <li key={id}>
            <a href={`/explore?set=${id}&outcome=${outcome.id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** With every month of a survival stand its medians, and what compares it as a whole. */
function publishedOf({ id }: Outcome): readonly Agreement[] {
  const family = familyOf(id);
  return values.filter((value) =>
    value.outcome === null ? value.family === family : value.outcome === id,
  );
}

/** Reasons that several lines have are said once, below, by a number. */
function ByClass({ values }: { values: readonly Agreement[] }) {
  const reasons = values.flatMap(({ reason }) => reason ?? []);
  const shared = [...new Set(reasons)].filter(
    (reason) => isAskedHereAny(values) && reasons.filter((other) => other === reason).length > 1,
  );
  return (
    <>
      {[...therapyClasses, null].map((group) => (
        <OfClass
          key={group}
          group={group}
          values={values.filter(({ therapyClass }) => therapyClass === group)}
          shared={shared}
        />
      ))}
      {shared.map((reason, index) => (
        <p key={reason} class="quiet">
          ({index + 1}) {reason}.
        </p>
      ))}
    </>
  );
}

const isAskedHereAny = (values: readonly Agreement[]) => values.some(isAskedHere);

interface OfClassProps {
  /** `null`: what compares groups. */
  group: TherapyClass | null;
  values: readonly Agreement[];
  shared: readonly string[];
}

function OfClass({ group, values, shared }: OfClassProps) {
  if (values.length === 0) return null;
  return (
    <>
      <h3>{group === null ? "Between groups, as the papers made them" : className[group]}</h3>
      <AxisTable
        columns={["Analysis", "Published, and here", "Agreement"]}
        hasAxis={values.some((value) => sidesOf(value).length > 0)}
      >
        {values.map((value, index) => (
          <Value key={index} value={value} shared={shared} />
        ))}
      </AxisTable>
    </>
  );
}

function Value({ value, shared }: { value: Agreement; shared: readonly string[] }) {
  const source = sources.find(({ id }) => id === value.published);
  const sides = sidesOf(value);
  return (
    <AxisLine
      name={source?.name ?? value.published}
      beneath={[value.group, source ? sizeOf(source) : ""]}
      group={value.therapyClass ?? "car-t"}
      sides={sides}
      text={[sides.length > 0 ? "" : publishedText(value), ...publishedDetails(value)]}
      last={hereTexts(value, shared)}
    />
  );
}

/** "23 studies, 350 patients in all" */
function sizeOf({ studies, patients }: (typeof sources)[number]): string {
  return [
    studies === null ? "" : counted(studies, "study"),
    patients === null ? "" : `${patients} patients in all`,
  ]
    .filter((text) => text !== "")
    .join(", ");
}

/** The number here where nothing is drawn, whether it agrees, and what it rests on. */
function hereTexts(value: Agreement, shared: readonly string[]): string[] {
  if (!isAskedHere(value)) return [""];
  const { reason } = value;
  const sign = reason === null ? 0 : shared.indexOf(reason) + 1;
  return [
    [
      sidesOf(value).length > 1 ? "" : `here ${hereText(value)}`,
      // That it lies inside is seen.
      isInsideOurs(value) && value.status !== "reproduced" ? "" : agreementText(value),
      sign > 0 ? `(${sign})` : "",
    ]
      .filter((text) => text !== "")
      .join(" "),
    sign > 0 ? "" : (reason ?? extentText(value)),
  ];
}

/** As reported, and here; none of what is no rate. */
function sidesOf({ measure, theirs, ours }: Agreement): DrawnSide[] {
  if (measure !== "rate") return [];
  return [sideOf(theirs, false), ours && sideOf(ours, true)].flatMap((side) => side ?? []);
}

function sideOf({ value, interval }: Figure, filled: boolean): DrawnSide | null {
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
