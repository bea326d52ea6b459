import { EXIT } from "../../node/failure.ts";
import type { CommandEntry } from "../command.ts";

const SHELLS = ["bash", "zsh", "fish", "powershell"];

export const completion: CommandEntry = {
  name: "completion",
  about: "print a script that lets a shell complete commands, options and names",
  define(command, context) {
    command
      .addArgument(command.createArgument("<shell>", "the shell").choices(SHELLS))
      .addHelpText("after", "\nFor bash: add this line to ~/.bashrc\n  source <(corridor completion bash)\n")
      .action(
        context.action(async (shell: string) => {
          const { script } = await import("@bomb.sh/tab");
          script(shell as "bash", "corridor", "corridor");
          return EXIT.ok;
        }),
      );
  },
};
