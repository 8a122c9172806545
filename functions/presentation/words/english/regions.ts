/** Names of regions after "in". A list writes the abbreviations out. */

export const regions = {
  us: "the US",
  canada: "Canada",
  eu: "the EU",
  ch: "Switzerland",
  gb: "Great Britain",
  il: "Israel",
  cn: "China",
  hk: "Hong Kong",
  mo: "Macao",
  jp: "Japan",
} as const;

const names: Readonly<Record<string, string>> = regions;

export function regionName(region: string): string {
  return names[region] ?? region;
}
