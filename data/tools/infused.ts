/** Patients infused of those who had cells collected, where a listed source states both numbers. */

export interface InfusedFigure {
  infused: number;
  collected: number;
  source: number;
  locator: string;
  definition: string;
}

export const infusedFigures: Readonly<Record<string, InfusedFigure>> = {
  "cartitude-1": {
    infused: 97,
    collected: 113,
    source: 0,
    locator: "abstract: 113 enrolled, 97 treated",
    definition:
      "97 treated of 113 enrolled; that all who enrolled had cells collected is assumed, not printed",
  },
  "cartitude-4-cilta-cel": {
    infused: 176,
    collected: 208,
    source: 1,
    locator: "row infused (enrolled), the two numbers printed in exchanged order: 208 (176)",
    definition:
      "176 infused as study treatment of 208 randomised; that all randomised had cells collected is assumed, not printed; 20 more, infused after progression on bridging therapy, are not counted",
  },
  "fcarh143-tuazon-2025": {
    infused: 25,
    collected: 28,
    source: 0,
    locator:
      "abstract: responses of 25 treated and, by intention to treat, of 28 with cells collected",
    definition: "25 treated of 28 who had leukapheresis",
  },
  "hansen-ide-cel-us-comparison": {
    infused: 350,
    collected: 386,
    source: 0,
    locator: "news text: 386 had leukapheresis for ide-cel, 350 infused",
    definition: "infused of those who had leukapheresis",
  },
  karmma: {
    infused: 128,
    collected: 140,
    source: 5,
    locator: "news text: 140 enrolled, 128 infused",
    definition:
      "128 infused of 140 enrolled; that all who enrolled had cells collected is assumed, not printed",
  },
  "karmma-3-ide-cel": {
    infused: 225,
    collected: 249,
    source: 5,
    locator: "figure legend: 249 had leukapheresis, 227 lymphodepletion, 225 infused",
    definition: "infused of those who had leukapheresis",
  },
  "lummicar-1-phase-2": {
    infused: 102,
    collected: 125,
    source: 0,
    locator: "entry lummicar-1: 102 infused of 125 apheresed",
    definition: "infused of those who had leukapheresis",
  },
  "sidana-cilta-cel-us-2025": {
    infused: 236,
    collected: 255,
    source: 0,
    locator: "abstract: 255 had leukapheresis, 236 received cilta-cel",
    definition: "infused of those who had leukapheresis",
  },
};
