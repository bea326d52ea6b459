import type { Command } from "commander";
import { EXIT, type ExitCode } from "../../node/failure.ts";
import type { CommandEntry, Context, GlobalOptions } from "../command.ts";

interface Options extends GlobalOptions {
  readonly port?: string;
  readonly out?: string;
}

/** Where the page is looked for again. */
const USUAL_PORT = 4765;
const MOST_PORT = 65_535;

export const lab: CommandEntry = {
  name: "lab",
  about: "open the policy lab: a page to lay out sanctions on a timeline and see what they change",
  define(command, context) {
    command
      .option("-p, --port <number>", `port on this machine (default: ${USUAL_PORT}, or any that is free)`)
      .option("-o, --out <file>", "write the page to a file that opens without a server, instead of serving it")
      .action(context.action(async (_: Options, self: Command) => open(self.optsWithGlobals<Options>(), context)));
  },
};

async function open({ port, out }: Options, { terminal }: Context): Promise<ExitCode> {
  const { labPage, policyOf } = await import("../../node/lab-page.ts");
  const page = labPage();
  if (out !== undefined) {
    const { writeNew } = await import("../../node/write-files.ts");
    writeNew(out, page);
    terminal.err(`Written: open ${out} with a browser; it needs no server and no network.\n`);
    return EXIT.ok;
  }
  const [{ serveLab }, { onSignal }, { wholeNumber }] = await Promise.all([
    import("../../node/lab-server.ts"),
    import("../signals.ts"),
    import("../whole-number.ts"),
  ]);
  const wanted = port === undefined ? undefined : wholeNumber("--port", port, "of a port", 0, MOST_PORT);
  const server = await serveLab({ page, policy: policyOf(page), port: wanted ?? USUAL_PORT, mayChange: wanted === undefined });
  const signals = onSignal("the lab is closed");
  terminal.out(`${server.url}\n`);
  terminal.err("Open this address in a browser on this machine. Ctrl-C ends the lab.\n");
  try {
    await new Promise<void>((resolve) => signals.signal.addEventListener("abort", () => resolve(), { once: true }));
    throw signals.signal.reason;
  } finally {
    await server.close();
    signals.release();
  }
}
