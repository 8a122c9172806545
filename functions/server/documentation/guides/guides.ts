/**
 * The guides at `/docs/{id}`, by who they are for. `parts` are files of the repository, or a section of one. The
 * route table reads this, so it holds no text of them.
 */
export const guides = [
  {
    id: "clinicians",
    title: "For clinicians",
    description: "How to read the comparison, what it can tell and what not.",
    parts: [
      "functions/server/documentation/guides/clinicians.md",
      "README.md#intended-use-and-limits",
      "README.md#what-it-will-not-do",
    ],
  },
  {
    id: "web-editors",
    title: "For web editors",
    description: "How to put the comparison on a page, as an element or as a frame.",
    parts: [
      "widget/embedding.md#as-an-element",
      "widget/embedding.md#as-a-frame",
      "widget/embedding.md#the-frame-and-the-page-around-it",
      "widget/embedding.md#who-may-frame-it",
    ],
  },
  {
    id: "integrators",
    title: "For developers",
    description: "The API, its parameters, and what a page around the element can rely on.",
    parts: [
      "functions/server/api/README.md",
      "widget/embedding.md#the-parameters",
      "widget/embedding.md#what-a-page-can-rely-on",
      "widget/embedding.md#in-a-framework",
    ],
  },
  {
    id: "record",
    title: "Beside the health record",
    description: "How a page of a health record hands a patient to the frame, and what it is told.",
    parts: [
      "widget/embedding.md#a-patient-from-the-record-around-it",
      "widget/embedding.md#who-may-frame-it",
    ],
  },
  {
    id: "curators",
    title: "For curators",
    description: "How to propose a source, add a cohort, correct a figure and release the data.",
    parts: ["CONTRIBUTING.md", "data/README.md"],
  },
  {
    id: "statisticians",
    title: "For statisticians",
    description: "How the numbers are made, and how that is checked.",
    parts: [
      "functions/core/README.md#how-the-numbers-are-made",
      "functions/core/statistics/README.md",
      "functions/core/statistics/special/README.md",
      "test/oracle/README.md",
    ],
  },
  {
    id: "operators",
    title: "For operators",
    description: "How to run an installation: settings, releases, what a device keeps, security.",
    parts: [
      "functions/server/documentation/guides/operators.md",
      "widget/README.md#without-a-connection",
      "SECURITY.md",
    ],
  },
  {
    id: "copy",
    title: "A copy without a server",
    description: "How to have the comparison as one file, and what it can do there.",
    parts: ["functions/server/documentation/guides/copy.md"],
  },
] as const;
