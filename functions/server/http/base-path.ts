/**
 * An installation below a path of its site. Absolute addresses contain the path already (`siteOf`);
 * addresses that begin with a slash, in pages and data that are the same for every installation, get
 * it here. What callers can put into a text is escaped there, so it cannot look like one of these.
 */
const rules: Readonly<Record<string, RegExp>> = {
  "text/html": /(?<=<[a-z][^<]*\s(?:href|src|srcset)=")(?=\/(?!\/))/g,
  "application/json": /(?<="(?:href|url|externalValue)":")(?=\/(?!\/))/g,
  "application/problem+json": /(?<="(?:type|href)":")(?=\/(?!\/))/g,
  "application/manifest+json": /(?<="(?:id|start_url|scope|src)":")(?=\/(?!\/))/g,
};

/** The same response with the base path in its text. Its body must not be compressed. */
export async function belowPath(response: Response, base: string): Promise<Response> {
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  const rule = rules[type];
  if (rule === undefined || base === "" || response.body === null) return response;
  const text = (await response.text()).replaceAll(rule, () => base);
  return new Response(text, response);
}
