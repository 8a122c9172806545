/** Reads the record of the patient that is open, shows what was found, and hands it over when a person says so. */
import { readPatient } from "./fhir-patient.js";
import { readRecord } from "./read-record.js";
import { settings } from "./settings.js";

const place = (id) => document.getElementById(id);
const frame = place("evidence");
const site = new URL(settings.comparison).origin;
/** What a person handed over, and whether the frame takes it yet: whatever comes first waits. */
let message = null;
let isReady = false;

const { resources, notices, patient } = await signedIn();
place("said").addEventListener("submit", (event) => {
  event.preventDefault();
  handOver();
});
show();

/** The answer of the sign-in stays in this page: fhirclient's storage, which it needs until here, is emptied. */
async function signedIn() {
  try {
    const client = await FHIR.oauth2.ready();
    sessionStorage.removeItem(client.state.key);
    sessionStorage.removeItem("SMART_KEY");
    // Some records say `Patient/12`, or a number.
    const patient = String(client.patient.id ?? "").replace(/^.*\//, "");
    if (patient === "") return none("The record did not say which patient is open.");
    return { ...(await readRecord(client, patient)), patient };
  } catch {
    return none("The sign-in did not succeed: open this page from the record again.");
  }
}

function none(notice) {
  return { resources: [], notices: [notice], patient: null };
}

/** What the record says, with what a person types and confirms. */
function reading() {
  const lines = place("lines").value;
  const confirmed = [...place("confirmed").querySelectorAll("input:checked")];
  return readPatient(resources, {
    patient,
    priorLines: lines === "" ? null : Number(lines),
    confirmed: confirmed.map(({ value }) => value),
  });
}

function show() {
  const { found, notFound, incomplete } = reading();
  list("found", found);
  list("not-found", notFound);
  list("incomplete", [...notices.map((text) => ({ text, references: [] })), ...incomplete]);
  const namesOf = (findings) => new Set(findings.flatMap(({ data }) => data.drug ?? []));
  const drugs = [...namesOf(notFound)].filter((drug) => !namesOf(found).has(drug));
  for (const drug of drugs) place("confirmed").append(choice(drug));
  place("confirmed").hidden = drugs.length === 0;
  place("state").textContent = "Check this against the record before it is handed over.";
  frame.src = `${site}/embed?hand-over=patient`;
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

function choice(drug) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  Object.assign(box, { type: "checkbox", value: drug });
  label.append(box, drug);
  return label;
}

function handOver() {
  message = reading().message;
  place("state").textContent = message ? "Handing over…" : "There is nothing to hand over.";
  if (isReady) post();
}

function post() {
  if (message) frame.contentWindow.postMessage(message, site);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== site) return;
  if (data.type === "myeloma-compare:ready") {
    isReady = true;
    post();
  }
  if (data.type === "myeloma-compare:accepted") place("state").textContent = "Handed over.";
  if (data.type === "myeloma-compare:refused") place("state").textContent = "Refused.";
  if (data.type === "myeloma-compare:summary") place("note").value = data.text;
});
