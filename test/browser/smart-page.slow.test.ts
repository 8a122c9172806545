/**
 * The worked page of `widget/ehr/example/`, as a hospital serves it: launched by record systems of several kinds, it
 * reads, says what it read and what not, and hands over.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { expect } from "vitest";
import { assets } from "#generated/assets.ts";
import { integrityOf, root } from "../../.dev/files.ts";
import { bundle, type RecordProfile, resourceOf, startFhirServer } from "./support/fhir-server.ts";
import { test as base } from "./support/record-site.ts";
import { headingText } from "./support/typed-patient.ts";

const library = readFileSync(
  new URL(import.meta.resolve("fhirclient/build/fhir-client.pure.min.js")),
  "utf8",
);

/** The lists that the page shows: found, not found or not certain, not read. */
interface ListsOfPage {
  readonly recognised?: readonly string[];
  readonly notFound?: readonly string[];
  readonly incomplete?: readonly string[];
  /** Drugs that a person confirms before the patient is handed over. */
  readonly confirm?: readonly string[];
}

const unanswered =
  "Not handed over unless a person says that it was given before the treatment to be chosen.";
const listsOfPlain: ListsOfPage = {
  recognised: ["67 years old. Patient/p1"],
  notFound: [
    `idecabtagene vicleucel (car-t): 1 administration (completed, in words, 2024-06-03). ${unanswered} MedicationAdministration/medicationadministration-1`,
  ],
  confirm: ["idecabtagene"],
};

const issue = (severity: string, code: string) => ({
  resourceType: "OperationOutcome",
  issue: [{ severity, code }],
});
const pathOf = (url: URL) => url.pathname.split("/fhir/")[1];
const administered = (text: string, more: object = {}) =>
  resourceOf("MedicationAdministration", "completed", {
    ...{ effectiveDateTime: "2025-02-01", medicationCodeableConcept: { text } },
    ...more,
  });
/** Answers `MedicationAdministration` with a first page that leads to this next one. */
const firstPage = (next: string) => (url: URL) =>
  pathOf(url) === "MedicationAdministration" && !url.searchParams.has("page")
    ? {
        body: bundle([administered("IVIG 30 g")], {
          link: [{ relation: "next", url: next }],
          total: 2,
        }),
      }
    : undefined;

const profiles: Readonly<Record<string, RecordProfile & { readonly lists: ListsOfPage }>> = {
  plain: { lists: listsOfPlain },
  "epic-scopes": {
    configuration: {
      scopes_supported: ["epic.scanning.dmsusername", "fhirUser", "launch", "openid", "profile"],
    },
    token: {
      scope: "launch patient/Patient.read patient/Condition.read patient/MedicationRequest.read",
    },
    answer: (url) => {
      const path = pathOf(url) ?? "";
      if (path === "MedicationRequest") {
        const order = resourceOf("MedicationRequest", "active", {
          ...{ intent: "order", authoredOn: "2025-01-10" },
          medicationReference: {
            reference: "Medication/x",
            display: "teclistamab 153 MG/1.7 ML SC SOLN",
          },
        });
        return { body: bundle([order, issue("warning", "suppressed")], { total: 1 }) };
      }
      return /^(?:Procedure|Medication)/.test(path)
        ? { status: 403, body: issue("error", "forbidden") }
        : undefined;
    },
    lists: {
      recognised: ["67 years old. Patient/p1"],
      notFound: [
        `teclistamab (bispecific): 1 request (active, in words, 2025-01-10). ${unanswered} MedicationRequest/medicationrequest-1`,
      ],
      incomplete: [
        "MedicationAdministration: the server answered 403.",
        "Procedure: the server answered 403.",
        "The server left something out, or could not read it (suppressed).",
      ],
      confirm: ["teclistamab"],
    },
  },
  keycloak: {
    returns: { iss: "https://sso.example/realms/hospital", session_state: "s" },
    lists: listsOfPlain,
  },
  "id-token": { token: { id_token: "not.a.token", refresh_token: null }, lists: listsOfPlain },
  "patient-reference": { token: { patient: "Patient/p1" }, lists: listsOfPlain },
  "next-relative": {
    answer: (url) =>
      url.searchParams.get("page") === "2"
        ? { body: bundle([administered("Carvykti", { id: "second" })], { total: 2 }) }
        : firstPage("?page=2")(url),
    lists: {
      notFound: [
        `ciltacabtagene autoleucel (car-t): 1 administration (completed, in words, 2025-02-01). ${unanswered} MedicationAdministration/second`,
      ],
    },
  },
  "next-elsewhere": {
    answer: firstPage("https://elsewhere.example/fhir/MedicationAdministration?page=2"),
    lists: {
      incomplete: [
        "MedicationAdministration: a further page is on another server, which was not asked.",
        "A further page (MedicationAdministration) was not read.",
      ],
    },
  },
  "include-422": {
    answer: (url) =>
      url.searchParams.has("_include")
        ? { status: 422, body: issue("error", "not-supported") }
        : undefined,
    lists: {
      ...listsOfPlain,
      incomplete: ["MedicationAdministration: the server does not include medications (422)."],
    },
  },
  "total-without-next": {
    answer: (url) =>
      pathOf(url) === "MedicationAdministration"
        ? { body: bundle([administered("IVIG 30 g")], { total: 250 }) }
        : undefined,
    lists: { incomplete: ["The server counted 250 (MedicationAdministration), and 1 came."] },
  },
};

