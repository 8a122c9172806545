/** The guides at `/docs/{id}`, by who they are for. The route table reads it, so it holds no text of them. */
export const guides = [
  {
    id: "clinicians",
    title: "For clinicians",
    description: "How to read the comparison, what it can tell and what not.",
  },
  {
    id: "web-editors",
    title: "For web editors",
    description: "How to put the comparison on a page, as an element or as a frame.",
  },
  {
    id: "integrators",
    title: "For developers",
    description: "The API, its parameters, and what a page around the element can rely on.",
  },
  {
    id: "record",
    title: "Beside the health record",
    description: "How a page of a health record hands a patient to the frame, and what it is told.",
  },
  {
    id: "curators",
    title: "For curators",
    description: "How to propose a source, add a cohort, correct a figure and release the data.",
  },
  {
    id: "statisticians",
    title: "For statisticians",
    description: "How the numbers are made, and how that is checked.",
  },
  {
    id: "operators",
    title: "For operators",
    description: "How to run an installation: settings, releases, what a device keeps, security.",
  },
  {
    id: "copy",
    title: "A copy without a server",
    description: "How to have the comparison as one file, and what it can do there.",
  },
] as const;

export type GuideId = (typeof guides)[number]["id"];
