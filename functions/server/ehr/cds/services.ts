/** The services that a CDS client discovers: one for each hook, with the data that it may send. */

export const hooks = ["patient-view", "order-select", "order-sign"] as const;
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

interface Service {
  hook: Hook;
  id: string;
  title: string;
  description: string;
  prefetch: typeof prefetch;
  usageRequirements: string;
}

export const services: readonly Service[] = [
  {
    hook: "patient-view",
    id: "myeloma-compare-patient-view",
    title: "CAR-T or bispecific antibody: on opening a chart",
    description:
      "If multiple myeloma is on the chart: what trials of CAR-T and of bispecific antibodies reported, with intervals, certainty and sources.",
    prefetch,
    usageRequirements,
  },
  {
    hook: "order-select",
    id: "myeloma-compare-order-select",
    title: "CAR-T or bispecific antibody: on selecting an order",
    description: ofOrders("When"),
    prefetch,
    usageRequirements,
  },
  {
    hook: "order-sign",
    id: "myeloma-compare-order-sign",
    title: "CAR-T or bispecific antibody: on signing orders",
    description: ofOrders("If"),
    prefetch,
    usageRequirements,
  },
];

export function serviceNamed(id: string): Service | null {
  return services.find((service) => service.id === id) ?? null;
}
