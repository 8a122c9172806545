import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, hostStyle, isDark } from "#widget/ehr/launch/host-style.ts";

const legible = { color_background: "#f4f1e8", color_text: "#1d2b33", color_highlight: "#0b5a4a" };

describe("the style of a record", () => {
  it("is taken where it is legible", () => {
    expect(hostStyle({ ...legible, dim_border_radius: "2px", dim_font_size: "17.5px" })).toEqual({
      "--host-paper": "#f4f1e8",
      "--host-ink": "#1d2b33",
      "--host-accent": "#0b5a4a",
      "--host-on-accent": "#ffffff",
      "--host-radius": "2px",
      "--host-size": "17.5px",
    });
    expect(isDark(hostStyle(legible))).toBe(false);
    expect(isDark(hostStyle({ color_background: "#111", color_text: "#eee" }))).toBe(true);
    expect(isDark(hostStyle({}))).toBe(null);
  });

  it("is not taken where text could not be read", () => {
    expect(hostStyle({ color_background: "#888888", color_text: "#999999" })).toEqual({});
    expect(hostStyle({ color_text: "#ffffff" })).toEqual({});
    // Text and paper are legible, buttons in this colour would not be.
    const faint = hostStyle({ ...legible, color_highlight: "#e8e0c8" });
    expect([faint["--host-accent"], faint["--host-on-accent"]]).toEqual(["#1d2b33", "#f4f1e8"]);
  });

  it.each([
    { dim_border_radius: "200px" },
    { dim_border_radius: "2em" },
    { dim_font_size: "4px" },
    { dim_font_size: "16px; background: url(https://a.example)" },
    { color_background: "red", color_text: "white" },
    { color_background: "#ffffff;", color_text: "#000000}" },
    { font_family_body: "Comic Sans MS", "--mc-paper": "#000" },
    null,
    "#fff",
  ])("%j says nothing that is used", (given) => {
    expect(hostStyle(given)).toEqual({});
  });

  it("never makes text illegible, whatever it says", () => {
    const colour = fc.stringMatching(/^#[\da-f]{6}$/);
    const any = fc.record({
      color_background: colour,
      color_text: colour,
      color_highlight: colour,
    });
    const parts = (text = ""): [number, number, number] => {
      const at = (start: number) => Number.parseInt(text.slice(start, start + 2), 16);
      return [at(1), at(3), at(5)];
    };
    fc.assert(
      fc.property(any, (given) => {
        const style = hostStyle(given);
        if (Object.keys(style).length === 0) return;
        for (const [ink, paper] of [
          ["--host-ink", "--host-paper"],
          ["--host-accent", "--host-paper"],
          ["--host-on-accent", "--host-accent"],
        ] as const) {
          expect(contrast(parts(style[ink]), parts(style[paper]))).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });
});
