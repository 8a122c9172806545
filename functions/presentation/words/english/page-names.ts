/** What each page is called: in navigation, links and titles, in English. */
export const pageNames = {
  compare: "Compare",
  report: "Report",
  explore: "Explore",
  products: "Products",
  methods: "Methods",
  docs: "Docs",
  build: "Put it on your page",
  about: "About",
  changes: "What changed in the data",
  glossary: "Glossary",
};
