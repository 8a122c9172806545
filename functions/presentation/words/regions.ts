/** Names of regions after "in". A list writes the abbreviations out. */
const names: Readonly<Record<string, string>> = {
  us: "the US",
  eu: "the EU",
  ch: "Switzerland",
  cn: "China",
  jp: "Japan",
  canada: "Canada",
  gb: "Great Britain",
  il: "Israel",
  hk: "Hong Kong",
  mo: "Macao",
};

/** Without the article, for lists and labels. */
const short: Readonly<Record<string, string>> = { us: "US", eu: "EU" };

export function shortRegion(region: string): string {
  return short[region] ?? regionName(region);
}

function regionName(region: string): string {
  return names[region] ?? region;
}