/** Read a second time, the record says that what was given was not taken. */
let readings = 0;
const changing: RecordProfile = {
  answer: (url) => {
    if (pathOf(url) !== "MedicationStatement") return undefined;
    readings += 1;
    const statement = resourceOf("MedicationStatement", "not-taken", {
      medicationCodeableConcept: { text: "Abecma" },
    });
    return { body: bundle(readings > 1 ? [statement] : []) };
  },
};

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what is needed
  .extend("fhirServer", { scope: "file" }, async ({}, { onCleanup }) => {
    const fhirServer = await startFhirServer({ ...profiles, changing });
    onCleanup(fhirServer.close);
    return fhirServer;
  })
  /** The origin of the record system, which serves the files of the example and a copy of our module. */
  .extend("hospital", { scope: "file" }, async ({ record, site }) => {
    const names = ["launch.html", "launch.js", "page.html", "page.js", "read-record.js"];
    record.serveFiles({
      ...Object.fromEntries(names.map((name) => [name, textOfExample(name)])),
      "settings.js": textOfExample("settings.js").replace("https://compare.example.org", site),
      "fhir-client.pure.min.js": library,
      "fhir-patient.js": readFileSync(join(root, "dist", assets.fhirPatient.href), "utf8"),
    });
    return record.origin;
  });

/** Opens the page as a record system does, and waits until it has read the record at this address. */
async function launch(page: Page, hospital: string, record: string): Promise<void> {
  await page.goto(`${hospital}/launch.html?iss=${encodeURIComponent(record)}&launch=xyz`);
  await page.getByText("Check this against the record").waitFor();
}

/**
 * Types lines, confirms the drug of the plain record, and hands the patient over.
 *
 * @returns The frame that shows the patient.
 */
async function handOverPlain(page: Page): Promise<FrameLocator> {
  const frame = page.frameLocator("#evidence");
  await page.getByLabel("Prior lines").fill("4");
  await page.getByRole("group", { name: "idecabtagene" }).getByLabel("Yes").check();
  await page.getByRole("button", { name: "Hand over" }).click();
  await page.getByText("Handed over.", { exact: true }).waitFor();
  await frame.getByRole("heading", { name: headingText }).waitFor();
  return frame;
}

function textOfExample(name: string): string {
  return readFileSync(join(root, "widget/ehr/example", name), "utf8");
}

