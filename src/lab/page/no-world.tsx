/** What stands where a world will be shown: that it is being read, or that it cannot be played. */
import type { Shared } from "./part.ts";

export function NoWorld({ store, say }: Pick<Shared, "store" | "say">) {
  const isWrong = store.lab.worldIssues.some(({ severity }) => severity === "error");
  return <p class="quiet">{say(isWrong ? "world.wrong" : "world.loading")}</p>;
}
