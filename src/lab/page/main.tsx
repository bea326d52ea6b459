/** The page: one store, drawn anew when it changes. */
import { version } from "corridor:shipped";
import { render } from "preact";
import { readLink } from "../link.ts";
import { App } from "./app.tsx";
import { createStore } from "./store.ts";
import { sayIn, startLanguage } from "./texts.ts";

const store = createStore();
const root = document.getElementById("lab");

async function start(): Promise<void> {
  const say = sayIn(startLanguage());
  if (root) {
    root.textContent = "";
    render(<App store={store} />, root);
  }
  try {
    const linked = await readLink(location.hash);
    const isOther = linked !== undefined && linked.version !== version;
    const predictions = linked?.predictions ?? [];
    const notice = isOther ? say("link.version", { theirs: linked.version, ours: version }) : "";
    await store.start(linked?.state, notice || (predictions.length > 0 ? say("predict.linked") : ""), predictions);
  } catch {
    await store.start(undefined, say("link.damaged"));
  }
}

void start();
