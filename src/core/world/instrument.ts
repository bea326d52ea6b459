/** The contract between the catalogue of instruments and the engine. */
import type { z } from "zod";
import type { EntryWithParams } from "../catalogue.ts";
import type { Values } from "../quantity.ts";
import type { LeverName, Levers, Scope } from "./levers.ts";
import type { Order, OrderKind } from "./orders.ts";

/** Names of a compiled ecosystem to indices. */
export type Names = Readonly<Record<Scope, ReadonlyMap<string, number>>>;

export interface CompiledInstrument {
  /** Pulls levers while in force; `strength` 0..1 is ramp times budget. */
  readonly effect?: (levers: Levers, strength: number) => void;
  /** Orders of one use; `budget` 0..1 scales numbers. */
  readonly orders?: (budget: number) => readonly Order[];
}

export interface Instrument<S extends z.ZodObject = z.ZodObject> extends EntryWithParams<S> {
  /** Levers that it may pull. */
  readonly moves: readonly LeverName[];
  /** Orders that it may give. */
  readonly gives: readonly OrderKind[];
  compile(params: Values<z.output<S>>, names: Names): CompiledInstrument;
}

export function instrument<S extends z.ZodObject>(entry: Instrument<S>): Instrument {
  return entry as unknown as Instrument;
}

/** Indices of names that the schema has checked; every index of the scope when none is named. */
export function indices(names: Names, scope: Scope, chosen: readonly string[] | undefined): number[] {
  const all = names[scope];
  return chosen === undefined || chosen.length === 0 ? [...all.values()] : chosen.map((key) => index(names, scope, key));
}

export function index(names: Names, scope: Scope, key: string): number {
  const found = names[scope].get(key);
  if (found === undefined) throw new Error(`unknown ${scope}: ${key}`);
  return found;
}
