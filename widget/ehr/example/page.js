/** Reads the record of the patient that is open, shows what was found, and hands over what a person confirms. */
import { readPatient } from "./fhir-patient.js";
import { readRecord } from "./read-record.js";
import { settings } from "./settings.js";

const place = (id) => document.getElementById(id);
const frame = place("evidence");
const site = new URL(settings.comparison).origin;
const check = "Check this against the record before it is handed over.";
/** Milliseconds after which a message counts as unanswered. */
const patience = 5_000;

/** Says whether the frame takes messages yet; a message that comes first waits. */
let isReady = false;
/** Holds the message that the frame shows or is asked to show; `null` while it shows nobody. */
let message = null;
/** Counts messages: an answer to an earlier one says nothing of the last. */
let id = 0;
let unanswered;
/** The record as it was read last. */
let record = { resources: [], notices: [] };

const { client, patient, notice } = await signedIn();
record = client ? await readRecord(client, patient) : { resources: [], notices: [notice] };
ask();
show();
frame.src = `${site}/embed?hand-over=patient`;
place("state").textContent = notice ?? check;
place("answers").addEventListener("input", change);
place("answers").addEventListener("submit", (event) => {
  event.preventDefault();
  handOver();
});
place("hand-over").disabled = client === null;

/** The answer of the sign-in stays in this page: fhirclient's storage, which it needs until here, is emptied. */
async function signedIn() {
  const none = (text) => ({ client: null, patient: null, notice: text });
  try {
    const client = await FHIR.oauth2.ready();
    sessionStorage.removeItem(client.state.key);
    sessionStorage.removeItem("SMART_KEY");
    // Some records say `Patient/12`, or a number.
    const patient = String(client.patient.id ?? "").replace(/^.*\//, "");
    return patient === ""
      ? none("The record did not say which patient is open.")
      : { client, patient, notice: null };
  } catch {
    return none("The sign-in did not succeed: open this page from the record again.");
  }
}

/** Asks for each drug that the record names; answers that were given stay. */
function ask() {
  const { found, notFound } = readPatient(record.resources, { patient });
  const drugs = [...found, ...notFound].flatMap(({ data }) => data.drug ?? []);
  const asked = new Map([...place("drugs").children].map((group) => [group.name, group]));
  place("drugs").replaceChildren(...drugs.map((drug) => asked.get(drug) ?? question(drug)));
  place("drugs").hidden = drugs.length === 0;
}

function question(drug) {
  const group = document.createElement("fieldset");
  group.name = drug;
  const legend = document.createElement("legend");
  legend.textContent = `${drug}: given before the treatment that is to be chosen?`;
  const labels = ["Yes", "No", "Not known"].map((answer) => {
    const label = document.createElement("label");
    const button = document.createElement("input");
    const checked = answer === "Not known";
    Object.assign(button, { type: "radio", name: drug, value: answer, checked });
    label.append(button, answer);
    return label;
  });
  group.append(legend, ...labels);
  return group;
}

/** Returns what the record says, with what a person types and answers. */
function reading() {
  const lines = place("lines").value;
  const answered = (answer) =>
    [...place("drugs").children]
      .filter((group) => group.querySelector(":checked")?.value === answer)
      .map(({ name }) => name);
  return readPatient(record.resources, {
    patient,
    priorLines: lines === "" ? null : Number(lines),
    confirmed: answered("Yes"),
    denied: answered("No"),
  });
}

function show() {
  const { found, notFound, incomplete } = reading();
  list("found", found);
  list("not-found", notFound);
  list("incomplete", [...record.notices.map((text) => ({ text, references: [] })), ...incomplete]);
  // A person who answers must see whose record this is; the name stays in this page.
  const { name, birthDate } =
    record.resources.find(({ resourceType }) => resourceType === "Patient") ?? {};
  const { text, given = [], family } = name?.[0] ?? {};
  place("whose").textContent = [text ?? [...given, family].join(" "), birthDate]
    .filter(Boolean)
    .join(", ");
}

function list(id, findings) {
  place(id).replaceChildren(
    ...findings.map(({ text, references }) => {
      const item = document.createElement("li");
      item.textContent = [text, ...references].join(" ");
      return item;
    }),
  );
}

/** Takes the patient out of the frame after a change: a patient who was handed over before must not stay there. */
function change() {
  show();
  withdraw();
  place("state").textContent = check;
}

function withdraw() {
  place("note").value = "";
  message = null;
  post({ type: "myeloma-compare:patient", patient: null });
}

/** Reads the record once more: only what a person has seen is handed over. */
async function handOver() {
  place("answers").inert = true;
  try {
    const seen = factsOf(reading());
    const again = await readRecord(client, patient);
    if (String(again.notices) !== String(record.notices)) {
      withdraw();
      place("state").textContent =
        "The record could not be read again, so nothing is handed over. Open this page from the record again.";
      return;
    }
    record = again;
    ask();
    show();
    const now = reading();
    if (factsOf(now) !== seen) {
      withdraw();
      place("state").textContent = `The record has changed since it was read. ${check}`;
      return;
    }
    message = now.message;
    if (message === null) withdraw();
    else post(message);
    place("state").textContent = message ? "Handing over…" : "There is nothing to hand over.";
  } catch {
    withdraw();
    place("state").textContent = "The record could not be read again, so nothing is handed over.";
  } finally {
    place("answers").inert = false;
  }
}

/** Returns all that the page tells, whatever the order in which the server sends its resources. */
function factsOf({ message, found, notFound, incomplete }) {
  const facts = [...found, ...notFound, ...incomplete].map(({ text, references }) =>
    [text, ...[...references].sort()].join(" "),
  );
  return JSON.stringify([message, facts.sort()]);
}

function post(content) {
  clearTimeout(unanswered);
  if (!content || !isReady) return;
  id += 1;
  frame.contentWindow.postMessage({ ...content, id }, site);
  unanswered = setTimeout(() => {
    place("state").textContent = "The comparison does not answer: its numbers are of no patient.";
  }, patience);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== site) return;
  if (data.type === "myeloma-compare:ready") {
    isReady = true;
    post(message);
  }
  if (data.id !== id) return;
  clearTimeout(unanswered);
  if (message === null) return;
  if (data.type === "myeloma-compare:accepted") place("state").textContent = "Handed over.";
  if (data.type === "myeloma-compare:refused") {
    message = null;
    place("state").textContent = `Refused: ${data.reasons.map(({ field }) => field).join(", ")}.`;
  }
  if (data.type === "myeloma-compare:summary") place("note").value = data.text;
});
