/** Tidy columns with units: the one shape in which results leave the core. */
export type CellType = "string" | "number" | "integer" | "boolean" | "date";

/** One column: what a value means and in which unit. */
export interface TableColumn {
  /** snake_case, ASCII, begins with a letter. */
  readonly name: string;
  readonly type: CellType;
  readonly unit: string;
  readonly about: string;
}

/** What a table is about, its columns in their order, and what tells its rows apart. */
export interface TableSpec {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly TableColumn[];
  /** Column names that together identify a row. */
  readonly primaryKey: readonly string[];
}

/** Column-wise data. Numbers and booleans (0, 1) in a Float64Array with NaN for missing; text in an array with "" for missing. */
export interface Table {
  readonly spec: TableSpec;
  readonly rows: number;
  readonly data: readonly (Float64Array | readonly string[])[];
}

/** Collects rows; a value is a number, a text or undefined for missing. */
export interface TableBuilder {
  add(values: readonly (number | string | undefined)[]): void;
  finish(): Table;
}

export function isText(type: CellType): boolean {
  return type === "string" || type === "date";
}

export function tableBuilder(spec: TableSpec, expectedRows = 64): TableBuilder {
  let capacity = Math.max(1, expectedRows);
  let rows = 0;
  const numbers = spec.columns.map((c) => (isText(c.type) ? undefined : new Float64Array(capacity)));
  const texts = spec.columns.map((c) => (isText(c.type) ? ([] as string[]) : undefined));
  const grow = () => {
    capacity *= 2;
    numbers.forEach((old, i) => {
      if (!old) return;
      const larger = new Float64Array(capacity);
      larger.set(old);
      numbers[i] = larger;
    });
  };
  return {
    add(values) {
      if (values.length !== spec.columns.length) {
        throw new Error(`table ${spec.name}: ${values.length} values for ${spec.columns.length} columns`);
      }
      if (rows === capacity) grow();
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        const text = texts[i];
        if (text) text.push(value === undefined ? "" : String(value));
        else (numbers[i] as Float64Array)[rows] = typeof value === "number" ? value : Number.NaN;
      }
      rows++;
    },
    finish: () => ({
      spec,
      rows,
      data: spec.columns.map(
        (_, i) => texts[i] ?? (rows === capacity ? (numbers[i] as Float64Array) : (numbers[i] as Float64Array).slice(0, rows)),
      ),
    }),
  };
}

/** The texts of a column. @throws Error when the table has no texts of that name */
export function textsOf({ spec, data }: Table, name: string): readonly string[] {
  const found = data[spec.columns.findIndex((column) => column.name === name)];
  if (found === undefined || found instanceof Float64Array) throw new Error(`table ${spec.name} has no texts called ${name}`);
  return found;
}

/** The numbers of a column. @throws Error when the table has no numbers of that name */
export function numbersOf({ spec, data }: Table, name: string): Float64Array {
  const found = data[spec.columns.findIndex((column) => column.name === name)];
  if (!(found instanceof Float64Array)) throw new Error(`table ${spec.name} has no numbers called ${name}`);
  return found;
}
