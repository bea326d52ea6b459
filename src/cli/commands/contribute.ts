import type { Command } from "commander";
import type { CommandEntry } from "../command.ts";
import { type ComparingOptions, playComparison, withComparingOptions } from "../comparing.ts";
import { workersOf } from "../sweeping.ts";

const REPLICATES = "20";

export const contribute: CommandEntry = {
  name: "contribute",
  about: "what each instrument of a strategy adds: every mixture of it with the baseline, the same luck",
  define(command, context) {
    const asked = command
      .argument("<ecosystem>", "name or path of an ecosystem, or of a scenario")
      .argument("<strategy>", "name or path of the strategy")
      .option("-n, --replicates <number>", "trials of each mixture", REPLICATES);
    withComparingOptions(asked, "contribute", "contributions").action(
      context.action(async (scenario: string, strategy: string, _: unknown, self: Command) => {
        const options = self.optsWithGlobals<ComparingOptions>();
        workersOf(options);
        const mixed = { scenario, strategies: [strategy], mixed: true, analyses: ["contributions"] as const };
        return playComparison({ ...options, ...mixed }, options, "contribute", context);
      }),
    );
  },
};
