/** The script of the demonstration's record: calls the hooks, shows the cards, launches the app. */

const { marked } = await import(`${location.origin}/marked.js`);

const { app, issuer } = document.body.dataset;
const find = (selector) => document.querySelector(selector);
const isOn = (name) => find(`input[name="${name}"]`).checked;

const patients = await (await fetch("/patients")).json();
let chosen;

for (const button of document.querySelectorAll("[data-patient]")) {
  button.addEventListener("click", () => open(button));
}
find("#direct").addEventListener("click", () => launch(`${app}/launch`, undefined));

async function open(button) {
  for (const one of document.querySelectorAll("[data-patient]")) {
    one.setAttribute("aria-pressed", String(one === button));
  }
  chosen = patients.find(({ patient }) => patient.id === button.dataset.patient);
  find("#who").textContent = button.querySelector("b").textContent;
  find("#open").hidden = false;
  find("#app").replaceChildren();
  find("#cards").replaceChildren("Asking …");
  const said = await hooks().catch(() => [line("p", "The hooks could not be asked.")]);
  find("#cards").replaceChildren(...said);
}

/** Every service is called as its hook would be; those about orders where one is being written. */
async function hooks() {
  const answer = await fetch(`${app}/cds-services`);
  if (!answer.ok) return [line("p", "This installation has no hooks.")];
  const { services } = await answer.json();
  const called = services.filter(({ hook }) => hook === "patient-view" || chosen.draft);
  const answers = await Promise.all(called.map(call));
  return answers.flat();
}

async function call({ id, hook, prefetch = {} }) {
  const { patient, draft } = chosen;
  const orders = draft && {
    ...(hook === "order-select" ? { selections: [`${draft.resourceType}/${draft.id}`] } : {}),
    draftOrders: { resourceType: "Bundle", type: "collection", entry: [{ resource: draft }] },
  };
  const request = {
    hook,
    hookInstance: crypto.randomUUID(),
    context: {
      userId: "Practitioner/demonstration",
      patientId: patient.id,
      ...(hook === "patient-view" ? {} : orders),
    },
    prefetch: Object.fromEntries(
      Object.entries(prefetch).map(([key, query]) => [key, prefetched(query)]),
    ),
  };
  const response = await fetch(`${app}/cds-services/${id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  const said = await response.json();
  const cards = said.cards ?? [];
  return [
    line("h3", `${hook}: ${cards.length === 1 ? "1 card" : `${cards.length} cards`}`),
    ...cards.map(drawn),
    folded("Request and answer", line("pre", JSON.stringify({ request, response: said }, null, 2))),
  ];
}

/** `Patient/{{context.patientId}}`, or a search. */
function prefetched(query) {
  const [type] = query.split(/[/?]/);
  if (type === "Patient") return chosen.patient;
  const entry = chosen.resources
    .filter(({ resourceType }) => resourceType === type)
    .map((resource) => ({ resource }));
  return { resourceType: "Bundle", type: "searchset", total: entry.length, entry };
}

function drawn({ summary, detail, source, links = [] }) {
  const card = document.createElement("article");
  card.className = "card";
  const row = line("div", "");
  row.className = "links";
  row.append(
    ...links.map(({ label, url, type, appContext }) => {
      if (type !== "smart") return Object.assign(line("a", label), { href: url, target: "_blank" });
      const button = Object.assign(line("button", label), { type: "button" });
      button.addEventListener("click", () => launch(url, appContext));
      return button;
    }),
  );
  card.append(line("h3", summary));
  if (detail) card.append(folded("Detail", markdown(detail)));
  card.append(line("small", source.label), row);
  return card;
}

async function launch(url, appContext) {
  const context = {
    patient: chosen.patient.id,
    needPatientBanner: !isOn("banner"),
    hasStyle: isOn("style"),
    isExpired: isOn("expired"),
    hasOtherState: isOn("state"),
    isNameless: isOn("nameless"),
    isEmpty: isOn("empty"),
    ...(appContext === undefined ? {} : { appContext }),
    ...(isOn("refused") ? { scope: "launch patient/Patient.rs patient/Condition.rs" } : {}),
    ...(isOn("denied")
      ? { error: { error: "access_denied", description: "The clinician said no." } }
      : {}),
  };
  const begun = await fetch("/launches", { method: "POST", body: JSON.stringify(context) });
  const address = new URL(url);
  address.searchParams.set("iss", issuer);
  address.searchParams.set("launch", (await begun.json()).launch);
  if (find('input[name="where"]:checked').value === "window") {
    window.open(address, "_blank", "noopener");
    return;
  }
  const frame = document.createElement("iframe");
  frame.title = "Myeloma Compare";
  frame.src = address;
  find("#app").replaceChildren(frame);
  frame.scrollIntoView({ behavior: "smooth" });
}

function line(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

function folded(title, content) {
  const details = document.createElement("details");
  details.append(line("summary", title), content);
  return details;
}

/** A record draws it by its own rules; here it comes from the app that was asked, and from nobody else. */
function markdown(text) {
  return Object.assign(document.createElement("div"), { innerHTML: marked.parse(text) });
}