test.for(Object.entries(profiles))(
  "Launched by %s",
  async ([name, { lists }], { fhirServer, hospital, site, openPage }) => {
    const { page } = await openPage({ width: 1280 });
    const requests: string[] = [];
    page.on("request", (request) =>
      requests.push(
        [request.url(), request.postData() ?? "", ...Object.values(request.headers())].join(" "),
      ),
    );
    await launch(page, hospital, fhirServer.base(name));
    const items = (id: string) => page.locator(`#${id} li`).allInnerTexts();
    expect(await items("found")).toEqual(expect.arrayContaining([...(lists.recognised ?? [])]));
    expect(await items("not-found")).toEqual(expect.arrayContaining([...(lists.notFound ?? [])]));
    const incomplete = await items("incomplete");
    expect(incomplete).toEqual(expect.arrayContaining([...(lists.incomplete ?? [])]));
    if (!lists.incomplete) expect(incomplete).toEqual([]);
    // Nothing is kept, and the code of the sign-in is gone from the address.
    expect(
      await page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]"),
    ).toEqual([0, 0, ""]);
    expect(page.url()).not.toMatch(/[?&](?:code|state)=/);
    await page.getByLabel("Prior lines").fill("4");
    for (const drug of lists.confirm ?? []) {
      await page.getByRole("group", { name: drug }).getByLabel("Yes").check();
    }
    await page.getByRole("button", { name: "Hand over" }).click();
    await page.getByText("Handed over.", { exact: true }).waitFor();
    const frame = page.frames().find((candidate) => candidate.url().startsWith(site));
    await frame?.getByRole("heading", { name: headingText }).waitFor();
    // The comparison hears of nothing but groups, and nobody else of anything.
    const toComparison = requests.filter((request) => request.startsWith(site));
    expect(toComparison.length).toBeGreaterThan(0);
    expect(toComparison.join("\n")).not.toMatch(/Zyxwv|1959|t0ken|\b67\b|patient=p1|launch=/);
    const allowedStarts = [site, hospital, new URL(fhirServer.base(name)).origin, "data:", "blob:"];
    expect(
      requests.filter((request) => !allowedStarts.some((start) => request.startsWith(start))),
    ).toEqual([]);
  },
);

test("An answer changes what is shown, and takes from the frame what was handed over before", async ({
  fhirServer,
  hospital,
  openPage,
}) => {
  const { page } = await openPage({ width: 1280 });
  await launch(page, hospital, fhirServer.base("plain"));
  const frame = await handOverPlain(page);
  await page.getByRole("group", { name: "idecabtagene" }).getByLabel("No", { exact: true }).check();
  await frame.getByRole("heading", { name: headingText }).waitFor({ state: "detached" });
  await page.getByText("Check this against the record").waitFor();
  const denied = "Not given before, as a person said";
  await page.locator("#not-found li", { hasText: denied }).waitFor();
  expect(await page.locator("#found li").allInnerTexts()).toEqual([
    "67 years old. Patient/p1",
    "4 prior lines, as typed.",
    "Multiple myeloma: 1 condition (unknown). Condition/c",
  ]);
});

test("A record that changed since it was read is shown again before anything is handed over", async ({
  fhirServer,
  hospital,
  openPage,
}) => {
  const { page } = await openPage({ width: 1280 });
  await launch(page, hospital, fhirServer.base("changing"));
  await page.getByRole("button", { name: "Hand over" }).click();
  await page.getByText("The record has changed since it was read.").waitFor();
  await page.locator("#not-found li", { hasText: "1 statement (not taken, in words)" }).waitFor();
  await page.getByRole("button", { name: "Hand over" }).click();
  await page.getByText("Handed over.", { exact: true }).waitFor();
});

test("A record that cannot be read again hands nobody over, and takes from the frame what was there", async ({
  fhirServer,
  hospital,
  openPage,
}) => {
  const { page } = await openPage({ width: 1280 });
  await launch(page, hospital, fhirServer.base("plain"));
  const frame = await handOverPlain(page);
  await page.route(`${fhirServer.base("plain")}/**`, (route) => route.fulfill({ status: 401 }));
  for (const _ of ["first", "again"]) {
    await page.getByRole("button", { name: "Hand over" }).click();
    await page.getByText("The record could not be read again").waitFor();
    await frame.getByRole("heading", { name: headingText }).waitFor({ state: "detached" });
  }
  expect(
    await page.getByRole("group", { name: "idecabtagene" }).getByLabel("Yes").isChecked(),
  ).toBe(true);
});

test("Opened without a record, it says so and frames an empty comparison", async ({
  hospital,
  openPage,
}) => {
  const { page } = await openPage();
  await page.goto(`${hospital}/page.html`);
  await page.getByRole("status").getByText("The sign-in did not succeed").waitFor();
  expect(await page.getByRole("button", { name: "Hand over" }).isDisabled()).toBe(true);
});

test("The integrity in the pages is that of the pinned library", () => {
  for (const name of ["launch.html", "page.html"]) {
    expect(textOfExample(name)).toContain(`integrity="${integrityOf(library, "sha384")}"`);
  }
});
