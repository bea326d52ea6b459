/** Loaded before the program (node --import): a machine with LITTLE_MEMORY bytes. */
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

os.totalmem = () => Number(process.env.LITTLE_MEMORY);
syncBuiltinESMExports();
