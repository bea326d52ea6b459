/** Frames keep columns apart or records together; nobody who reads a column by its rows can tell, nor can the hash. */
import { describe, expect, it } from "vitest";
import {
  addRow,
  bytesPerRow,
  column,
  createFrame,
  createRecords,
  type Frame,
  link,
  readAhead,
  removeRow,
  rowsInUse,
  valuesOf,
} from "../../src/core/frame.ts";
import { hashFrame } from "../../src/core/hash-state.ts";

const SPECS = {
  uid: column("u32", "id", "identity"),
  state: column("u8", "state", "state"),
  due: column("i16", "week", "week"),
  next: link(column("i32", "row + 1", "another row")),
  risk: column("f32", "factor", "a fraction"),
} as const;

type Both = Frame<typeof SPECS>;
const apart = (): Both => createFrame("apart", SPECS, {}, 2);
const together = (): Both => createRecords("together", SPECS, 2);

/** The same life in either kind: rows are added beyond the first room, some are given back, one is used again. */
function lived(frame: Both): Both {
  const rows: number[] = [];
  for (let i = 0; i < 7; i++) {
    const row = addRow(frame);
    const c = frame.columns;
    c.uid[row] = 4_000_000_000 + i;
    c.state[row] = 250 + (i % 5);
    c.due[row] = -3 * i;
    c.next[row] = i === 0 ? 0 : (rows[i - 1] as number) + 1;
    c.risk[row] = 1 / (i + 3);
    rows.push(row);
  }
  removeRow(frame, rows[2] as number);
  removeRow(frame, rows[5] as number);
  frame.columns.uid[addRow(frame)] = 17;
  return frame;
}

describe.each([
  ["columns apart", apart],
  ["records together", together],
])("%s", (_, create) => {
  it("keep what is written when they grow, and forget what is given back", () => {
    const frame = lived(create());
    expect([...valuesOf(frame, "uid")]).toEqual([4e9, 4e9 + 1, 0, 4e9 + 3, 4e9 + 4, 17, 4e9 + 6]);
    expect([...valuesOf(frame, "state")]).toEqual([250, 251, 0, 253, 254, 0, 251]);
    expect([...valuesOf(frame, "due")]).toEqual([0, -3, 0, -9, -12, 0, -18]);
    expect(rowsInUse(frame)).toBe(6);
  });

  it("lay rows a stride apart", () => {
    const frame = lived(create());
    for (let i = 0; i < 7; i++) expect(frame.columns.uid[i * frame.stride]).toBe(valuesOf(frame, "uid")[i]);
    expect(frame.used).toBe(7 * frame.stride);
  });

  it("change nothing when read ahead", () => {
    const frame = lived(create());
    const before = hashFrame(frame as unknown as Frame, 1);
    if (frame.stride > 1) readAhead(frame, Int32Array.of(0, 3 * frame.stride), 0, 2);
    expect(hashFrame(frame as unknown as Frame, 1)).toBe(before);
  });
});

it("have one hash, links included", () => {
  const hash = (frame: Both) => hashFrame(lived(frame) as unknown as Frame, 5);
  expect(hash(together())).toBe(hash(apart()));
  const linked = lived(together());
  linked.columns.next[linked.stride] = 2 * linked.stride + 1;
  expect(hashFrame(linked as unknown as Frame, 5)).not.toBe(hash(apart()));
});

it("say how many bytes a row takes", () => {
  expect(bytesPerRow(apart())).toBe(4 + 1 + 2 + 4 + 4);
  expect(bytesPerRow(together())).toBe(5 * 4);
});

it("refuse as records what does not fit into words", () => {
  expect(() => createRecords("wide", { price: column("f64", "USD", "fare") }, 1)).toThrow(
    "column price does not fit into a word",
  );
  expect(() => createRecords("deep", { told: column("i32", "n", "by", "community") }, 1)).toThrow("column told");
});
