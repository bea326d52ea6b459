/**
 * Agents as typed columns, all of them views of one memory: one column after the other, or with the values of a row together
 * (records). Either way a value is columns.name[row]. The column list is data: snapshot, hashing, undeclared-write detection
 * and the documentation all read it, and it is the only way to enumerate columns. Rows of the dead are reused; identity is
 * a uid column, never the row.
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
/** How a value of a type is kept in a word of a record. */
const WORDS = {
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  u16: Int32Array,
  i16: Int32Array,
  u8: Int32Array,
} as const;
type WordType = keyof typeof WORDS;
const WORD = 4; // bytes
type ArrayOf<T extends ArrayType> = InstanceType<(typeof ARRAYS)[T]>;

export interface ColumnSpec {
  readonly type: ArrayType;
  readonly unit: string;
  readonly about: string;
  /** Name of the dimension that this column has beside the row (row-major), such as "conduct". */
  readonly by?: string;
  /** Row + 1 of another row of the same frame, 0 for none. */
  readonly link?: boolean;
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
  /** From one row to the next: rows are its multiples. 1 where column follows column, else the words of a record. */
  readonly stride: number;
  /** The live arrays. Replaced when the frame grows: fetch them anew in every phase. */
  columns: Columns<S>;
  /** Their memory as bytes: what is done to every column alike needs one kind of array only. */
  memory: Uint8Array;
  /** Where each column begins in it; a single entry for records. */
  starts: readonly number[];
  /** Bytes of a row in each of these parts. */
  readonly rowBytes: readonly number[];
  /** The memory of records as words; empty where column follows column. */
  words: Int32Array;
  /** What readAhead summed: kept, lest an engine leave out reads of which nothing is seen. */
  readSum: number;
  /** Rows below this have been used at some time. */
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

export function link<S extends ColumnSpec>(spec: S): S & { readonly link: true } {
  return { ...spec, link: true };
}

export function recorded<S extends ColumnSpec>(spec: S): S & { readonly recorded: true } {
  return { ...spec, recorded: true };
}

/** An object with a field for each column, to be filled: engines read the fields of a copied literal straight away, but look up those that were added one by one. */
function fieldsOf(specs: ColumnSpecs): Record<string, unknown> {
  return { ...specs };
}

/** A processor fetches so many bytes at a time. */
const LINE = 64;

/** Where columns begin, and where the last one ends. Each is a line further along than the one before: were all a round number of bytes apart, a row's values would push each other out of the cache. */
function layOut(rowBytes: readonly number[], rows: number): { starts: number[]; end: number } {
  const starts: number[] = [];
  let end = 0;
  for (const bytes of rowBytes) {
    starts.push(end);
    end += (Math.ceil((bytes * rows) / LINE) + 1) * LINE;
  }
  return { starts, end };
}

interface Allocated<S extends ColumnSpecs> {
  readonly columns: Columns<S>;
  readonly memory: Uint8Array;
  readonly starts: readonly number[];
}

/** Columns one after the other. One allocation for all: a world of a hundred arrays costs more than many a run of it. */
function allocate<S extends ColumnSpecs>(
  specs: S,
  widths: Frame<S>["widths"],
  rowBytes: readonly number[],
  rows: number,
): Allocated<S> {
  const columns: Record<string, unknown> = fieldsOf(specs);
  const { starts, end } = layOut(rowBytes, rows);
  const memory = new ArrayBuffer(end);
  Object.keys(specs).forEach((name, i) => {
    columns[name] = new ARRAYS[specs[name].type](memory, starts[i], rows * (widths[name] as number));
  });
  return { columns: columns as Columns<S>, memory: new Uint8Array(memory), starts };
}

/** Columns with each value in a word, so that all that is known of a row lies together. */
function allocateRecords<S extends ColumnSpecs>(specs: S, rows: number): Allocated<S> {
  const columns: Record<string, unknown> = fieldsOf(specs);
  const names = Object.keys(specs);
  const memory = new ArrayBuffer(rows * names.length * WORD);
  names.forEach((name, i) => {
    columns[name] = new WORDS[specs[name].type as WordType](memory, i * WORD);
  });
  return { columns: columns as Columns<S>, memory: new Uint8Array(memory), starts: [0] };
}

/** An empty frame. `sizes` gives the length of every dimension that a column names. */
export function createFrame<S extends ColumnSpecs>(
  name: string,
  specs: S,
  sizes: Readonly<Record<string, number>>,
  rows: number,
): Frame<S> {
  const widths = fieldsOf(specs) as Record<string, number>;
  for (const [key, spec] of Object.entries(specs)) {
    const width = spec.by === undefined ? 1 : sizes[spec.by];
    if (width === undefined) throw new Error(`frame ${name}: column ${key} has an unknown dimension ${spec.by}`);
    widths[key] = width;
  }
  const known = widths as Frame<S>["widths"];
  const rowBytes = Object.entries(specs).map(([key, spec]) => ARRAYS[spec.type].BYTES_PER_ELEMENT * widths[key]);
  const { columns, memory, starts } = allocate(specs, known, rowBytes, rows);
  return {
    name,
    specs,
    stride: 1,
    widths: known,
    columns,
    memory,
    starts,
    rowBytes,
    words: new Int32Array(0),
    readSum: 0,
    used: 0,
    capacity: rows,
    free: [],
  };
}

/**
 * An empty frame for many rows that are visited here and there: one visit waits for one or two lines of memory, and not
 * for one in each column. Columns have no second dimension and no f64.
 */
export function createRecords<S extends ColumnSpecs>(name: string, specs: S, rows: number): Frame<S> {
  const names = Object.keys(specs);
  const misfit = names.find((key) => !(specs[key].type in WORDS) || specs[key].by !== undefined);
  if (misfit !== undefined) throw new Error(`frame ${name}: column ${misfit} does not fit into a word`);
  const stride = names.length;
  const widths = fieldsOf(specs) as Record<string, number>;
  for (const key of names) widths[key] = 1;
  const { columns, memory, starts } = allocateRecords(specs, rows);
  return {
    name,
    specs,
    stride,
    widths: widths as Frame<S>["widths"],
    columns,
    memory,
    starts,
    rowBytes: [stride * WORD],
    words: wordsOf(memory),
    readSum: 0,
    used: 0,
    capacity: rows * stride,
    free: [],
  };
}

function wordsOf(memory: Uint8Array): Int32Array {
  return new Int32Array(memory.buffer);
}

/** Memory for so many rows of a frame, no fewer than it has, with what is in its rows copied. */
function copiedMemory<S extends ColumnSpecs>(
  { specs, widths, stride, rowBytes, starts, memory }: Frame<S>,
  rows: number,
): Allocated<S> {
  const larger = stride > 1 ? allocateRecords(specs, rows) : allocate(specs, widths, rowBytes, rows);
  for (let i = 0; i < rowBytes.length; i++) {
    const end = i + 1 < starts.length ? starts[i + 1] : memory.length;
    larger.memory.set(memory.subarray(starts[i], end), larger.starts[i]);
  }
  return larger;
}

function grow<S extends ColumnSpecs>(frame: Frame<S>): void {
  const rows = Math.ceil((frame.capacity / frame.stride) * 1.5) + 16;
  const larger = copiedMemory(frame, rows);
  frame.columns = larger.columns;
  frame.memory = larger.memory;
  frame.starts = larger.starts;
  if (frame.stride > 1) frame.words = wordsOf(larger.memory);
  frame.capacity = rows * frame.stride;
}

/** The same rows in memory of their own. */
export function copyFrame<S extends ColumnSpecs>(frame: Frame<S>): Frame<S> {
  const copy = copiedMemory(frame, frame.capacity / frame.stride);
  return { ...frame, ...copy, words: frame.stride > 1 ? wordsOf(copy.memory) : frame.words, free: [...frame.free] };
}

/** A zeroed row. */
export function addRow<S extends ColumnSpecs>(frame: Frame<S>): number {
  const reused = frame.free.pop();
  if (reused !== undefined) return reused;
  if (frame.used === frame.capacity) grow(frame);
  const row = frame.used;
  frame.used += frame.stride;
  return row;
}

/** Gives a row back and zeroes it, so that a stale value can never be read. */
export function removeRow<S extends ColumnSpecs>(frame: Frame<S>, row: number): void {
  const index = row / frame.stride;
  const { memory, starts, rowBytes } = frame;
  for (let i = 0; i < starts.length; i++) {
    const from = starts[i] + index * rowBytes[i];
    memory.fill(0, from, from + rowBytes[i]);
  }
  frame.free.push(row);
}

/** Rows whose records are read ahead together. */
export const READ_AHEAD = 32;

/**
 * Reads the records of some listed rows at once, before they are visited. Processors fetch a dozen lines of memory at a time
 * as long as no read waits for another; a visit does, and would wait for each record in turn.
 */
export function readAhead(frame: Pick<Frame, "words" | "stride" | "readSum">, rows: Int32Array, from: number, to: number): void {
  const { words, stride } = frame;
  let sum = 0;
  for (let i = from; i < to; i++) sum = (sum + words[rows[i]] + words[rows[i] + stride - 1]) | 0;
  frame.readSum = sum;
}

/** How many rows are in use. */
export function rowsInUse(frame: Pick<Frame, "used" | "stride" | "free">): number {
  return frame.used / frame.stride - frame.free.length;
}

/** Bytes of one row. */
export function bytesPerRow(frame: Pick<Frame, "rowBytes">): number {
  return frame.rowBytes.reduce((sum, bytes) => sum + bytes, 0);
}

/** The used values of a column to read, row after row, in an array of its type; links to other rows count rows. */
export function valuesOf(frame: Frame, key: string): Columns<ColumnSpecs>[string] {
  const { stride, used } = frame;
  const column = frame.columns[key];
  if (stride === 1) return column.subarray(0, used * frame.widths[key]);
  const { type, link } = frame.specs[key];
  const values = new ARRAYS[type](used / stride);
  for (let i = 0; i < values.length; i++) {
    const value = column[i * stride];
    values[i] = link && value > 0 ? (value - 1) / stride + 1 : value;
  }
  return values;
}
