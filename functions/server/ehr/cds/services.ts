/** The services that a CDS client discovers: one for each hook, with the data that it may send. */

const hooks = ["patient-view", "order-select", "order-sign"] as const;
export type Hook = (typeof hooks)[number];

const prefetch = {
  // Only to see that the patient lives. A part of it (`_elements`) is not among the queries that every
  // client must know.
  patient: "Patient/{{context.patientId}}",
  // Only myeloma is looked for. A search for its codes would miss those of records that write them
  // otherwise, and could not say that it is not among the conditions.
  conditions: "Condition?patient={{context.patientId}}",
  // Earlier therapy against BCMA, which makes it another question.
  orders: "MedicationRequest?patient={{context.patientId}}",
  administrations: "MedicationAdministration?patient={{context.patientId}}",
};

const usageRequirements =
  "Works without prefetch and never calls a FHIR server. Of the patient only the id and whether they live are read, of conditions only multiple myeloma. Cards are informational. Nothing that is sent is stored.";

const ofOrders = (when: string) =>
  `${when} a CAR-T product, a bispecific antibody or lymphodepletion is among the orders: what trials of CAR-T and of bispecific antibodies reported in relapsed multiple myeloma and, for an antibody against BCMA, of CAR-T after such therapy.`;

const texts: Readonly<Record<Hook, readonly [when: string, description: string]>> = {
  "patient-view": [
    "on opening a chart",
    "If multiple myeloma is on the chart: what trials of CAR-T and of bispecific antibodies reported, with intervals, certainty and sources.",
  ],
  "order-select": ["on selecting an order", ofOrders("When")],
  "order-sign": ["on signing orders", ofOrders("If")],
};

export const services = hooks.map((hook) => ({
  hook,
  id: `myeloma-compare-${hook}`,
  title: `CAR-T or bispecific antibody: ${texts[hook][0]}`,
  description: texts[hook][1],
  prefetch,
  usageRequirements,
}));

type Service = (typeof services)[number];

export function serviceNamed(id: string): Service | null {
  return services.find((service) => service.id === id) ?? null;
}
