/** Templates of documents: files in `scenarios/templates`, with the name and the path of the schema to fill in. */
import fs from "node:fs";
import { basename, extname, join, relative, sep } from "node:path";
import { withFiles } from "./failure.ts";
import { packageFolder } from "./version.ts";

const folder = () => join(packageFolder(), "scenarios", "templates");

export function templateKinds(): string[] {
  return withFiles("read the templates", () => fs.readdirSync(folder()))
    .filter((file) => extname(file) === ".yaml")
    .map((file) => basename(file, ".yaml"))
    .sort();
}

const NAME = /^name: .*$/m;
const SCHEMA = /\$schema=\S+/;

/** The text of a new document in the current folder. */
export function fillTemplate(kind: string, name: string): string {
  const text = withFiles("read the template", () => fs.readFileSync(join(folder(), `${kind}.yaml`), "utf8"));
  const schema = relative(process.cwd(), join(packageFolder(), "scenarios", "schema", `${kind}.schema.json`));
  return text
    .replace(NAME, () => `name: ${name}`)
    .replace(SCHEMA, () => `$schema=${schema.startsWith(".") ? "" : "./"}${schema.split(sep).join("/")}`);
}
