/** The pages that the navigation of the site names, in its order. */
export const sitePages = [
  { id: "compare", href: "/" },
  { id: "report", href: "/report" },
  { id: "products", href: "/products" },
  { id: "methods", href: "/methods" },
  { id: "about", href: "/about" },
  { id: "api", href: "/docs" },
] as const satisfies readonly { id: string; href: string }[];

export type SitePage = (typeof sitePages)[number]["id"];
