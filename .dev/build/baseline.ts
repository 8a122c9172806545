/** Names the oldest browsers that are supported. Scripts and styles are built for them. */

/**
 * Chrome and Edge 109 are the last versions for Windows 7, which some hospitals still use, also in WebView2.
 * Firefox is the extended support release, Safari that of iPadOS 16.
 */
export const baseline = {
  chrome: "109",
  edge: "109",
  firefox: "128",
  safari: "16.4",
} as const;

/** The bundler lowers the syntax of scripts to this target. */
export const scriptTarget: string[] = Object.entries(baseline).map(
  ([browser, version]) => `${browser}${version}`,
);

/** Lightning CSS writes styles for this target, in which a version has one byte each for major, minor and patch. */
export const styleTargets = Object.fromEntries(
  Object.entries(baseline).map(([browser, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return [browser, (major << 16) | (minor << 8)];
  }),
);
