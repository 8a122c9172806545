/** Records of a drug that was not given, or perhaps not: each is listed with its status, and a person is asked. */
import {
  administered,
  bispecific,
  born,
  carT,
  cilta,
  inWords,
  type MadeRecord,
  ordered,
  patient,
  procedure,
  record,
  resource,
  withPatient,
} from "../made-records.ts";

const tecvayli = inWords("Tecvayli");
const carvykti = { code: { text: "Carvykti" } };
const statement = (state: string, more: object = {}) =>
  resource("MedicationStatement", state, { id: "s", ...tecvayli, ...more });

const listed = (what: string, item: unknown, how: string) =>
  withPatient(what, item, bispecific, [`teclistamab: 1 ${how}`]);

export const denied: readonly MadeRecord[] = [
  ...[
    "Dexamethason (Prämed. Tecvayli)",
    "Teclistamab nicht gegeben",
    "teclistamab-naive, IVIG",
    "Tecvayli?",
  ].map((text) =>
    listed(text, administered(inWords(text)), "administration (completed, in words)"),
  ),
  listed("a draft", resource("MedicationRequest", "draft", tecvayli), "request (draft, in words)"),
  listed(
    "a plan",
    ordered({ status: "completed", intent: "plan", ...tecvayli }),
    "request (plan, in words)",
  ),
  listed(
    "a proposal",
    ordered({ intent: "proposal", ...tecvayli }),
    "request (proposal, in words)",
  ),
  listed(
    "forbidden",
    ordered({ doNotPerform: true, ...tecvayli }),
    "request (do not perform, in words)",
  ),
  ...["cancelled", "stopped", "on-hold", "completed"].map((state) =>
    listed(
      `an order ${state}`,
      ordered({ status: state, ...tecvayli }),
      `request (${state.replace("-", " ")}, in words)`,
    ),
  ),
  ...["not-done", "in-progress", "stopped"].map((state) =>
    listed(
      `an administration ${state}`,
      resource("MedicationAdministration", state, tecvayli),
      `administration (${state.replace("-", " ")}, in words)`,
    ),
  ),
  ...["not-taken", "intended", "active"].map((state) =>
    listed(
      `a statement ${state}`,
      statement(state),
      `statement (${state.replace("-", " ")}, in words)`,
    ),
  ),
  listed("no status", statement("", { status: undefined }), "statement (unknown, in words)"),
  listed(
    "a status in words",
    statement("Abgelehnt durch die Kasse"),
    "statement (unknown, in words)",
  ),
  withPatient("a procedure that was not done", resource("Procedure", "not-done", carvykti), carT, [
    `${cilta}: 1 procedure (not done, in words)`,
  ]),
  record(
    "done and not done",
    [
      patient,
      procedure({ text: "Carvykti" }),
      resource("Procedure", "not-done", { id: "n", ...carvykti }),
    ],
    carT,
    [`${cilta}: 1 procedure (completed, in words), 1 procedure (not done, in words)`],
  ),
  ...Object.entries({
    "a note": { note: [{ text: "nie erhalten" }] },
    "a reason": { statusReason: [{ text: "verworfen" }] },
    "a flag of STU3": { notGiven: true },
    "a flag of DSTU2": { wasNotTaken: true },
    "a statement of STU3 that it was not taken": { taken: "n" },
  }).map(([what, more]) =>
    listed(
      what,
      administered({ ...tecvayli, ...more }),
      "administration (completed, in words, with a remark)",
    ),
  ),
  withPatient(
    "an outcome",
    procedure({ text: "Carvykti" }, { outcome: { text: "nicht durchgeführt" } }),
    carT,
    [`${cilta}: 1 procedure (completed, in words, with a remark)`],
  ),
  withPatient(
    "entered in error",
    resource("MedicationAdministration", "entered-in-error", tecvayli),
    [],
    [],
    "therapy-none",
  ),
  ...["before", "after"].map((order) => {
    const versions = [
      administered(tecvayli),
      resource("MedicationAdministration", "entered-in-error", tecvayli),
    ];
    const sent = order === "after" ? versions : versions.toReversed();
    return record(
      `entered in error, ${order} another version`,
      [patient, ...sent],
      [],
      [],
      "therapy-none",
    );
  }),
  record(
    "a mistake, and another administration",
    [
      born("1959-03-05"),
      resource("MedicationAdministration", "entered-in-error", { ...tecvayli, id: undefined }),
      administered({ ...tecvayli, id: "2" }),
    ],
    bispecific,
    ["teclistamab: 1 administration (completed, in words)"],
  ),
];
