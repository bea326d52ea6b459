/**
 * The catalogue of formats for other programs: a new one is a file and a line here. The first is the default.
 * An entry loads what encodes when it is asked for bytes, so that the list is there at once.
 */
import type { OutputFormat } from "../output.ts";
import { behaviorspace } from "./behaviorspace.ts";
import { csv } from "./csv.ts";
import { parquet } from "./parquet.ts";
import { xlsx } from "./xlsx.ts";

export const OUTPUTS: readonly OutputFormat[] = [xlsx, csv, parquet, behaviorspace];
