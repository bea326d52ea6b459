/** What the shipped documents of a kind say of themselves. */
import type { DocumentKind } from "../node/scenario-file.ts";
import type { Topic, TopicTable } from "./topic.ts";

const word = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

async function read(kind: DocumentKind, name: string): Promise<Record<string, unknown>> {
  const [{ loadDocument }, { isMap }] = await Promise.all([
    import("../node/scenario-file.ts"),
    import("../core/scenario/path.ts"),
  ]);
  const { merged } = await loadDocument(name, { kind });
  return isMap(merged) ? merged : {};
}

/** Name, title and what it is about, of every shipped document of a kind. */
export async function shippedTable(kind: DocumentKind): Promise<TopicTable> {
  const { shippedNames } = await import("../node/document-kind.ts");
  const names = await shippedNames(kind);
  const documents = await Promise.all(names.map((name) => read(kind, name)));
  return {
    columns: [kind, "title", "about"],
    rows: names.map((name, i) => [name, word(documents[i]?.title), word(documents[i]?.about)]),
  };
}

/** A topic about shipped documents. @param parts the map whose entries are listed in the detail, with title or kind */
export function documentTopic(kind: "ecosystem" | "strategy", about: string, parts: string): Topic {
  return {
    name: kind === "strategy" ? "strategies" : `${kind}s`,
    about,
    table: () => shippedTable(kind),
    async detail(name): Promise<TopicTable | undefined> {
      const { [parts]: entries } = await read(kind, name);
      if (typeof entries !== "object" || entries === null) return undefined;
      const rows = Object.entries(entries).map(([key, entry]: [string, Record<string, unknown>]) => {
        const { kind: own, start, until, every, title, note } = entry;
        const dates = [
          word(start),
          until === undefined ? "" : `to ${word(until)}`,
          every === undefined ? "" : `every ${word(every)}`,
        ];
        return [
          key,
          word(own),
          dates.filter((text) => text !== "").join(" "),
          [word(title), word(note)].filter((text) => text !== "").join(". "),
        ];
      });
      return { columns: [parts, "kind", "when", "about"], rows };
    },
  };
}
