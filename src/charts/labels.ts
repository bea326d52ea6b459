/** Names beside the ends of lines, in the order of the lines and far enough apart to be read. */
import * as Plot from "@observablehq/plot";

const LINE_HEIGHT = 15; // px

/**
 * Positions as near as possible to those wanted, each at least `gap` from the next, in the same order.
 * @param wanted px
 * @returns px
 */
export function apart(wanted: readonly number[], gap = LINE_HEIGHT): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  // Neighbours that collide become a block around their mean; blocks that collide merge.
  const blocks: { members: number[]; center: number }[] = [];
  for (const i of order) {
    let block = { members: [i], center: wanted[i] ?? 0 };
    for (let last = blocks.at(-1); last && overlaps(last, block, gap); last = blocks.at(-1)) {
      blocks.pop();
      const members = [...last.members, ...block.members];
      block = { members, center: members.reduce((sum, member) => sum + (wanted[member] ?? 0), 0) / members.length };
    }
    blocks.push(block);
  }
  const placed = Array.from<number>({ length: wanted.length });
  for (const { members, center } of blocks) {
    members.forEach((member, i) => {
      placed[member] = center + (i - (members.length - 1) / 2) * gap;
    });
  }
  return placed;
}

interface Block {
  readonly members: readonly number[];
  readonly center: number;
}

const overlaps = (a: Block, b: Block, gap: number): boolean =>
  b.center - a.center < ((a.members.length + b.members.length) / 2) * gap;

/** Options of a text or dot mark, its y positions moved apart. @param options its channel y is on the scale y */
export function movedApart<T extends Plot.TextOptions | Plot.DotOptions>(options: T): T {
  return Plot.initializer({ ...options }, (rows, facets, channels, scales) => {
    const values = Array.from(channels.y?.value as Iterable<number>, Number);
    const px = values.map((value) => Number(scales.y?.(value)));
    for (const facet of facets) {
      const members = Array.from(facet as Iterable<number>).filter((i) => Number.isFinite(px[i]));
      apart(members.map((i) => px[i] ?? 0)).forEach((y, i) => {
        px[members[i] ?? 0] = y;
      });
    }
    // A channel without a scale is in px.
    return { data: rows, facets, channels: { y: { value: px } } } as ReturnType<Plot.InitializerFunction>;
  }) as T;
}
