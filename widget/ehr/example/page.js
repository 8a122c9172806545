/** Reads the record of the patient that is open, shows what was found, and hands it over when a person says so. */
import { readPatient } from "./fhir-patient.js";
import { readRecord } from "./read-record.js";
import { settings } from "./settings.js";

const place = (id) => document.getElementById(id);
const frame = place("evidence");
const site = new URL(settings.comparison).origin;
const check = "Check this against the record before it is handed over.";
/** Whether the frame takes messages yet: whatever comes first waits. */
let isReady = false;
/** What the frame shows; `null` while it shows nobody. */
let message = null;
/** The record as it was read last. */
let record = { resources: [], notices: [] };

const { client, patient, notice } = await signedIn();
await readAgain();
frame.src = `${site}/embed?hand-over=patient`;
place("state").textContent = check;
place("said").addEventListener("input", change);
place("said").addEventListener("submit", (event) => {
  event.preventDefault();
  handOver();
});

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

async function readAgain() {
  record = client ? await readRecord(client, patient) : { resources: [], notices: [notice] };
  record.notices.sort();
  // A drug that the record names anew is asked for, and one that it names no more is not.
  const { found, notFound } = readPatient(record.resources, { patient });
  const drugs = [...found, ...notFound].flatMap(({ data }) => data.drug ?? []);
  const asked = new Map([...place("drugs").children].map((group) => [group.name, group]));
  place("drugs").replaceChildren(...drugs.map((drug) => asked.get(drug) ?? choice(drug)));
  place("drugs").hidden = drugs.length === 0;
  show();
}

/** What the record says, with what a person types and answers. */
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

/** A question with two answers; without either, nothing is handed over of the drug, whatever the record says. */
function choice(drug) {
  const group = document.createElement("fieldset");
  group.name = drug;
  const legend = document.createElement("legend");
  legend.textContent = `${drug}: given before the treatment that is being decided on?`;
  const labels = ["Yes", "No"].map((answer) => {
    const label = document.createElement("label");
    const button = document.createElement("input");
    Object.assign(button, { type: "radio", name: drug, value: answer });
    label.append(button, answer);
    return label;
  });
  group.append(legend, ...labels);
  return group;
}

/** What was handed over before a change must not stay in the frame. */
function change() {
  show();
  withdraw();
  place("state").textContent = check;
}

function withdraw() {
  place("note").value = "";
  if (message === null) return;
  message = null;
  post({ type: "myeloma-compare:patient", patient: null });
}

/** Reads the record once more: only what a person has seen is handed over. */
async function handOver() {
  const texts = () => place("seen").textContent;
  const seen = texts();
  const { message: before } = reading();
  place("hand-over").disabled = true;
  await readAgain();
  place("hand-over").disabled = false;
  const now = reading().message;
  if (texts() !== seen || JSON.stringify(now) !== JSON.stringify(before)) {
    withdraw();
    place("state").textContent = `The record has changed since it was read. ${check}`;
    return;
  }
  message = now;
  place("state").textContent = message ? "Handing over…" : "There is nothing to hand over.";
  post(message);
}

function post(content) {
  if (content && isReady) frame.contentWindow.postMessage(content, site);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== site) return;
  if (data.type === "myeloma-compare:ready") {
    isReady = true;
    post(message);
  }
  if (message === null) return;
  if (data.type === "myeloma-compare:accepted") place("state").textContent = "Handed over.";
  if (data.type === "myeloma-compare:refused") place("state").textContent = "Refused.";
  if (data.type === "myeloma-compare:summary") place("note").value = data.text;
});
