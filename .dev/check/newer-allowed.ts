/**
 * Lists features that are newer than the baseline and used all the same, each with what happens in a browser that
 * lacks it.
 */
export const allowedFeatures: Readonly<Record<string, string>> = {
  "api.CSSCounterStyleRule.fallback":
    "Nothing: valibot calls what a schema of ours would have under this name.",
  "api.Document.moveBefore": "Preact looks for it first, and inserts anew.",
  "api.GPURenderBundleEncoder.draw": "Nothing: a function of ours has this name.",
  "api.Headers.getSetCookie": "Nothing: Hono reads cookies by it, and no answer of ours has one.",
  "api.MLGraphBuilder.gather": "Nothing: a function of ours has this name.",
  "api.Navigator.share": "The button to share is not there.",
  "api.TrustedTypePolicy.createHTML": "Called on a policy, where there can be one.",
  "api.TrustedTypePolicy.createScriptURL": "Called on a policy, where there can be one.",
  "api.TrustedTypePolicyFactory.createPolicy": "Looked for first; addresses and HTML stay texts.",
  "api.URL.canParse_static":
    "valibot looks for it first, and makes an address of the text instead.",
  "css.at-rules.page": "Paper has the margins of the browser.",
  "css.at-rules.page.size": "The evidence profile is printed upright unless the reader turns it.",
  "css.properties.break-after.avoid":
    "A heading below those of the report's parts may stand at the foot of a page of paper.",
  "css.properties.contain-intrinsic-inline-size":
    "Where a page asks the element for its width, it has to be given one.",
  "css.properties.content-visibility": "Stands beside `::details-content`.",
  "css.properties.font-family.ui-monospace": "The next font of the list is taken.",
  "css.properties.forced-color-adjust": "A chosen word has the colours of the system.",
  "css.properties.scrollbar-width": "A scrollbar is seen below tabs that scroll.",
  "css.properties.text-wrap": "Lines of a headline are of unequal length.",
  "css.selectors.details-content":
    "What is folded stays folded on paper, but for the report, whose script unfolds it.",
  "html.elements.template.shadowrootmode":
    "The answer in a few lines is shown until the script draws the element.",
};

/** @param newer What is newer than the baseline, by file. */
export function problemsOf(
  newer: ReadonlyMap<string, readonly string[]>,
  exceptions: Readonly<Record<string, string>>,
): string[] {
  const usedFeatures = new Set([...newer.values()].flat());
  return [
    ...[...newer].flatMap(([file, features]) =>
      features
        .filter((feature) => !Object.hasOwn(exceptions, feature))
        .map((feature) => `${file}: ${feature} is newer than the baseline.`),
    ),
    ...Object.keys(exceptions)
      .filter((feature) => !usedFeatures.has(feature))
      .map((feature) => `newer-allowed.ts: ${feature} is used nowhere.`),
  ];
}
