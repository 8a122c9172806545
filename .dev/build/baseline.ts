/**
 * The oldest browsers that are supported. What is built is written for them; `.dev/check/browsers.ts` holds it to
 * them.
 */

/**
 * Windows 7 in hospitals and WebView2 there end at 109; Firefox is the extended release; Safari that of iPadOS 16.
 */
export const baseline = {
  chrome: "109",
  edge: "109",
  firefox: "128",
  safari: "16.4",
} as const;

/** Target of the scripts, whose syntax is lowered to it. */
export const scriptTarget: string[] = Object.entries(baseline).map(
  ([browser, version]) => `${browser}${version}`,
);

/** Target of the styles: a version is a byte each for major, minor and patch. */
export const styleTargets = Object.fromEntries(
  Object.entries(baseline).map(([browser, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return [browser, (major << 16) | (minor << 8)];
  }),
);
