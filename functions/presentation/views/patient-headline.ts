/**
 * Writes the headline of a patient, on the device: what is labelled, and which groups of such patients are reported. It
 * holds at most 20 words, no share of trials, and no range over drugs.
 */
import type { EarlierKinds, PatientWithTraits } from "#core/question/patient.ts";
import { unreported } from "../words/names.ts";
import { formatCountAsWord } from "../words/numbers.ts";
import { traitNames } from "../words/patient.ts";
import {
  describeAfterEarlierTherapy,
  describeEarlierTherapyOfPatient,
} from "../words/patient-codes.ts";
import type { LabelsOfPatient } from "../words/patient-labels.ts";
import {
  formatCountWithNoun,
  joinBySpaces,
  joinWithConjunction,
  writeSentence,
} from "../words/sentences.ts";
import type { ReportedGroup } from "./reported-groups.ts";
import type { GroupsOfProperty } from "./select-groups.ts";

interface HeadlineParts {
  readonly labels: LabelsOfPatient;
  /** Names the regions of the question, as in "US or EU". */
  readonly regions: string;
  /** States the lines of the question, as in " after 3 or more lines". */
  readonly afterLines: string;
  readonly groups: readonly GroupsOfProperty[];
}

/** More drugs than this are not named in a headline. */
const mostNamed = 3;

export function describePatientHeadline(patient: PatientWithTraits, parts: HeadlineParts): string {
  const { groups } = parts;
  const [first] = groups;
  const { priorBcma } = patient;
  // Earlier therapy that is no property of its own is GPRC5D-directed therapy alone, after which no study reports
  // results.
  if (priorBcma && priorBcma.length > 0 && first?.property.name !== "prior-bcma") {
    return writeSentence(`${describeAfterAll(priorBcma)}: ${unreported}`);
  }
  if (!first) return joinBySpaces([describeLabelledDrugCount(parts), "All patients are below."]);
  const { property } = first;
  switch (property.name) {
    case "prior-bcma":
      return makeHeadlineOfResponsesAfterTherapy(property.value, first);
    case "age":
      return joinBySpaces([
        describeLabelledDrugCount(parts),
        describeAgeHeadline(property.value, first, parts.afterLines),
      ]);
    case "prior-lines":
      return joinBySpaces([
        describeLabelledDrugCount(parts),
        describeLinesHeadline(patient, first),
      ]);
    default:
      return describeTraitHeadline(traitNames[property.name], first);
  }
}

function describeLabelledDrugCount({ labels, regions, afterLines }: HeadlineParts): string {
  const { products, byRegion, only } = labels;
  if (products.length === 0) return `No ${regions} label found${afterLines}.`;
  if (only !== undefined) return `One drug labelled: ${only}.`;
  return writeSentence(
    joinBySpaces([
      `${formatCountAsWord(products.length)} drugs labelled`,
      byRegion && `(${byRegion})`,
    ]),
  );
}

function listResponseGroups({ first }: GroupsOfProperty): readonly ReportedGroup[] {
  return first
    .filter(({ place, outcome }) => place === "such" && outcome === "Response")
    .flatMap(({ groups }) => groups);
}

const listDistinctDrugsOfGroups = (groups: readonly ReportedGroup[]) => [
  ...new Set(groups.map(({ drug }) => drug)),
];

function describeAgeHeadline(age: number, groups: GroupsOfProperty, afterLines: string): string {
  const near = groups.first.some(({ place }) => place === "such");
  if (near) return `No study reports age ${age}; the nearest groups are below.`;
  return groups.missing.startsWith("Only")
    ? `No study reports age ${age}; only older groups are reported.`
    : `No study reports a group near age ${age}${afterLines}.`;
}

function describeLinesHeadline(
  { priorLines }: PatientWithTraits,
  groups: GroupsOfProperty,
): string {
  const drugs = listDistinctDrugsOfGroups(listResponseGroups(groups));
  if (drugs.length > 0 && drugs.length <= mostNamed) {
    return `Response by prior lines is reported of ${joinWithConjunction(drugs)} only.`;
  }
  return drugs.length > 0
    ? "Groups by prior lines are below."
    : `No study reports response after ${formatCountWithNoun(priorLines ?? 0, "line")} alone.`;
}

function makeHeadlineOfResponsesAfterTherapy(
  kinds: EarlierKinds,
  groups: GroupsOfProperty,
): string {
  const responses = listResponseGroups(groups);
  const [only, another] = responses;
  const after = describeAfterEarlierTherapy(kinds);
  if (only && !another) {
    const hadCarT = typeof kinds === "object" && kinds.includes("car-t");
    const isOther = only.group === "bsab" && hadCarT;
    return joinBySpaces([
      writeSentence(
        `${only.drug} ${describeAfterEarlierTherapy(kinds)}: ${describeResponders(only)}`,
      ),
      isOther && `A second CAR-T: ${unreported}.`,
    ]);
  }
  if (only) {
    const drugs = listDistinctDrugsOfGroups(responses);
    const names =
      drugs.length <= mostNamed
        ? joinWithConjunction(drugs)
        : `${formatCountAsWord(drugs.length)} drugs`;
    return writeSentence(`${after}: response is reported of ${names}, each group by itself`);
  }
  const [outside] = groups.outside;
  if (outside) {
    return writeSentence(
      `${after}: ${unreported} for this question; ${outside.drug} is reported, ${outside.outside?.split(", ").at(-1)}`,
    );
  }
  return groups.first.length > 0
    ? writeSentence(`${after}: no group of such patients alone; the nearest are below`)
    : writeSentence(`${describeAfterAll(kinds)}: ${unreported}`);
}

/** Names every earlier therapy, as in "after CAR-T and GPRC5D-directed therapy". */
function describeAfterAll(kinds: EarlierKinds): string {
  return typeof kinds === "object" && kinds.length > 1
    ? describeEarlierTherapyOfPatient({ priorBcma: kinds }, "and")
    : describeAfterEarlierTherapy(kinds);
}

function describeResponders({ under, number }: ReportedGroup): string {
  return / of /.test(under) ? `${under} responded` : `${number} % responded`;
}

function describeTraitHeadline(name: string, groups: GroupsOfProperty): string {
  const responses = listResponseGroups(groups);
  const pairs = responses.flatMap((group) => {
    const [other, another] = group.others;
    const isPair = other?.at !== undefined && group.at !== undefined && another === undefined;
    return isPair ? { group, difference: group.at - other.at, other } : [];
  });
  const [pair] = pairs;
  if (pair && pairs.length === 1) {
    return writeSentence(
      `${name}: ${describeResponders(pair.group)}, without it ${pair.other.under}; one study reports both`,
    );
  }
  if (pair) {
    const all = `in each study with both results (${pairs.length})`;
    if (pairs.every(({ difference }) => difference < 0)) {
      return writeSentence(`${name}: fewer responded than without it ${all}`);
    }
    return pairs.every(({ difference }) => difference > 0)
      ? writeSentence(`${name}: more responded than without it ${all}`)
      : writeSentence(
          `${name}: response with and without it differs between ${pairs.length} studies`,
        );
  }
  const drugs = listDistinctDrugsOfGroups(responses);
  if (drugs.length > 0) {
    const names = drugs.length <= mostNamed ? joinWithConjunction(drugs) : `${drugs.length} drugs`;
    return writeSentence(
      `${name}: response is reported of ${names}, never beside those without it`,
    );
  }
  return groups.first.length > 0
    ? writeSentence(`${name}: response ${unreported}; other results are below`)
    : writeSentence(`${name}: ${unreported}`);
}
