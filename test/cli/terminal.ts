/** A command line in this process, with everything it prints. */
import { createColors } from "picocolors";
import { invoke } from "../../src/cli/invoke.ts";

export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export async function corridor(...argv: string[]): Promise<Said> {
  let [out, err] = ["", ""];
  const status = await invoke(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colors: createColors(false),
    isWatched: false,
  });
  return { status, out, err };
}
