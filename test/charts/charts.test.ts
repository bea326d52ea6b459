/** Every kind of chart: one picture for a screen reader, nothing that a strict page refuses, names that stay text, no number lost. */
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { type ChartDocument, markup } from "../../src/charts/drawing.ts";
import { apart } from "../../src/charts/labels.ts";
import { ramp, styleOf } from "../../src/charts/palette.ts";
import { roundAxis } from "../../src/charts/ticks.ts";
import { wrapped } from "../../src/charts/wrapped.ts";
import { CHARTS, HOSTILE } from "./examples.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: ChartDocument };

describe.each(Object.keys(CHARTS))("%s", (kind) => {
  const drawn = () => CHARTS[kind]!(document, { id: "c1", title: `A title ${HOSTILE}`, description: `About ${HOSTILE}` });

  it("is one picture with a title and a description", () => {
    const svg = drawn();
    expect(svg.getAttribute("role")).toBe("img");
    const ids = (svg.getAttribute("aria-labelledby") ?? "").split(" ");
    expect(ids.map((id) => svg.querySelector(`#${id}`)?.textContent)).toEqual([`A title ${HOSTILE}`, `About ${HOSTILE}`]);
    expect(svg.querySelectorAll("[aria-label]")).toHaveLength(0);
  });

  it("has no style, no script, no reference", () => {
    const text = markup(drawn());
    expect(text).not.toMatch(/<(style|script|image|use|a|foreignObject)\b/i);
    const attributes = [...drawn().querySelectorAll("*")].flatMap((element) => [...element.attributes].map(({ name }) => name));
    expect(attributes.filter((name) => /^(style|href|xlink:href|on.*)$/i.test(name))).toEqual([]);
  });

  it("shows names as they are written", () => {
    const text = markup(drawn());
    expect(text).not.toContain(HOSTILE);
    const { document: read } = parseHTML(`<html><body>${text}</body></html>`);
    expect(read.querySelectorAll("img, b")).toHaveLength(0);
    expect([...read.querySelectorAll("text")].some((element) => element.textContent === HOSTILE)).toBe(true);
  });

  it("draws no number that is none, and the same twice", () => {
    const text = markup(drawn());
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(markup(drawn())).toBe(text);
  });
});

it("keeps names apart, in order, and where they were if they did not collide", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }), (wanted) => {
      const placed = apart(wanted, 15);
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
      for (const [i, at] of order.entries()) {
        if (i > 0) expect(placed[at]! - placed[order[i - 1]!]!).toBeGreaterThanOrEqual(15 - 1e-9);
      }
      const free = wanted.every((a, i) => wanted.every((b, j) => i === j || Math.abs(a - b) >= 15));
      if (free) expect(placed).toEqual(wanted);
    }),
  );
});

/** Relative luminance and contrast after WCAG 2. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

it("draws lines that stand out from white, and no two alike without colour", () => {
  const styles = Array.from({ length: 6 }, (_, i) => styleOf(i));
  for (const { color } of styles) expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThanOrEqual(3);
  expect(new Set(styles.map(({ dash }) => dash)).size).toBe(6);
  expect(new Set(styles.slice(1).map(({ symbol }) => symbol)).size).toBe(5);
});

it.each([2, 3, 4, 5])("fills %i parts from light to dark, apart in grey", (parts) => {
  const light = ramp(parts).map(luminance);
  for (let i = 1; i < parts; i++) expect((light[i - 1]! + 0.05) / (light[i]! + 0.05)).toBeGreaterThan(1.4);
});

it("breaks a name at spaces, loses no letter of it, and says where it cut one", () => {
  expect(wrapped("short", 10)).toEqual(["short"]);
  expect(wrapped("What happened between Mexico and Guatemala", 26)).toEqual(["What happened between ", "Mexico and Guatemala"]);
  expect(wrapped("one two three four", 6)).toEqual(["one ", "two…"]);
  expect(wrapped("unbreakableword", 6)).toEqual(["unbreakableword"]);
});

it("rounds an axis outwards, with zero on it", () => {
  expect(roundAxis([-34, 45])).toEqual({ low: -50, high: 50, ticks: [-50, 0, 50] });
  expect(roundAxis([3, Number.NaN, 7])).toEqual({ low: 0, high: 7.5, ticks: [0, 2.5, 5, 7.5] });
  for (const nothing of [[], [0], [5e-324]]) expect(roundAxis(nothing)).toEqual({ low: -1, high: 1, ticks: [-1, 0, 1] });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (thousandths) => {
      const values = thousandths.map((one) => one / 1000);
      const { low, high, ticks } = roundAxis(values);
      const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
      expect(low).toBeLessThanOrEqual(least + 1e-9);
      expect(high).toBeGreaterThanOrEqual(most - 1e-9);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks).toContain(0);
    }),
  );
});

const yOf = (text: Element): number =>
  Number(/translate\([^,]+,([-\d.]+)\)/.exec(text.getAttribute("transform") ?? "")?.[1] ?? text.getAttribute("y"));

it("keeps the names of many points apart and within the drawing", () => {
  const svg = CHARTS.manyTradeoffs!(document, { id: "c1", title: "t", description: "d" });
  const names = [...svg.querySelectorAll("text")].filter(({ textContent }) => /^(none|strategy \d)$/.test(textContent ?? ""));
  const ys = names.map(yOf).sort((a, b) => a - b);
  expect(ys).toHaveLength(10);
  for (const [i, y] of ys.entries()) if (i > 0) expect(y - ys[i - 1]!).toBeGreaterThanOrEqual(15);
  expect(ys[0]).toBeGreaterThan(0);
  expect(ys.at(-1)).toBeLessThan(Number(svg.getAttribute("height")));
});

it("has every name in the same row of every panel, hollow where no difference is shown", () => {
  const svg = CHARTS.intervalPanels!(document, { id: "c1", title: "t", description: "d" });
  const symbols = [...svg.querySelectorAll('g[stroke-width="1.75"] path, g[stroke-width="1.75"] circle')];
  expect(symbols).toHaveLength(4);
  expect(symbols.map((symbol) => symbol.getAttribute("fill") === "#ffffff")).toEqual([true, false, true, false]);
  const rows = symbols.map(yOf);
  expect(rows.slice(0, 2)).toEqual(rows.slice(2));
});
