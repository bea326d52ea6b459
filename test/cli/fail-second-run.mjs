/** Loaded before the program (node --import): in its worker thread the second replicate fails. */
import { isMainThread, parentPort } from "node:worker_threads";

if (!isMainThread && parentPort) {
  const port = parentPort;
  const on = port.on.bind(port);
  port.on = (event, listener) =>
    on(event, (message) => {
      if (message?.replicate === 2) port.postMessage({ error: { message: "planned failure", stack: "" } });
      else listener(message);
    });
}
