/** Reads the resources of one patient from a FHIR server, page by page, and says what it could not read. */

const types = [
  ...["Condition", "Procedure"],
  ...["MedicationRequest", "MedicationAdministration", "MedicationDispense", "MedicationStatement"],
];

const mostPages = 50;
const mostMedications = 100;

/**
 * @param client of fhirclient, signed in
 * @param patient the id
 * @returns the resources and Bundles that came, and a sentence for each thing that could not be read
 */
export async function readRecord(client, patient) {
  const notices = [];
  const read = await Promise.all([
    listOf(client, `Patient/${patient}`, "Patient", notices),
    ...types.map((type) => searched(client, type, patient, notices)),
  ]);
  const sent = read.flat();
  const medications = await missingMedications(client, sent, notices);
  return { resources: [...sent, ...medications.flat()], notices: notices.sort() };
}

/** Returns all pages of a search. A server that refuses to include medications is asked without them. */
async function searched(client, type, patient, notices) {
  const plain = `${type}?patient=${encodeURIComponent(patient)}`;
  if (!type.startsWith("Medication")) return pagesOf(client, plain, type, notices);
  const including = `${plain}&_include=${type}:medication`;
  const { body, status } = await answered(client, including);
  if (body !== null) return [body, ...(await pagesAfter(client, body, including, type, notices))];
  if ([400, 422, 501].includes(status)) {
    notices.push(`${type}: the server does not include medications (${status}).`);
  }
  return pagesOf(client, plain, type, notices);
}

async function pagesOf(client, address, type, notices) {
  const first = await listOf(client, address, type, notices);
  const following = first.map((page) => pagesAfter(client, page, address, type, notices));
  return [...first, ...(await Promise.all(following)).flat()];
}

/** Returns the pages that follow. A page on another server is not requested: that server would be given the token. */
async function pagesAfter(client, first, firstAddress, type, notices) {
  const pages = [];
  const seen = new Set();
  let page = first;
  let address = new URL(firstAddress, baseOf(client)).href;
  while (page !== undefined && pages.length < mostPages) {
    seen.add(address);
    const next = page.link?.find(({ relation }) => relation === "next")?.url;
    if (!next) return pages;
    address = new URL(next, address).href;
    if (!address.startsWith(baseOf(client))) {
      notices.push(`${type}: a further page is on another server, which was not asked.`);
      return pages;
    }
    if (seen.has(address)) return pages;
    [page] = await listOf(client, address, type, notices);
    if (page !== undefined) pages.push(page);
  }
  return pages;
}

/** Returns the medications that orders refer to without a name, and that did not come with the orders. */
function missingMedications(client, sent, notices) {
  const resources = sent.flatMap(({ entry }) =>
    (entry ?? []).map(({ resource }) => resource ?? {}),
  );
  const there = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const missing = resources
    .map(({ medicationReference }) => medicationReference ?? {})
    .filter(({ reference = "", display }) => /^Medication\/[\w.-]+$/.test(reference) && !display)
    .map(({ reference }) => reference)
    .filter((reference) => !there.has(reference));
  return Promise.all(
    [...new Set(missing)]
      .slice(0, mostMedications)
      .map((reference) => listOf(client, reference, "Medication", notices)),
  );
}

/** Returns the answer of the server in a list; an empty list, with a notice, if there was none. */
async function listOf(client, address, type, notices) {
  const { body, status } = await answered(client, address);
  if (body === null) notices.push(`${type}: the server answered ${status ?? "nothing"}.`);
  return body === null ? [] : [body];
}

async function answered(client, address) {
  try {
    return { body: await client.request(address), status: 200 };
  } catch (error) {
    return { body: null, status: error.statusCode ?? error.status };
  }
}

const baseOf = (client) => `${client.state.serverUrl.replace(/\/$/, "")}/`;
