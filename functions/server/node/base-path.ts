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

export function belowPath(text: string, contentType: string, basePath: string): string {
  const [type = ""] = contentType.split(";");
  const rule = rules[type];
  return rule ? text.replaceAll(rule, () => basePath) : text;
}
