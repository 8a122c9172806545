/** What each page is called: in navigation, links and titles, in English. */

/** Those that the element links to, which holds no others. */
export const linkedPages = { report: "Report", glossary: "Glossary" };

export const pageNames = {
  ...linkedPages,
  compare: "Compare",
  explore: "Explore",
  products: "Products",
  methods: "Methods",
  docs: "Docs",
  build: "Put it on your page",
  about: "About",
  changes: "What changed in the data",
};
