/** Tests which of today's trials count after a kind of earlier therapy, with the source of each number. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { divideTrialsByAskedTherapyKinds } from "#core/evidence/after-kinds.ts";
import { queryOf } from "../../../support/queries.ts";

const trialsAfter = (question: string) => {
  const note = divideTrialsByAskedTherapyKinds(queryOf(question, dataset), dataset);
  const shares = (trials: NonNullable<typeof note>["counted"] = []) =>
    trials.map(({ cohort, printed }) => [cohort.id, ...printed.map(({ n, of }) => `${n}/${of}`)]);
  return { counted: shares(note?.counted), notCounted: shares(note?.notCounted) };
};

// Blood 2023, CARTITUDE-2 cohort C, abstract: 13 an antibody–drug conjugate, 7 a bispecific, none CAR-T.
const cartitude = (...shares: string[]) => ["cartitude-2-cohort-c", ...shares];
// US label of Elrexfio, 14.1: 46 an antibody–drug conjugate, 20 CAR-T.
const magnetismm = (...shares: string[]) => ["magnetismm-3-cohort-b", ...shares];
// US label of Talvey, 14: 26 CAR-T; whether a bispecific was directed at BCMA is not stated.
const monumental = (...shares: string[]) => ["monumental-1-prior-tcr", ...shares];
// Ferreri, 2023, abstract: 38 an antibody–drug conjugate.
const ferreri = ["ferreri-hansen-2023-prior-bcma", "38/50"];
// This trial prints no kind.
const majestec = ["majestec-1-cohort-c"];

it.each([
  [
    "prior-bcma=adc",
    { counted: [cartitude("13/20"), magnetismm("46/63")], notCounted: [majestec] },
  ],
  [
    "prior-bcma=adc&evidence=all",
    { counted: [cartitude("13/20"), ferreri, magnetismm("46/63")], notCounted: [majestec] },
  ],
  [
    "prior-bcma=bispecific",
    { counted: [], notCounted: [cartitude("7/20"), majestec, monumental()] },
  ],
  [
    "prior-bcma=car-t",
    { counted: [monumental("26/32")], notCounted: [magnetismm("20/63"), majestec] },
  ],
  ["prior-bcma=car-t&target=bcma", { counted: [], notCounted: [magnetismm("20/63"), majestec] }],
  ["prior-bcma=gprc5d", { counted: [], notCounted: [] }],
])("of %s", (question, trials) => {
  expect(trialsAfter(question)).toEqual(trials);
});
