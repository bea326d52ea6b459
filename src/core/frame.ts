/**
 * Agents as a struct of arrays. The column list is data: snapshot, hashing, undeclared-write detection and the
 * documentation all read it, and it is the only way to enumerate columns. Rows of the dead are reused; identity is a
 * uid column, never the row.
 */
const ARRAYS = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  i16: Int16Array,
  u8: Uint8Array,
} as const;
export type ArrayType = keyof typeof ARRAYS;
type ArrayOf<T extends ArrayType> = InstanceType<(typeof ARRAYS)[T]>;

export interface ColumnSpec {
  readonly type: ArrayType;
  readonly unit: string;
  readonly about: string;
  /** Name of the dimension that this column has beside the row (row-major), such as "conduct". */
  readonly by?: string;
  /** Only the recorder reads it: no part of the state, so that recording more or less often changes no hash. */
  readonly recorded?: boolean;
}
export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;
export type Columns<S extends ColumnSpecs> = { [K in keyof S]: ArrayOf<S[K]["type"]> };

export interface Frame<S extends ColumnSpecs = ColumnSpecs> {
  readonly name: string;
  readonly specs: S;
  /** Length of the second dimension of each column; 1 when it has none. */
  readonly widths: { readonly [K in keyof S]: number };
  /** The live arrays. Replaced when the frame grows: fetch them anew in every phase. */
  columns: Columns<S>;
  /** The same memory as bytes, and how many of them belong to a row: what is done to every column alike needs one kind of array only. */
  bytes: readonly Uint8Array[];
  readonly rowBytes: readonly number[];
  /** Rows below this index have been used at some time. */
  used: number;
  capacity: number;
  /** Rows that may be used again, as a stack. */
  readonly free: number[];
}

export function column<T extends ArrayType>(type: T, unit: string, about: string, by?: string) {
  return (by === undefined ? { type, unit, about } : { type, unit, about, by }) as {
    readonly type: T;
    readonly unit: string;
    readonly about: string;
    readonly by?: string;
  };
}

export function recorded<S extends ColumnSpec>(spec: S): S & { readonly recorded: true } {
  return { ...spec, recorded: true };
}

/** An object with a field for each column, to be filled: engines read the fields of a copied literal straight away, but look up those that were added one by one. */
function fieldsOf(specs: ColumnSpecs): Record<string, unknown> {
  return { ...specs };
}

function allocate<S extends ColumnSpecs>(specs: S, widths: Frame<S>["widths"], capacity: number): Columns<S> {
  const columns: Record<string, unknown> = fieldsOf(specs);
  for (const [name, spec] of Object.entries(specs)) {
    columns[name] = new ARRAYS[spec.type](capacity * (widths[name] as number));
  }
  return columns as Columns<S>;
}

/** An empty frame. `sizes` gives the length of every dimension that a column names. */
export function createFrame<S extends ColumnSpecs>(
  name: string,
  specs: S,
  sizes: Readonly<Record<string, number>>,
  capacity: number,
): Frame<S> {
  const widths = fieldsOf(specs) as Record<string, number>;
  for (const [key, spec] of Object.entries(specs)) {
    const width = spec.by === undefined ? 1 : sizes[spec.by];
    if (width === undefined) throw new Error(`frame ${name}: column ${key} has an unknown dimension ${spec.by}`);
    widths[key] = width;
  }
  const known = widths as Frame<S>["widths"];
  const columns = allocate(specs, known, capacity);
  const rowBytes = Object.entries(specs).map(([key, spec]) => ARRAYS[spec.type].BYTES_PER_ELEMENT * widths[key]);
  return { name, specs, widths: known, columns, bytes: bytesOf(columns), rowBytes, used: 0, capacity, free: [] };
}

function bytesOf(columns: Columns<ColumnSpecs>): Uint8Array[] {
  return Object.values(columns).map((array) => new Uint8Array(array.buffer));
}

function grow<S extends ColumnSpecs>(frame: Frame<S>): void {
  const capacity = Math.ceil(frame.capacity * 1.5) + 16;
  const larger = allocate(frame.specs, frame.widths, capacity);
  const bytes = bytesOf(larger);
  for (let i = 0; i < bytes.length; i++) bytes[i].set(frame.bytes[i]);
  frame.columns = larger;
  frame.bytes = bytes;
  frame.capacity = capacity;
}

/** A zeroed row. */
export function addRow<S extends ColumnSpecs>(frame: Frame<S>): number {
  const reused = frame.free.pop();
  if (reused !== undefined) return reused;
  if (frame.used === frame.capacity) grow(frame);
  return frame.used++;
}

/** Gives a row back and zeroes it, so that a stale value can never be read. */
export function removeRow<S extends ColumnSpecs>(frame: Frame<S>, row: number): void {
  for (let i = 0; i < frame.bytes.length; i++) {
    const bytes = frame.bytes[i];
    const size = frame.rowBytes[i];
    for (let at = row * size; at < (row + 1) * size; at++) bytes[at] = 0;
  }
  frame.free.push(row);
}

/** Bytes of one row. */
export function bytesPerRow(frame: Pick<Frame, "rowBytes">): number {
  return frame.rowBytes.reduce((sum, bytes) => sum + bytes, 0);
}

/** Mixes every used value of the state in a frame into a 32-bit hash, column by column in declared order. */
export function hashFrame(frame: Frame, hash: number): number {
  let h = hash | 0;
  for (const key of Object.keys(frame.specs))
    if (!frame.specs[key].recorded)
      h = hashArray(frame.columns[key] as Float64Array, frame.used * (frame.widths[key] as number), h);
  return h;
}

/** Mixes the bytes of the first `length` elements of a typed array into a hash. Bytes, so that -0 and 0 differ. */
export function hashArray(
  array: Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Int16Array | Uint8Array,
  length: number,
  hash: number,
): number {
  const bytes = length * array.BYTES_PER_ELEMENT;
  const whole = bytes >>> 2;
  const words = new Int32Array(array.buffer, array.byteOffset, whole);
  let h = hash | 0;
  for (let i = 0; i < whole; i++) {
    h = Math.imul(h ^ words[i], 0x9e3779b1);
    h ^= h >>> 15;
  }
  const rest = new Uint8Array(array.buffer, array.byteOffset + whole * 4, bytes - whole * 4);
  for (const byte of rest) h = Math.imul(h ^ byte, 0x85ebca6b) ^ (h >>> 13);
  return h;
}
