/** Records that say of a drug both that it was given and that it was not, or that it is given now. */
import {
  administered,
  bispecific,
  carT,
  inWords,
  type MadeRecord,
  notCounted,
  only,
  ordered,
  patient,
  procedure,
  record,
  resource,
} from "../made-records.ts";

const tecvayli = inWords("Tecvayli");
const statement = (state: string, more: object = {}) =>
  resource("MedicationStatement", state, { id: "s", ...tecvayli, ...more });
const infusion = { code: { text: "Carvykti infusion" } };
const notDone = (more: object) => resource("Procedure", "not-done", { id: "n", ...more });

const beside = (
  what: string,
  items: readonly unknown[],
  kinds: readonly string[] | null,
  ...tells: string[]
) => record(what, [patient, ...items], only(kinds), ...tells);

export const contradicted: readonly MadeRecord[] = [
  ...["active", "completed", "stopped"].map((state) =>
    beside(
      `a statement ${state}, another not taken`,
      [statement(state, { effectiveDateTime: "2024-02-01" }), statement("not-taken")],
      null,
      notCounted("contradicted"),
      notCounted("not-given"),
      "therapy-none",
    ),
  ),
  beside(
    "an administration, and a statement that it was not taken",
    [administered(tecvayli), statement("not-taken", { effectiveDateTime: "2025-03-01" })],
    null,
    notCounted("contradicted"),
    "therapy-none",
  ),
  beside(
    "an infusion done and not done on the same day",
    [procedure(infusion.code), notDone({ ...infusion, performedDateTime: "2024-06-03T09:00:00Z" })],
    null,
    notCounted("contradicted", "ciltacabtagene autoleucel"),
    "therapy-none",
  ),
  beside(
    "an infusion done, and not done without a date",
    [procedure(infusion.code), notDone(infusion)],
    null,
    notCounted("contradicted", "ciltacabtagene autoleucel"),
    "therapy-none",
  ),
  beside(
    "an infusion that was put off and done later",
    [procedure(infusion.code), notDone({ ...infusion, performedDateTime: "2024-05-20" })],
    carT,
    "therapy ciltacabtagene autoleucel",
    notCounted("not-given", "ciltacabtagene autoleucel"),
  ),
  beside(
    "an order cancelled, and an administration",
    [resource("MedicationRequest", "cancelled", tecvayli), administered(tecvayli)],
    bispecific,
    "therapy teclistamab",
  ),
];

const lately = "2026-11-02";

export const current: readonly MadeRecord[] = [
  beside(
    "a statement that is active since lately",
    [statement("active", { effectivePeriod: { start: lately } })],
    null,
    notCounted("current"),
    "therapy-none",
  ),
  beside(
    "a statement that is active, it is not said since when",
    [statement("active")],
    null,
    notCounted("current"),
    "therapy-none",
  ),
  beside(
    "a statement that is active for long",
    [statement("active", { effectivePeriod: { start: "2024-01-10" } })],
    bispecific,
    "therapy teclistamab",
  ),
  beside(
    "a statement that is active, and has ended",
    [statement("active", { effectivePeriod: { start: lately, end: "2026-11-20" } })],
    bispecific,
    "therapy teclistamab",
  ),
  beside(
    "an order of lately",
    [ordered({ ...tecvayli, authoredOn: lately })],
    null,
    notCounted("current"),
    "therapy-none",
  ),
  beside(
    "administrations under an order of lately",
    [
      ordered({ ...tecvayli, authoredOn: lately }),
      administered({ ...tecvayli, effectiveDateTime: "2026-11-05" }),
    ],
    null,
    notCounted("current"),
    "therapy-none",
  ),
  beside(
    "an administration long before an order of lately",
    [ordered({ ...tecvayli, authoredOn: lately }), administered(tecvayli)],
    bispecific,
    "therapy teclistamab",
    notCounted("current"),
  ),
  beside(
    "an infusion in progress",
    [
      resource("Procedure", "in-progress", {
        ...infusion,
        performedPeriod: { start: "2026-11-28T10:00:00Z" },
      }),
    ],
    null,
    notCounted("current", "ciltacabtagene autoleucel"),
    "therapy-none",
  ),
];
