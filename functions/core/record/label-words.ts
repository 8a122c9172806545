/** Tells a label, which says a product and nothing else, from words about it: a refusal, a plan, a side effect. */

/**
 * Words of a label beside the name of the drug, as `comparable` writes them: units, routes, dose forms, packages and
 * the words between them, in the languages of the regions whose labels are known; the suffixes of US names.
 */
const labelWords = new Set(
  [
    "mg g mcg ug μg kg ml l iu ie unit units cell cells t zellen",
    "i v s c iv sc sq subq subcut subcutaneous intravenous subkutan intravenos sous cutanee intraveineuse",
    "sottocutanea subcutanea intravenosa",
    "inj injection injectable injektion injektionslosung iniettabile inyectable inyeccion injetavel inf lsg",
    "sol soln solution losung soluzione solucion solucao susp suspension infusionssuspension",
    "infusion infusionslosung infusionsdispersion perfusion dispersion conc concentrate konzentrat konz powder pulver plv disp",
    "vial vials bag syringe pen prefilled durchstechflasche dfl dsfl flacon dose",
    "of and with administration cqyv bcmm tgvs gcpt blmf",
    "注 皮下注 点滴静注 静注 注射 注射液",
  ].flatMap((words) => words.split(" ")),
);

/**
 * Finds words, and what is part of a label only as a whole: `for injection` (`infusion for` a drug may be of another
 * one) and the middle of a number of cells (`1.0 x 10^6`, `1E6`).
 */
const partsOfLabel =
  /(?:for|pour|para|per|zur|zu) (?:conc|in[fjty]|iniet|perf|sol|sub)\p{L}*(?: use)?|\d ?[ex] ?\d|\p{L}+/gu;

/** Finds what no label has: other signs than those of a strength, empty parentheses, a strength of 0, a year, a date. */
const notLabelled =
  /[^\p{L}\d\s.,/()[\]+&%^×]|\( ?\)|(?<![\d.,])0(?:[.,]0+)?(?![\d.,])|\b(?:19|20)\d\d\b|\d[./]\d+[./]\d/u;

/**
 * @param text as `comparable` writes it
 * @param names finds the names of drugs
 */
export function isLabel(text: string, names: RegExp): boolean {
  const parts = text.replace(names, " ").match(partsOfLabel) ?? [];
  return (
    !notLabelled.test(text) && parts.every((part) => /[ \d]/.test(part) || labelWords.has(part))
  );
}
