/** Syntax tree -> plain value, with the place of every key and value. */
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { echo, shorten } from "../../core/scenario/echo.ts";
import { MOST_LEVELS, MOST_NODES, TOO_DEEP, TOO_MANY } from "./limits.ts";
import type { Spot } from "./tree.ts";

export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly allowed?: string;
  readonly offset: number;
}

export interface Reading {
  readonly value: unknown;
  readonly spot: Spot;
  readonly complaints: readonly Complaint[];
}

/** Keys that would reach the prototype of a JavaScript object. */
const RESERVED_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Everything that is well-formed YAML but has no place in a scenario is a complaint. */
export function readTree(root: Node | null): Reading {
  const reader = new TreeReader();
  const { value, spot } = reader.read(root, [], root?.range?.[0] ?? 0);
  return { value, spot, complaints: reader.complaints };
}

interface Part {
  readonly value: unknown;
  readonly spot: Spot;
}

type Steps = readonly (string | number)[];

class TreeReader {
  readonly complaints: Complaint[] = [];
  private nodes = 0;

  /** `key` is the offset of the key, which also stands for a value that is not written. */
  read(node: unknown, path: Steps, key: number): Part {
    this.nodes++;
    const offset = offsetOf(node) ?? key;
    const leaf: Spot = [key, offset];
    if (this.nodes > MOST_NODES) {
      if (this.nodes === MOST_NODES + 1) this.complain(path, offset, TOO_MANY.message, TOO_MANY.allowed);
      return { value: undefined, spot: leaf };
    }
    if (isAlias(node)) {
      this.complain(path, offset, `aliases (*${node.source}) are not used here`, "the value itself");
      return { value: undefined, spot: leaf };
    }
    this.refuseDecorations(node, path, offset);
    if (isMap(node) || isSeq(node)) {
      if (path.length >= MOST_LEVELS) {
        this.complain(path, offset, TOO_DEEP.message, TOO_DEEP.allowed);
        return { value: undefined, spot: leaf };
      }
      // no prototype: a part may be called as a method of every object is
      const parts: Record<string, Spot> = Object.create(null);
      const value = isMap(node) ? this.readMap(node.items, path, parts) : this.readList(node.items, path, parts);
      return { value, spot: [key, offset, parts] };
    }
    return { value: isScalar(node) ? this.readScalar(node, path, offset) : null, spot: leaf };
  }

  private readList(items: readonly unknown[], path: Steps, parts: Record<string, Spot>): unknown[] {
    return items.map((item, index) => {
      const part = this.read(item, [...path, index], offsetOf(item) ?? 0);
      parts[index] = part.spot;
      return part.value;
    });
  }

  private readMap(pairs: readonly Pair[], path: Steps, parts: Record<string, Spot>): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    for (const pair of pairs) {
      const name = isScalar(pair.key) ? String(pair.key.value ?? "") : "";
      const offset = offsetOf(pair.key) ?? 0;
      const at = [...path, name];
      this.refuseDecorations(pair.key, at, offset);
      this.nodes++;
      const refusal = entries.has(name) ? `key ${echo(name)} is already there` : refusedKey(name);
      if (refusal !== undefined) this.complain(at, offset, refusal, entries.has(name) ? "each key once" : undefined);
      const part = this.read(pair.value, at, offset);
      if (refusal !== undefined) continue;
      entries.set(name, part.value);
      parts[name] = part.spot;
    }
    return Object.fromEntries(entries);
  }

  private readScalar(node: Scalar, path: Steps, offset: number): unknown {
    const { value } = node;
    if (typeof value === "bigint") {
      const number = Number(value);
      if (!Number.isSafeInteger(number)) {
        const allowed = `whole numbers from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}; an identifier in quotes`;
        this.complain(path, offset, `${shorten(node.source ?? "")} has too many digits to be kept exactly`, allowed);
      }
      return number;
    }
    // -0 would print as 0 and divide as -0.
    if (typeof value === "number") return value === 0 ? 0 : value;
    if (typeof value === "string" && FORBIDDEN_IN_TEXT.test(value)) {
      this.complain(path, offset, `control character or half of a character in ${echo(value)}`, "printable text");
    }
    return value;
  }

  /** Anchors and tags. */
  private refuseDecorations(node: unknown, path: Steps, offset: number): void {
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    if (node.anchor !== undefined) {
      this.complain(
        path,
        offset,
        `anchors (&${node.anchor}) are not used here`,
        "the value itself, in quotes if it starts with &",
      );
    }
    if (node.tag !== undefined) this.complain(path, offset, "tags (!name) are not used here", "the value alone");
  }

  private complain(path: Steps, offset: number, message: string, allowed: string | undefined): void {
    this.complaints.push({ path, offset, message, ...(allowed === undefined ? {} : { allowed }) });
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const FORBIDDEN_IN_TEXT = /[\0-\x08\x0b-\x1f\x7f-\x9f]|\p{Cs}/u;

function refusedKey(name: string): string | undefined {
  if (name === "") return "a key is empty";
  if (name === "<<") return "merge keys (<<) are not used here; a file builds on another by extends";
  return RESERVED_KEYS.has(name) ? `key ${echo(name)} is reserved` : undefined;
}

/** Start of what is written for a node; undefined when nothing is. */
function offsetOf(node: unknown): number | undefined {
  if (isPair(node) || (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node))) return undefined;
  const written = !(isScalar(node) && node.value === null && node.source === "");
  return written ? node.range?.[0] : undefined;
}
