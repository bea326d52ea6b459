/** Loaded before the program (node --import): the address of every module that is loaded goes to the file LIST_MODULES, a line each. */
import { register } from "node:module";

const hooks = `import fs from "node:fs";
export function load(url, context, next) {
  fs.appendFileSync(${JSON.stringify(process.env.LIST_MODULES)}, url + "\\n");
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
